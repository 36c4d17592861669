using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Findings;
using Xunit;

namespace EksSecurityPortal.Core.Tests.Findings;

public sealed class FindingReconcilerTests
{
    private const string Arn = "arn:aws:eks:eu-central-1:111122223333:cluster/shop";

    private static readonly ResourceRef Cart = ResourceRef.Namespaced("Deployment", "shop", "cart");

    [Fact]
    public void Reconcile_a_first_failure_opens_a_finding()
    {
        var change = Assert.Single(Reconcile([], Outcome(CheckStatus.Fail)));

        Assert.Equal((FindingChangeKind.Opened, FindingKey.Of(Arn, Outcome(CheckStatus.Fail)).Id), (change.Kind, change.FindingId));
    }

    [Fact]
    public void Reconcile_the_same_failure_again_leaves_it_open()
    {
        Assert.Equal(FindingChangeKind.StillOpen, Assert.Single(Reconcile([Known()], Outcome(CheckStatus.Fail))).Kind);
    }

    [Fact]
    public void Reconcile_a_failure_after_its_resolution_reopens_the_same_finding()
    {
        var change = Assert.Single(Reconcile([Known(FindingState.Resolved)], Outcome(CheckStatus.Fail)));

        Assert.Equal((FindingChangeKind.Reopened, Known().Id), (change.Kind, change.FindingId));
    }

    [Fact]
    public void Reconcile_other_evidence_or_severity_is_a_change()
    {
        Assert.Equal(FindingChangeKind.EvidenceChanged, Assert.Single(Reconcile([Known()], Outcome(CheckStatus.Fail) with { Summary = "Otherwise." })).Kind);
        Assert.Equal(FindingChangeKind.SeverityChanged, Assert.Single(Reconcile([Known()], Outcome(CheckStatus.Fail) with { Severity = Severity.Critical })).Kind);
    }

    [Theory]
    [InlineData(CheckStatus.Pass, FindingChangeKind.Resolved)]
    [InlineData(CheckStatus.NotApplicable, FindingChangeKind.Resolved)]
    [InlineData(CheckStatus.Unknown, FindingChangeKind.NotAssessed)]
    public void Reconcile_another_answer_for_the_resource_decides(CheckStatus status, FindingChangeKind expected)
    {
        Assert.Equal(expected, Assert.Single(Reconcile([Known()], Outcome(status))).Kind);
    }

    [Fact]
    public void Reconcile_a_resource_that_is_gone_from_complete_data_is_resolved()
    {
        var other = Outcome(CheckStatus.Pass) with { Resource = ResourceRef.Namespaced("Deployment", "shop", "other") };

        Assert.Equal(FindingChangeKind.Resolved, Assert.Single(Reconcile([Known()], other)).Kind);
    }

    [Theory]
    [InlineData("Cluster", "shop")]
    [InlineData("SnapshotPart", "Workloads")]
    [InlineData("UnreadMember", "Workloads/shop")]
    public void Reconcile_a_resource_that_is_missing_from_data_with_a_hole_stays_open(string kind, string key)
    {
        var pass = Outcome(CheckStatus.Pass) with { Resource = ResourceRef.Namespaced("Deployment", "shop", "other") };
        var hole = Outcome(CheckStatus.Unknown) with { Resource = new(kind, key, null, key), Summary = "Workloads could not be read: Denied." };

        var change = Assert.Single(Reconcile([Known()], pass, hole));

        Assert.Equal((FindingChangeKind.NotAssessed, "Workloads could not be read: Denied."), (change.Kind, change.Text));
    }

    [Fact]
    public void Reconcile_a_pass_beside_blindness_for_a_part_stays_open_and_beside_an_unread_member_is_resolved()
    {
        var part = Outcome(CheckStatus.Unknown) with { Resource = new("SnapshotPart", "Instances", null, "Instances") };
        var member = Outcome(CheckStatus.Unknown) with { Resource = new("UnreadMember", "Instances/i-1", null, "i-1") };

        Assert.Equal(FindingChangeKind.NotAssessed, Assert.Single(Reconcile([Known()], Outcome(CheckStatus.Pass), part)).Kind);
        Assert.Equal(FindingChangeKind.Resolved, Assert.Single(Reconcile([Known()], Outcome(CheckStatus.Pass), member)).Kind);
    }

    [Fact]
    public void Reconcile_an_unknown_of_another_resource_does_not_keep_a_gone_one_open()
    {
        var other = Outcome(CheckStatus.Unknown) with { Resource = ResourceRef.Namespaced("Deployment", "shop", "other") };

        Assert.Equal(FindingChangeKind.Resolved, Assert.Single(Reconcile([Known()], other)).Kind);
    }

    [Fact]
    public void Reconcile_a_failure_beside_blindness_still_opens()
    {
        var blind = Outcome(CheckStatus.Unknown) with { Resource = ResourceRef.Cluster("shop") };

        Assert.Equal(FindingChangeKind.Opened, Assert.Single(Reconcile([], Outcome(CheckStatus.Fail), blind)).Kind);
    }

    [Fact]
    public void Reconcile_without_any_answer_of_the_check_resolves_nothing_unless_the_check_is_retired()
    {
        Assert.Equal(FindingChangeKind.NotAssessed, Assert.Single(Reconcile([Known()])).Kind);
        Assert.Equal(FindingChangeKind.Resolved, Assert.Single(FindingReconciler.Reconcile(Arn, [Known()], [], _ => true)).Kind);
    }

    [Fact]
    public void Reconcile_what_stays_resolved_is_no_change()
    {
        Assert.Empty(Reconcile([Known(FindingState.Resolved)], Outcome(CheckStatus.Pass)));
    }

    [Fact]
    public void Reconcile_two_failures_of_one_resource_are_one_finding_the_worse_one()
    {
        var change = Assert.Single(Reconcile([], Outcome(CheckStatus.Fail) with { Severity = Severity.Critical }, Outcome(CheckStatus.Fail)));

        Assert.Equal(Severity.Critical, change.Outcome?.Severity);
    }

    [Fact]
    public void Id_of_keys_whose_texts_only_join_alike_differs()
    {
        Assert.NotEqual(new FindingKey(Arn, "A", "BC", "D").Id, new FindingKey(Arn, "AB", "C", "D").Id);
    }

    private static IReadOnlyList<FindingChange> Reconcile(IReadOnlyList<KnownFinding> known, params IReadOnlyList<CheckOutcome> outcomes) =>
        FindingReconciler.Reconcile(Arn, known, outcomes, _ => false);

    private static CheckOutcome Outcome(CheckStatus status) => new("NET-001", Cart, status, Severity.High, "It is open.", [new("field", "value")]);

    private static KnownFinding Known(FindingState state = FindingState.Open) => new(
        FindingKey.Of(Arn, Outcome(CheckStatus.Fail)).Id, "NET-001", Cart.Kind, Cart.Key, state, Severity.High, FindingReconciler.Fingerprint(Outcome(CheckStatus.Fail)));
}
