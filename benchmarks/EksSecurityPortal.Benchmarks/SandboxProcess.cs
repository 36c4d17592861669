using System.Diagnostics;
using System.Text.RegularExpressions;

namespace EksSecurityPortal.Benchmarks;

/// <summary>The stand-alone sandbox as a process of its own, so that its memory and garbage are not the portal's.</summary>
internal sealed partial class SandboxProcess : IAsyncDisposable
{
    private readonly Process process;

    private SandboxProcess(Process process, IReadOnlyDictionary<string, string> environment, IReadOnlyList<SandboxAccount> accounts)
    {
        this.process = process;
        Environment = environment;
        Accounts = accounts;
    }

    /// <summary>The variables that point an AWS SDK at the sandbox.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    public IReadOnlyList<SandboxAccount> Accounts { get; }

    /// <summary>Settings of a portal that collects the whole estate.</summary>
    public IReadOnlyDictionary<string, string> PortalSettings => SandboxAccount.PortalSettings(
        Environment["AWS_ENDPOINT_URL"], Environment["AWS_ACCESS_KEY_ID"], Environment["AWS_SECRET_ACCESS_KEY"], Accounts);

    /// <summary>Processor time of the sandbox so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static async Task<SandboxProcess> StartAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Sandbox.SandboxServer).Assembly.Location, .. arguments]) { RedirectStandardOutput = true };
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet could not be started.");
        var environment = new Dictionary<string, string>();
        var accounts = new List<SandboxAccount>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == "# ready")
            {
                return new(process, environment, accounts);
            }

            if (AccountLine().Match(line) is { Success: true } account)
            {
                accounts.Add(new(account.Groups["id"].Value, account.Groups["name"].Value, account.Groups["role"].Value, account.Groups["external"].Value));
            }
            else if (line.StartsWith("export ", StringComparison.Ordinal) && line["export ".Length..].Split('=', 2) is [var name, var value])
            {
                environment[name] = value;
            }
        }

        throw new InvalidOperationException("The sandbox ended before it was ready.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    [GeneratedRegex(@"^# account (?<id>\d+) (?<name>\S+): role (?<role>\S+) external id (?<external>\S+)")]
    private static partial Regex AccountLine();
}
