using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Findings;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;

namespace EksSecurityPortal.Core.Tests.Findings;

public class FindingReconcilerTests
{
    private const string CheckId = "NET-001";

    private static readonly ClusterRef Cluster = SnapshotBuilder.Cluster;
    private static readonly DateTimeOffset Now = SnapshotBuilder.CollectedAt;
    private static readonly ResourceRef Pool = ResourceRef.Named("NodeGroup", "general");
    private static readonly ResourceRef Other = ResourceRef.Named("NodeGroup", "other");
    private static readonly ResourceRef Whole = ResourceRef.Cluster("prod");

    [Fact]
    public void Reconcile_new_failure_opens()
    {
        var outcome = Outcome(Pool, CheckStatus.Fail);

        var change = Assert.Single(Reconcile([], outcome));

        Assert.Equal((FindingChangeKind.Opened, outcome, true, null, null), (change.Kind, change.Outcome, change.HasNewEvidence, change.PreviousSeverity, change.Reason));
        Assert.Equal(FindingKey.For(Cluster, CheckId, Pool), change.Key);
        Assert.Equal(Now, change.At);
    }

    [Fact]
    public void Reconcile_same_failure_again_is_still_open_without_new_evidence()
    {
        var change = Assert.Single(Reconcile([Known(Pool)], Outcome(Pool, CheckStatus.Fail)));

        Assert.Equal((FindingChangeKind.StillOpen, false, null), (change.Kind, change.HasNewEvidence, change.PreviousSeverity));
    }

    [Fact]
    public void Reconcile_other_evidence_and_severity_are_told()
    {
        var change = Assert.Single(Reconcile([Known(Pool)], Outcome(Pool, CheckStatus.Fail, Severity.Critical) with { Evidence = [new("subnet", "subnet-b")] }));

        Assert.Equal((FindingChangeKind.StillOpen, true, (Severity?)Severity.High), (change.Kind, change.HasNewEvidence, change.PreviousSeverity));
    }

    [Fact]
    public void Reconcile_failure_of_a_resolved_finding_reopens() =>
        Assert.Equal(FindingChangeKind.Reopened, Assert.Single(Reconcile([Known(Pool, FindingState.Resolved)], Outcome(Pool, CheckStatus.Fail))).Kind);

    [Fact]
    public void Reconcile_resolved_finding_that_does_not_fail_is_not_mentioned() => Assert.Empty(Reconcile([Known(Pool, FindingState.Resolved)], Outcome(Pool, CheckStatus.Pass)));

    [Theory]
    [InlineData(CheckStatus.Pass)]
    [InlineData(CheckStatus.NotApplicable)]
    public void Reconcile_answer_for_the_resource_resolves(CheckStatus status) => Assert.Equal(FindingChangeKind.Resolved, Assert.Single(Reconcile([Known(Pool)], Outcome(Pool, status))).Kind);

    [Fact]
    public void Reconcile_resource_gone_from_a_full_answer_resolves() =>
        Assert.Equal((FindingChangeKind.Resolved, "The resource is gone."), Kinds(Reconcile([Known(Pool)], Outcome(Other, CheckStatus.Pass))));

    [Fact]
    public void Reconcile_unknown_of_the_resource_does_not_resolve() =>
        Assert.Equal((FindingChangeKind.NotAssessed, "seen"), Kinds(Reconcile([Known(Pool)], Outcome(Pool, CheckStatus.Unknown), Outcome(Other, CheckStatus.Pass))));

    [Fact]
    public void Reconcile_unknown_of_the_whole_check_does_not_resolve_even_beside_a_pass()
    {
        Assert.Equal(FindingChangeKind.NotAssessed, Assert.Single(Reconcile([Known(Pool)], Outcome(Whole, CheckStatus.Unknown))).Kind);
        Assert.Equal(FindingChangeKind.NotAssessed, Assert.Single(Reconcile([Known(Pool)], Outcome(Pool, CheckStatus.Pass), Outcome(new("SnapshotPart", "Instances", null, "Instances"), CheckStatus.Unknown))).Kind);
    }

    [Fact]
    public void Reconcile_absent_resource_with_an_unread_member_does_not_resolve()
    {
        var hole = Outcome(new("UnreadMember", "NodeGroups/general", null, "general"), CheckStatus.Unknown);

        Assert.Equal(FindingChangeKind.NotAssessed, Assert.Single(Reconcile([Known(Pool)], Outcome(Other, CheckStatus.Pass), hole)).Kind);
        Assert.Equal(FindingChangeKind.Resolved, Assert.Single(Reconcile([Known(Pool)], Outcome(Pool, CheckStatus.Pass), hole)).Kind);
    }

    [Fact]
    public void Reconcile_unknown_of_another_resource_does_not_keep_a_gone_one_open() =>
        Assert.Equal(FindingChangeKind.Resolved, Assert.Single(Reconcile([Known(Pool)], Outcome(Other, CheckStatus.Unknown))).Kind);

    [Fact]
    public void Reconcile_check_that_did_not_run_leaves_its_findings() =>
        Assert.Equal((FindingChangeKind.NotAssessed, "The check did not run."), Kinds(Reconcile([Known(Pool)], Outcome(Pool, CheckStatus.Pass) with { CheckId = "NET-002" })));

    [Fact]
    public void Reconcile_two_outcomes_of_one_resource_are_one_finding_and_the_worse_speaks()
    {
        var worst = Outcome(Pool, CheckStatus.Fail, Severity.Critical);

        var change = Assert.Single(Reconcile([], Outcome(Pool, CheckStatus.Pass), Outcome(Pool, CheckStatus.Fail, Severity.Low), worst, Outcome(Pool, CheckStatus.Unknown)));

        Assert.Equal((FindingChangeKind.Opened, worst), (change.Kind, change.Outcome));
    }

    [Fact]
    public void Reconcile_failure_beside_blindness_still_opens() =>
        Assert.Contains(Reconcile([], Outcome(Pool, CheckStatus.Fail), Outcome(Whole, CheckStatus.Unknown)), change => change.Kind == FindingChangeKind.Opened);

    [Fact]
    public void Reconcile_any_history_keeps_the_laws()
    {
        var random = new Random(20261123);
        var resources = Enumerable.Range(0, 6).Select(index => ResourceRef.Named("NodeGroup", $"pool-{index}")).Append(Whole).ToList();
        var stored = new Dictionary<FindingKey, KnownFinding>();
        for (var run = 0; run < 400; run++)
        {
            var outcomes = Enumerable.Range(0, random.Next(0, 9)).Select(_ => Outcome(resources[random.Next(resources.Count)], (CheckStatus)random.Next(4), (Severity)random.Next(5))).ToList();
            var changes = FindingReconciler.Reconcile(Cluster, [.. stored.Values], outcomes, Now);

            Assert.Equal(changes.Count, changes.Select(change => change.Key).Distinct().Count());
            Assert.Equal(changes, FindingReconciler.Reconcile(Cluster, [.. stored.Values.Reverse()], [.. Enumerable.Reverse(outcomes)], Now), LooseComparer);
            foreach (var change in changes)
            {
                var mine = outcomes.Where(outcome => outcome.Resource == change.Resource).ToList();
                Assert.Equal(mine.Exists(outcome => outcome.Status == CheckStatus.Fail), change.Kind is FindingChangeKind.Opened or FindingChangeKind.Reopened or FindingChangeKind.StillOpen);
                if (change.Kind == FindingChangeKind.Resolved)
                {
                    Assert.NotEmpty(outcomes);
                    Assert.DoesNotContain(mine, outcome => outcome.Status == CheckStatus.Unknown);
                    Assert.DoesNotContain(outcomes, outcome => outcome.Resource == Whole && outcome.Status == CheckStatus.Unknown);
                }

                Apply(stored, change);
            }

            // every open finding was mentioned
            Assert.All(stored.Values.Where(finding => finding.State == FindingState.Open), finding => Assert.Contains(changes, change => change.Key == finding.Key));
        }
    }

    [Fact]
    public void For_differs_when_any_field_does_and_fields_do_not_run_together()
    {
        FindingKey[] keys =
        [
            FindingKey.For(Cluster, "NET-001", Pool), FindingKey.For(Cluster, "NET-002", Pool), FindingKey.For(Cluster, "NET-001", Other),
            FindingKey.For(Cluster, "NET-001", Pool with { Kind = "NodePool" }), FindingKey.For(Cluster with { AccountId = "444455556666" }, "NET-001", Pool),
            FindingKey.For(Cluster with { Region = "us-east-1" }, "NET-001", Pool), FindingKey.For(Cluster with { Name = "other" }, "NET-001", Pool),
            FindingKey.For(Cluster, "NET-001", new("a", "bc", null, "")), FindingKey.For(Cluster, "NET-001", new("ab", "c", null, "")),
        ];

        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.All(keys, key => Assert.Matches("^[0-9a-f]{64}$", key.Value));
        Assert.Equal(FindingKey.For(Cluster, "NET-001", Pool), FindingKey.For(Cluster, "NET-001", Pool with { DisplayName = "shown otherwise" }));
    }

    // which of two equally bad outcomes speaks is not decided
    private static bool LooseComparer(FindingChange left, FindingChange right) => left.Kind == right.Kind && left.Key == right.Key && left.PreviousSeverity == right.PreviousSeverity;

    private static void Apply(Dictionary<FindingKey, KnownFinding> stored, FindingChange change)
    {
        stored[change.Key] = change.Kind switch
        {
            FindingChangeKind.Resolved => stored[change.Key] with { State = FindingState.Resolved },
            FindingChangeKind.NotAssessed => stored[change.Key],
            _ => new(change.Key, change.CheckId, change.Resource, FindingState.Open, change.Outcome!.Severity, change.Outcome.Summary, change.Outcome.Evidence),
        };
    }

    private static IReadOnlyList<FindingChange> Reconcile(IReadOnlyList<KnownFinding> known, params CheckOutcome[] outcomes) => FindingReconciler.Reconcile(Cluster, known, outcomes, Now);

    private static (FindingChangeKind, string?) Kinds(IReadOnlyList<FindingChange> changes) => (Assert.Single(changes).Kind, changes[0].Reason);

    private static KnownFinding Known(ResourceRef resource, FindingState state = FindingState.Open) =>
        new(FindingKey.For(Cluster, CheckId, resource), CheckId, resource, state, Severity.High, "seen", [new("subnet", "subnet-a")]);

    private static CheckOutcome Outcome(ResourceRef resource, CheckStatus status, Severity severity = Severity.High) => new(CheckId, resource, status, severity, "seen", [new("subnet", "subnet-a")]);
}
