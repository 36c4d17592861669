using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using EksSecurityPortal.Web.Hosting;

namespace EksSecurityPortal.Web.Tests.Killing;

/// <summary>The portal as a process of its own, on the demo estate and a data folder that outlives it.</summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private static readonly string[] WritingWords = ["INSERT ", "UPDATE ", "DELETE ", "CREATE "];

    private readonly Process process;
    private readonly HttpClient client = new() { Timeout = TimeSpan.FromSeconds(30) };
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> lastLines = [];
    private readonly Lock gate = new();
    private int writes;
    private int killAfter = int.MaxValue;

    private PortalProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
    }

    /// <summary>Writing statements that it has reported so far: how far it has come, without a clock.</summary>
    public int Writes => Volatile.Read(ref writes);

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="killAfter">Writing statements after which it is killed, be it starting or working; null to let it live.</param>
    /// <returns>Null when it was killed before it listened.</returns>
    public static async Task<PortalProcess?> StartAsync(string folder, int? killAfter)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        string[] arguments =
        [
            typeof(PortalHost).Assembly.Location, "--demo", "--urls", "http://127.0.0.1:0", "--Database:DataFolder", folder,
            "--Serilog:MinimumLevel:Default", "Warning", "--Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime", "Information",
            "--Serilog:MinimumLevel:Override:Microsoft.EntityFrameworkCore.Database.Command", "Information",
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        var portal = new PortalProcess(new Process { StartInfo = start, EnableRaisingEvents = true }) { killAfter = killAfter ?? int.MaxValue };
        portal.Run();
        await Task.WhenAny(portal.listening.Task, portal.process.WaitForExitAsync()).WaitAsync(TimeSpan.FromSeconds(60));
        if (portal.listening.Task.IsCompletedSuccessfully)
        {
            portal.client.BaseAddress = await portal.listening.Task;
            return portal;
        }

        await portal.DisposeAsync();
        return killAfter is not null && portal.Writes >= killAfter ? null : throw new InvalidOperationException("The portal did not start: " + portal.LastLines());
    }

    public Task<JsonElement> GetAsync(string address) => client.GetFromJsonAsync<JsonElement>(new Uri(address, UriKind.Relative));

    /// <summary>Starts an audit of everything.</summary>
    public async Task StartAuditAsync()
    {
        using var answer = await client.PostAsJsonAsync(new Uri("/api/v1/audits", UriKind.Relative), new { });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>True while an audit is queued or running.</summary>
    public async Task<bool> IsAuditingAsync() =>
        (await GetAsync("/api/v1/audits")).GetProperty("items").EnumerateArray().Any(audit => audit.GetProperty("state").GetString() is "Queued" or "Running");

    public Task ExitAsync() => process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));

    public async ValueTask DisposeAsync()
    {
        Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        client.Dispose();
    }

    public string LastLines()
    {
        lock (gate)
        {
            return string.Join(Environment.NewLine, lastLines);
        }
    }

    private void Run()
    {
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        if (WritingWords.Any(word => line.StartsWith(word, StringComparison.Ordinal)) && Interlocked.Increment(ref writes) == killAfter)
        {
            Kill();
        }

        var address = line.IndexOf(Listening, StringComparison.Ordinal);
        if (address >= 0)
        {
            listening.TrySetResult(new Uri(line[(address + Listening.Length)..].Trim().Trim('"')));
        }

        Keep(line);
    }

    private void Keep(string line)
    {
        lock (gate)
        {
            lastLines.Add(line);
            if (lastLines.Count > 40)
            {
                lastLines.RemoveAt(0);
            }
        }
    }

    /// <summary>SIGKILL on Unix: nothing in the process gets to tidy up.</summary>
    private void Kill()
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // it has ended by itself
        }
    }
}
