using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Collection.Aws.Entering;

public sealed class AccountEntranceTests(SharedSandbox shared) : IClassFixture<SharedSandbox>
{
    [Fact]
    public async Task OpenAsync_with_the_right_values_enters()
    {
        var entry = await shared.Bench.Collector.OpenAsync(Right, CancellationToken.None);

        Assert.Null(entry.Refusal);
        Assert.Equal(Right.AccountId, entry.Session!.AccountId);
        await entry.Session.DisposeAsync();
    }

    [Fact]
    public async Task OpenAsync_with_a_wrong_external_id_says_what_to_compare()
    {
        var gap = await RefusalOfAsync(Right with { ExternalId = "not-the-right-one" });

        Assert.Equal(GapReason.Denied, gap.Reason);
        Assert.Equal("sts:AssumeRole", gap.Operation);
        Assert.Contains(Right.RoleArn!, gap.Detail, StringComparison.Ordinal);
        Assert.Contains("external id \"not-", gap.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("not-the-right-one", gap.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_without_the_external_id_is_refused()
    {
        var gap = await RefusalOfAsync(Right with { ExternalId = null });

        Assert.Equal(GapReason.Denied, gap.Reason);
        Assert.Contains("no external id", gap.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_with_a_role_that_does_not_exist_names_it()
    {
        var arn = $"arn:aws:iam::{Right.AccountId}:role/NoSuchRole";

        var gap = await RefusalOfAsync(Right with { RoleArn = arn });

        Assert.Equal(GapReason.Denied, gap.Reason);
        Assert.Contains(arn, gap.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_into_another_account_than_named_is_refused()
    {
        var hub = shared.Bench.Sandbox.Estate.Hub.AccountId;
        var other = shared.Bench.Sandbox.Estate.Accounts.First(account => account.Id != hub).Id;

        var gap = await RefusalOfAsync(new AccountConnection(other, "other", null, null, []));

        Assert.Equal(GapReason.CredentialsRejected, gap.Reason);
        Assert.Contains(hub, gap.Detail, StringComparison.Ordinal);
        Assert.Contains(other, gap.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_with_a_malformed_role_arn_sends_nothing()
    {
        var before = shared.Bench.Ledger.Counts.Sum(count => count.Requests);

        var gap = await RefusalOfAsync(Right with { RoleArn = "nonsense" });

        Assert.Contains("nonsense", gap.Detail, StringComparison.Ordinal);
        Assert.Equal(before, shared.Bench.Ledger.Counts.Sum(count => count.Requests));
    }

    [Fact]
    public async Task OpenAsync_with_a_wrong_hub_secret_says_so()
    {
        await using var bench = await SandboxCollection.StartAsync(("Aws:SecretKey", "wrong"));

        var entry = await bench.Collector.OpenAsync(SandboxCollection.ConnectionOf(bench.Sandbox.Estate.Accounts[0]), CancellationToken.None);

        Assert.Equal(GapReason.CredentialsRejected, entry.Refusal!.Reason);
        Assert.Contains("portal's own credentials", entry.Refusal.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TestAsync_of_an_account_that_cannot_be_entered_says_why_and_tests_nothing_else()
    {
        var probes = await shared.Bench.Collector.TestAsync(Right with { ExternalId = "not-the-right-one" }, CancellationToken.None);

        var denied = Assert.Single(probes, probe => probe.Result == ProbeResult.Denied);
        Assert.Equal("sts:AssumeRole", denied.Action);
        Assert.All(probes.Where(probe => probe != denied), probe => Assert.Equal(ProbeResult.NotTested, probe.Result));
    }

    private AccountConnection Right => SandboxCollection.ConnectionOf(shared.Bench.Sandbox.Estate.Accounts[0]);

    private async Task<PartGap> RefusalOfAsync(AccountConnection connection)
    {
        var entry = await shared.Bench.Collector.OpenAsync(connection, CancellationToken.None);
        Assert.Null(entry.Session);
        return entry.Refusal!;
    }
}
