using System.Globalization;

namespace EksSecurityPortal.Sandbox;

/// <summary>What the stand-alone sandbox was asked to do. Problems are sentences for the person who typed it.</summary>
internal sealed record CommandLine(bool WantsHelp, bool IsDemo, GeneratorOptions Generator, SandboxOptions Options, IReadOnlyList<Fault> Faults, IReadOnlyList<string> Problems)
{
    public const string Help = """
        A simulated AWS estate that speaks the real wire protocols, for demos, tests and measurements.

        Usage: dotnet run --project src/EksSecurityPortal.Sandbox -- [options]

          --demo                 the named demo estate: 3 accounts, 7 clusters (the default)
          --clusters N           generate N clusters instead; with any of the following
          --nodes N              nodes of each cluster (20)
          --pods N               pods of each cluster (500)
          --accounts N           accounts (3)
          --roles N              further IAM roles of each account (50)
          --seed N               another estate of the same size (1)
          --port N               loopback port of the AWS services (a free one)
          --kubernetes-port N    first of the loopback ports of the Kubernetes endpoints (free ones)
          --latency TIME         added to every answer, e.g. 30ms or 1s
          --fault FAULT          may be repeated: kind[:service[:operation[:cluster]]][*times][@delay], * matches all, e.g.
                                 throttling:eks:DescribeCluster*5, latency:kubernetes@2s, denied:iam:GetAccountAuthorizationDetails
                                 kinds: latency throttling server-error cut-connection expired-token denied
                                        expired-continue-token malformed-body html-error-page slow-body unreachable
          --help                 this text

        It prints the environment variables that point any AWS SDK at it, and ends on Ctrl-C or SIGTERM.
        """;

    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        var (result, generates) = (new CommandLine(false, false, new GeneratorOptions(), new SandboxOptions(), [], []), false);
        for (var index = 0; index < arguments.Count; index++)
        {
            var name = arguments[index];
            if (name is "--help" or "-h")
            {
                result = result with { WantsHelp = true };
            }
            else if (name == "--demo")
            {
                result = result with { IsDemo = true };
            }
            else if (index + 1 == arguments.Count)
            {
                result = result.WithProblem(Known(name) ? $"{name} needs a value" : $"{name} is no option; see --help");
            }
            else
            {
                result = result.Apply(name, arguments[++index]);
                generates |= name is "--clusters" or "--nodes" or "--pods" or "--accounts" or "--roles" or "--seed";
            }
        }

        if (result.IsDemo && generates)
        {
            result = result.WithProblem("--demo has a size of its own; leave it out to generate an estate");
        }

        return (result with { IsDemo = !generates }) is var final && generates ? final with { Problems = [.. final.Problems, .. final.Generator.Problems()] } : final;
    }

    private static bool Known(string name) => Help.Contains("  " + name + " ", StringComparison.Ordinal);

    private CommandLine WithProblem(string problem) => this with { Problems = [.. Problems, problem] };

    private CommandLine Apply(string name, string value)
    {
        int? number = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
        return (name, number) switch
        {
            ("--clusters", { } count) => this with { Generator = Generator with { Clusters = count } },
            ("--nodes", { } count) => this with { Generator = Generator with { Nodes = count } },
            ("--pods", { } count) => this with { Generator = Generator with { Pods = count } },
            ("--accounts", { } count) => this with { Generator = Generator with { Accounts = count } },
            ("--roles", { } count) => this with { Generator = Generator with { Roles = count } },
            ("--seed", { } seed) => this with { Generator = Generator with { Seed = seed } },
            ("--port", >= 0 and <= 65535) => this with { Options = Options with { AwsPort = parsed } },
            ("--kubernetes-port", >= 0 and <= 65535) => this with { Options = Options with { KubernetesPort = parsed } },
            ("--latency", _) => Duration(value) is { } latency ? this with { Options = Options with { Latency = latency } } : WithProblem($"--latency {value} is no time; write 30ms or 1s"),
            ("--fault", _) => FaultOf(value) is { } fault ? this with { Faults = [.. Faults, fault] } : WithProblem($"--fault {value} is no fault; see --help"),
            _ when Known(name) => WithProblem($"{name} {value} is not a number that fits"),
            _ => WithProblem($"{name} is no option; see --help"),
        };
    }

    private static Fault? FaultOf(string text)
    {
        var (rest, delay) = Split(text, '@');
        var (path, times) = rest.LastIndexOf('*') is var star and > 0 && int.TryParse(rest[(star + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? (rest[..star], (int?)count) : (rest, null);
        var parts = path.Split(':');
        string? Part(int index) => parts.Length > index && parts[index] is not "*" and not "" ? parts[index] : null;
        if (!Enum.TryParse<FaultKind>(parts[0].Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var kind) || int.TryParse(parts[0], out _) || parts.Length > 4)
        {
            return null;
        }

        var fault = new Fault(kind, Part(1), Part(2), Part(3)) { Times = times };
        return delay is null ? fault : Duration(delay) is { } time ? fault with { Delay = time } : null;
    }

    private static (string Before, string? After) Split(string text, char separator) =>
        text.IndexOf(separator, StringComparison.Ordinal) is var at and >= 0 ? (text[..at], text[(at + 1)..]) : (text, null);

    private static TimeSpan? Duration(string text)
    {
        var (digits, unit) = text.EndsWith("ms", StringComparison.Ordinal) ? (text[..^2], 1) : text.EndsWith('s') ? (text[..^1], 1000) : ("", 0);
        return double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? TimeSpan.FromMilliseconds(number * unit) : null;
    }
}
