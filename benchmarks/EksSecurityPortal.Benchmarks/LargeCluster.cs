using System.Diagnostics;
using System.Globalization;
using EksSecurityPortal.Services.Queries;

namespace EksSecurityPortal.Benchmarks;

/// <summary>One large cluster: the portal's audit of it against a bare loop over the same bytes, each in its own process, and the portal's peak memory.</summary>
internal static class LargeCluster
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var given = new Arguments(arguments);
        var audits = given.Number("audits", 3);
        await using var sandbox = await SandboxProcess.StartAsync(
            "--clusters", "1", "--accounts", "1", "--nodes", Text(given.Number("nodes", 1000)), "--pods", Text(given.Number("pods", 30_000)));
        Figures.Print("load of the machine", Figures.Load(), "");
        await RunBareLoopAsync(sandbox);
        Figures.Print("bare loops: processor time of the sandbox", sandbox.ProcessorTime.TotalSeconds, "s");
        await using var portal = await PortalUnderTest.StartAsync(sandbox.PortalSettings);
        Figures.Print("portal: memory when ready", Figures.Memory(), "MB");
        for (var index = 1; index <= audits; index++)
        {
            var (own, served) = (Figures.ProcessorTime(), sandbox.ProcessorTime);
            var (audit, time) = await portal.AuditAsync();
            Figures.Print($"audit {index}: time, from the request to the end ({audit.Row.State})", time.TotalSeconds, "s");
            Print(index, audit);
            Figures.Print($"audit {index}: processor time of the portal", Figures.ProcessorTime() - own, "s");
            Figures.Print($"audit {index}: processor time of the sandbox", (sandbox.ProcessorTime - served).TotalSeconds, "s");
            Figures.Print($"audit {index}: peak memory of the portal so far", Figures.PeakMemory(), "MB");
        }

        Figures.Print("load of the machine", Figures.Load(), "");
        return 0;
    }

    private static void Print(int index, AuditDetail audit)
    {
        foreach (var run in audit.Runs)
        {
            Figures.Print($"audit {index}: collecting, checking and storing the cluster", (run.FinishedAt - run.StartedAt)?.TotalSeconds ?? double.NaN, "s");
        }

        foreach (var problem in audit.Runs.Select(run => run.Error).Append(audit.Row.Error).OfType<string>())
        {
            Console.WriteLine(problem);
        }
    }

    private static async Task RunBareLoopAsync(SandboxProcess sandbox)
    {
        var account = sandbox.Accounts[0];
        using var loop = Process.Start("dotnet",
        [
            typeof(LargeCluster).Assembly.Location, "bare-loop",
            "--endpoint", sandbox.Environment["AWS_ENDPOINT_URL"],
            "--access-key", sandbox.Environment["AWS_ACCESS_KEY_ID"],
            "--secret-key", sandbox.Environment["AWS_SECRET_ACCESS_KEY"],
            "--account", account.Id, "--role", account.RoleArn, "--external-id", account.ExternalId ?? "",
        ]);
        await loop.WaitForExitAsync();
        if (loop.ExitCode != 0)
        {
            throw new InvalidOperationException($"The bare loop ended with {loop.ExitCode}.");
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
