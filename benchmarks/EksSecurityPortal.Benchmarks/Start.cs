using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace EksSecurityPortal.Benchmarks;

/// <summary>The demo as people start it, in a process of its own: until it is ready, and until its first audit is done.</summary>
internal static class Start
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task<int> RunAsync(string[] arguments)
    {
        var rounds = new Arguments(arguments).Number("rounds", 5);
        for (var round = 1; round <= rounds; round++)
        {
            Figures.Print("load of the machine", Figures.Load(), "");
            await MeasureAsync(round);
        }

        return 0;
    }

    private static async Task MeasureAsync(int round)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        using var http = new HttpClient { BaseAddress = address };
        var start = new ProcessStartInfo("dotnet", [typeof(Web.Hosting.PortalHost).Assembly.Location, "--demo", "--urls", address.ToString()])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        var watch = Stopwatch.StartNew();
        using var portal = Process.Start(start) ?? throw new InvalidOperationException("dotnet could not be started.");
        portal.OutputDataReceived += (_, _) => { };
        portal.BeginOutputReadLine();
        try
        {
            await UntilAsync(portal, watch, () => IsReadyAsync(http));
            Figures.Print($"round {round}: process start to ready", watch.Elapsed.TotalSeconds, "s");
            var state = "";
            await UntilAsync(portal, watch, async () => (state = await StateOfFirstAuditAsync(http)) is not ("" or "queued" or "running"));
            Figures.Print($"round {round}: process start to the end of the first audit ({state})", watch.Elapsed.TotalSeconds, "s");
            portal.Refresh();
            Figures.Print($"round {round}: processor time of portal and sandbox", portal.TotalProcessorTime.TotalSeconds, "s");
            Figures.Print($"round {round}: peak memory of portal and sandbox", portal.PeakWorkingSet64 / 1048576.0, "MB");
        }
        finally
        {
            portal.Kill(entireProcessTree: true);
            await portal.WaitForExitAsync();
        }
    }

    private static async Task UntilAsync(Process portal, Stopwatch watch, Func<Task<bool>> isDone)
    {
        while (!await isDone())
        {
            if (portal.HasExited || watch.Elapsed > Patience)
            {
                throw new InvalidOperationException("The portal ended or did not get there in time.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            // nothing listens yet
            return false;
        }
    }

    private static async Task<string> StateOfFirstAuditAsync(HttpClient http)
    {
        var audits = await http.GetFromJsonAsync<JsonElement>(new Uri("/api/v1/audits", UriKind.Relative));
        return audits.GetProperty("items").EnumerateArray().Select(audit => audit.GetProperty("state").GetString() ?? "").FirstOrDefault("").ToLowerInvariant();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
