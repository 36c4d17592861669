using EksSecurityPortal.AwsClients;
using EksSecurityPortal.Services.Collection;
using EksSecurityPortal.Services.Collection.Aws;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Collection.Aws;

public sealed class AwsOperationsTests
{
    /// <summary>Begins a report inside IAM; grants, changes and stores nothing of the account's.</summary>
    private static readonly string[] NamedExceptions = ["iam:GenerateServiceLastAccessedDetails", "sts:AssumeRole"];

    private static readonly string[] ReadingVerbs = ["List", "Get", "Describe"];

    [Fact]
    public async Task Everything_that_is_sent_is_in_the_table_and_the_other_way_round()
    {
        await using var bench = await SandboxCollection.StartAsync();
        foreach (var account in bench.Sandbox.Estate.Accounts)
        {
            await using var session = await bench.OpenAsync(account);
            foreach (var cluster in (await session.FindClustersAsync(CancellationToken.None)).Clusters)
            {
                await session.CollectAsync(cluster, new SandboxCollection.Progress(), CancellationToken.None);
            }

            await bench.Collector.TestAsync(SandboxCollection.ConnectionOf(account), CancellationToken.None);
        }

        var sent = bench.Ledger.Counts.Select(count => count.Operation).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(AwsOperations.All.Select(operation => operation.IamAction).Order(StringComparer.Ordinal), sent);
    }

    [Fact]
    public async Task A_collection_alone_sends_nothing_outside_the_table()
    {
        await using var bench = await SandboxCollection.StartAsync();

        await bench.CollectAsync("billing-windows");

        var known = AwsOperations.All.Select(operation => operation.IamAction).ToHashSet();
        Assert.All(bench.Ledger.Counts, count => Assert.Contains(count.Operation, known));
    }

    [Fact]
    public void No_operation_in_the_table_can_write() =>
        Assert.All(AwsOperations.All, operation => Assert.True(IsReading(operation.Operation) || NamedExceptions.Contains(operation.IamAction), operation.IamAction));

    [Fact]
    public void No_operation_that_the_own_clients_could_call_can_write() =>
        Assert.All(AwsOperationCatalog.All, operation => Assert.True(IsReading(operation.Operation) || NamedExceptions.Contains(operation.IamAction), operation.IamAction));

    [Fact]
    public void Every_operation_of_a_service_with_own_clients_is_one_that_they_have()
    {
        var callable = AwsOperationCatalog.All.Select(operation => operation.IamAction).ToHashSet();
        var own = AwsOperationCatalog.All.Select(operation => operation.Service).ToHashSet();

        Assert.All(AwsOperations.All.Where(operation => own.Contains(operation.Service)), operation => Assert.Contains(operation.IamAction, callable));
    }

    [Theory]
    [InlineData("DeleteCluster")]
    [InlineData("UpdateNodegroupConfig")]
    [InlineData("AssociateAccessPolicy")]
    public void The_rule_for_reading_can_fail(string operation) => Assert.False(IsReading(operation));

    [Fact]
    public async Task TestAsync_with_all_grants_finds_every_permission_granted()
    {
        await using var bench = await SandboxCollection.StartAsync();
        var account = bench.Sandbox.Estate.Accounts.First(candidate => candidate.DeniedActions.Count == 0);

        var probes = await bench.Collector.TestAsync(SandboxCollection.ConnectionOf(account), CancellationToken.None);

        Assert.All(probes, probe => Assert.True(probe.Result == ProbeResult.Granted, probe.ToString()));
        Assert.Equal(AwsOperations.All.Select(operation => operation.IamAction).Append("k8s:list nodes"), probes.Select(probe => probe.Action));
    }

    [Fact]
    public async Task TestAsync_of_a_role_that_lacks_grants_finds_exactly_those()
    {
        await using var bench = await SandboxCollection.StartAsync();
        var account = bench.Sandbox.Estate.Accounts.Single(candidate => candidate.DeniedActions.Count > 0);

        var probes = await bench.Collector.TestAsync(SandboxCollection.ConnectionOf(account), CancellationToken.None);

        var asked = AwsOperations.All.Select(operation => operation.IamAction).ToHashSet();
        Assert.Equal(account.DeniedActions.Where(asked.Contains).Order(StringComparer.Ordinal), probes.Where(probe => probe.Result == ProbeResult.Denied).Select(probe => probe.Action).Order(StringComparer.Ordinal));
    }

    private static bool IsReading(string operation) => ReadingVerbs.Any(verb => operation.StartsWith(verb, StringComparison.Ordinal));
}
