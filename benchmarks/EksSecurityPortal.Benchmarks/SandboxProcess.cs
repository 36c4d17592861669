using System.Diagnostics;

namespace EksSecurityPortal.Benchmarks;

/// <summary>The stand-alone sandbox as a process of its own, so that its memory and garbage are not the portal's.</summary>
internal sealed class SandboxProcess : IAsyncDisposable
{
    private readonly Process process;

    private SandboxProcess(Process process, IReadOnlyDictionary<string, string> environment)
    {
        this.process = process;
        Environment = environment;
    }

    /// <summary>What the sandbox printed as <c>NAME=value</c> lines: addresses, keys, accounts.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    public static async Task<SandboxProcess> StartAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Sandbox.SandboxServer).Assembly.Location, .. arguments]) { RedirectStandardOutput = true };
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet could not be started.");
        var environment = new Dictionary<string, string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var text = line.StartsWith("export ", StringComparison.Ordinal) ? line["export ".Length..] : line;
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                environment[text[..equals]] = text[(equals + 1)..].Trim('\'', '"');
            }

            if (line.StartsWith("Ready", StringComparison.OrdinalIgnoreCase))
            {
                return new(process, environment);
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
}
