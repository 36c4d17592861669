using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Findings;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Sandbox;
using EksSecurityPortal.Sandbox.Demo;
using EksSecurityPortal.Services.Collection;
using EksSecurityPortal.Services.Tests.Collection.Aws;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Collection;

/// <summary>Each fault on each API for good: the collection ends, the gaps are named, no check passes and no finding is resolved for want of data.</summary>
public sealed class EveryFaultTests(EveryFaultTests.Estate estate) : IClassFixture<EveryFaultTests.Estate>
{
    private const string Aws = "eks ec2 iam autoscaling elasticloadbalancing ecr kms ssm";

    public static TheoryData<FaultKind, string> Faults
    {
        get
        {
            var data = new TheoryData<FaultKind, string>();
            foreach (var kind in Enum.GetValues<FaultKind>())
            {
                if (kind is not (FaultKind.ExpiredContinueToken or FaultKind.WrongKind))
                {
                    data.Add(kind, Aws);
                }

                data.Add(kind, "kubernetes");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task CollectAsync_with_a_lasting_fault_ends_with_named_gaps_and_without_an_undeserved_pass(FaultKind kind, string services)
    {
        var snapshot = await estate.CollectAsync(kind, services.Split(' '));
        var outcomes = CheckCatalog.RunAll(snapshot);

        var gaps = Enum.GetValues<SnapshotPart>().SelectMany(part => snapshot[part].Gaps).ToList();
        Assert.NotEmpty(gaps);
        Assert.All(gaps, gap => Assert.False(string.IsNullOrWhiteSpace(gap.Detail)));
        Assert.All(gaps.Where(gap => gap.Reason != GapReason.NotCollected), gap => Assert.NotEmpty(gap.Operation));
        Assert.All(gaps.Where(gap => gap.Reason == GapReason.Denied), gap => Assert.False(string.IsNullOrEmpty(gap.Grant), gap.ToString()));
        Assert.Contains(gaps, gap => Expected(kind, services).Contains(gap.Reason));
        AssertNoUndeservedPass(snapshot, outcomes);
        AssertNothingResolved(snapshot, outcomes);
    }

    /// <summary>Patience may end before the retries do.</summary>
    private static GapReason[] Expected(FaultKind kind, string services) => kind switch
    {
        FaultKind.CutConnection when services == "kubernetes" => [GapReason.Failed, GapReason.TimedOut],
        FaultKind.Unreachable or FaultKind.Latency or FaultKind.SlowBody when services == "kubernetes" => [GapReason.TimedOut, GapReason.Unreachable],
        FaultKind.Throttling when services == "kubernetes" => [GapReason.Throttled, GapReason.TimedOut],
        FaultKind.ServerError or FaultKind.HtmlErrorPage when services == "kubernetes" => [GapReason.Failed, GapReason.TimedOut],
        FaultKind.Throttling => [GapReason.Throttled],
        FaultKind.Denied => [GapReason.Denied],
        FaultKind.ExpiredToken => [GapReason.CredentialsRejected],
        FaultKind.MalformedBody or FaultKind.WrongKind => [GapReason.Malformed],
        FaultKind.ServerError or FaultKind.HtmlErrorPage or FaultKind.ExpiredContinueToken => [GapReason.Failed],
        FaultKind.CutConnection => [GapReason.Unreachable],
        _ => [GapReason.TimedOut],
    };

    private void AssertNoUndeservedPass(ClusterSnapshot snapshot, IReadOnlyList<CheckOutcome> outcomes)
    {
        var arn = snapshot.Cluster.Arn;
        var clean = estate.CleanOutcomes.Where(outcome => outcome.Status == CheckStatus.Pass).Select(outcome => FindingKey.Of(arn, outcome)).ToHashSet();
        var passes = outcomes.Where(outcome => outcome.Status == CheckStatus.Pass).ToList();

        Assert.Equal([], passes.Where(pass => !clean.Contains(FindingKey.Of(arn, pass))).Select(pass => $"{pass.CheckId} {pass.Resource.Key}: {pass.Summary}"));
        foreach (var check in CheckCatalog.All.Where(check => check.Requires.Any(part => !snapshot[part].IsPresent)))
        {
            // Needs is how a check says that a setting of the cluster makes the part meaningless
            var blind = outcomes.Any(outcome => outcome.CheckId == check.Id && outcome.Status == CheckStatus.Unknown);
            Assert.False(blind && passes.Any(pass => pass.CheckId == check.Id), $"{check.Id} passes though a part that it requires is missing.");
        }
    }

    private void AssertNothingResolved(ClusterSnapshot snapshot, IReadOnlyList<CheckOutcome> outcomes)
    {
        var arn = snapshot.Cluster.Arn;
        var known = estate.CleanOutcomes.Where(outcome => outcome.Status == CheckStatus.Fail)
            .Select(outcome => new KnownFinding(
                FindingKey.Of(arn, outcome).Id, outcome.CheckId, outcome.Resource.Kind, outcome.Resource.Key, FindingState.Open, outcome.Severity, FindingReconciler.Fingerprint(outcome)))
            .DistinctBy(finding => finding.Id).ToList();

        var changes = FindingReconciler.Reconcile(arn, known, outcomes, _ => false);

        Assert.Equal(known.Count, changes.Count(change => known.Any(finding => finding.Id == change.FindingId)));
        Assert.Equal([], changes.Where(change => change.Kind == FindingChangeKind.Resolved)
            .Select(change => $"{known.Single(finding => finding.Id == change.FindingId)}: {change.Text}"));
    }

    /// <summary>The demo estate with the real collection, Kubernetes included, and what it says without faults.</summary>
    public sealed class Estate : IAsyncLifetime
    {
        private const string Cluster = "storefront-prod";

        private SandboxServer sandbox = null!;

        public IReadOnlyList<CheckOutcome> CleanOutcomes { get; private set; } = [];

        public async Task InitializeAsync()
        {
            sandbox = await SandboxServer.StartAsync(DemoEstate.Create(TimeProvider.System.GetUtcNow()), new SandboxOptions(), CancellationToken.None);
            var clean = await CollectAsync(TimeSpan.FromMinutes(1), null, []);
            Assert.All(Enum.GetValues<SnapshotPart>(), part => Assert.True(clean[part].IsPresent, part.ToString()));
            CleanOutcomes = CheckCatalog.RunAll(clean);
        }

        public async Task DisposeAsync() => await sandbox.DisposeAsync();

        public Task<ClusterSnapshot> CollectAsync(FaultKind kind, IReadOnlyList<string> services) => CollectAsync(TimeSpan.FromSeconds(2), kind, services);

        private async Task<ClusterSnapshot> CollectAsync(TimeSpan patience, FaultKind? kind, IReadOnlyList<string> services)
        {
            await using var provider = Build(patience);
            var account = sandbox.Estate.Accounts.Single(candidate => candidate.Regions.SelectMany(region => region.Clusters).Any(found => found.Name == Cluster));
            var entry = await provider.GetRequiredService<IAccountCollector>().OpenAsync(SandboxCollection.ConnectionOf(account), CancellationToken.None);
            Assert.Null(entry.Refusal);
            await using var session = entry.Session!;
            var found = await session.FindClustersAsync(CancellationToken.None);
            try
            {
                foreach (var service in kind is null ? [] : services)
                {
                    sandbox.Faults.Add(new Fault(kind!.Value, service) { Delay = TimeSpan.FromMinutes(5) });
                }

                return await session.CollectAsync(found.Clusters.Single(cluster => cluster.Name == Cluster), new SandboxCollection.Progress(), CancellationToken.None);
            }
            finally
            {
                sandbox.Faults.Clear();
            }
        }

        private ServiceProvider Build(TimeSpan patience)
        {
            var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Aws:ServiceUrl"] = sandbox.AwsEndpoint.ToString(),
                ["Aws:AccessKey"] = sandbox.HubCredentials.AccessKeyId,
                ["Aws:SecretKey"] = sandbox.HubCredentials.SecretAccessKey,
                ["Aws:HubRegion"] = "eu-central-1",
                ["Aws:Attempts"] = "2",
                ["Aws:MaxRetryDelaySeconds"] = "0",
                ["Collection:CallsPerSecond"] = "100000",
                ["Collection:CallBurst"] = "100000",
                ["Collection:CallTimeout"] = (patience / 2).ToString(),
                ["Collection:PartDeadline"] = patience.ToString(),
                ["Collection:KubernetesConnectTimeout"] = (patience / 2).ToString(),
                ["Collection:KubernetesPageSize"] = "50",
            }).Build();
            return new ServiceCollection().AddCollection(configuration).BuildServiceProvider();
        }
    }
}
