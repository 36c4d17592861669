using System.Globalization;
using System.Text.Json;
using Xunit;
using Xunit.Abstractions;

namespace EksSecurityPortal.Web.Tests.Killing;

/// <summary>The portal is killed while it starts or audits, and started again on what it left. PORTAL_KILLS sets how often.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    /// <summary>Where in a life the kill falls, in writing statements: from the first migration to past the end of an audit.</summary>
    private const int LatestKill = 150;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task Audit_killed_at_random_moments_is_resumed_and_ends_with_whole_runs_and_no_finding_twice()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("PORTAL_KILLS") ?? "3", CultureInfo.InvariantCulture);
        var random = new Random(20_261);
        var folder = Directory.CreateTempSubdirectory("portal-kill-");
        try
        {
            for (var kill = 1; kill <= kills; kill++)
            {
                await LiveUntilKilledAsync(folder.FullName, kill, random.Next(1, LatestKill));
                await StoredState.AssertWholeAsync(folder.FullName);
            }

            await FinishAsync(folder.FullName);
            await StoredState.AssertWholeAsync(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task LiveUntilKilledAsync(string folder, int kill, int moment)
    {
        await using var portal = await PortalProcess.StartAsync(folder, moment);
        if (portal is null)
        {
            output.WriteLine($"kill {kill}: after write {moment}, while starting");
            return;
        }

        var state = "ended";
        try
        {
            while (portal.Writes < moment)
            {
                // an audit that ends before its time gives way to the next
                if (!await portal.IsAuditingAsync())
                {
                    await portal.StartAuditAsync();
                }

                state = Describe(await portal.GetAsync("/api/v1/audits"));
                await Task.Delay(BetweenLooks);
            }
        }
        catch (HttpRequestException)
        {
            // killed in the middle of an answer
        }

        await portal.ExitAsync();
        output.WriteLine($"kill {kill}: after write {moment}; {state}");
    }

    private async Task FinishAsync(string folder)
    {
        await using var portal = await PortalProcess.StartAsync(folder, killAfter: null);
        Assert.NotNull(portal);
        await DrainAsync(portal);
        var interrupted = await portal.GetAsync("/api/v1/audits");
        output.WriteLine($"after the last start: {Describe(interrupted)}, {portal.Writes} writes");
        if (interrupted.GetProperty("items")[0].GetProperty("clustersFailed").GetInt32() > 0 || interrupted.GetProperty("items")[0].GetProperty("state").GetString() == "Failed")
        {
            // killed as often as it may be tried: marked as failed, and the next one is whole
            await portal.StartAuditAsync();
            await DrainAsync(portal);
        }

        var audits = (await portal.GetAsync("/api/v1/audits")).GetProperty("items").EnumerateArray().ToList();
        output.WriteLine($"newest: {audits[0]}");
        Assert.All(audits, audit => Assert.Contains(audit.GetProperty("state").GetString(), (string[])["Succeeded", "Partial", "Failed"]));
        Assert.Equal("Partial", audits[0].GetProperty("state").GetString());
        Assert.Equal((7, 0), (audits[0].GetProperty("clustersDone").GetInt32(), audits[0].GetProperty("clustersFailed").GetInt32()));
    }

    private static async Task DrainAsync(PortalProcess portal)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await portal.IsAuditingAsync())
        {
            await Task.Delay(BetweenLooks, patience.Token);
        }
    }

    private static string Describe(JsonElement audits) => string.Join(
        ", ",
        audits.GetProperty("items").EnumerateArray().GroupBy(audit => audit.GetProperty("state").GetString()).Select(group => $"{group.Count()} {group.Key}"))
        + $" (newest {audits.GetProperty("items").EnumerateArray().Select(audit => $"{audit.GetProperty("clustersDone")} of {audit.GetProperty("clustersTotal")} clusters").FirstOrDefault()})";
}
