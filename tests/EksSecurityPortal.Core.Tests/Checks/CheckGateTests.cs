using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;

namespace EksSecurityPortal.Core.Tests.Checks;

public class CheckGateTests
{
    [Fact]
    public void Run_missing_required_part_is_unknown_for_the_cluster_and_never_asks_the_check()
    {
        var outcome = Assert.Single(new Probe(_ => throw new InvalidOperationException("asked")).Run(SnapshotBuilder.New().Missing(SnapshotPart.Nodes).Build()));

        Assert.Equal((CheckStatus.Unknown, "Cluster", "prod"), (outcome.Status, outcome.Resource.Kind, outcome.Resource.Key));
        Assert.Equal("Nodes could not be read: Denied. Grant grant:Nodes to unlock it.", outcome.Summary);
    }

    [Fact]
    public void Run_exception_in_a_check_is_unknown_with_its_type()
    {
        var outcome = Assert.Single(new Probe(_ => throw new FormatException("bad\u0007text")).Run(SnapshotBuilder.New().Build()));

        Assert.Equal(CheckStatus.Unknown, outcome.Status);
        Assert.Contains("FormatException", outcome.Summary, StringComparison.Ordinal);
        Assert.Equal("bad\ufffdtext", Assert.Single(outcome.Evidence).Value);
    }

    [Fact]
    public void Run_exception_in_the_middle_drops_the_half_answer()
    {
        static IEnumerable<CheckOutcome> Broken(Probe probe)
        {
            yield return probe.Passed("a");
            throw new FormatException();
        }

        Assert.Equal(CheckStatus.Unknown, Assert.Single(new Probe(Broken).Run(SnapshotBuilder.New().Build())).Status);
    }

    [Fact]
    public void Run_hole_in_a_required_part_is_unknown_beside_the_other_outcomes()
    {
        var outcomes = new Probe(probe => [probe.Passed("a")]).Run(SnapshotBuilder.New().Hole(SnapshotPart.Nodes, "node-7").Build());

        Assert.Equal([(CheckStatus.Pass, "a"), (CheckStatus.Unknown, "Nodes/node-7")], outcomes.Select(outcome => (outcome.Status, outcome.Resource.Key)));
    }

    [Fact]
    public void Run_absent_consulted_part_is_unknown_beside_the_other_outcomes()
    {
        var outcomes = new Probe(probe => [probe.Passed("a")]).Run(SnapshotBuilder.New().Missing(SnapshotPart.Instances).Build());

        Assert.Equal([(CheckStatus.Pass, "Node"), (CheckStatus.Unknown, "SnapshotPart")], outcomes.Select(outcome => (outcome.Status, outcome.Resource.Kind)));
    }

    [Fact]
    public void Run_no_outcome_and_a_hole_is_not_called_inapplicable()
    {
        Assert.Equal(CheckStatus.Unknown, Assert.Single(new Probe(_ => []).Run(SnapshotBuilder.New().Hole(SnapshotPart.Nodes, "node-7").Build())).Status);
        Assert.Equal(CheckStatus.NotApplicable, Assert.Single(new Probe(_ => []).Run(SnapshotBuilder.New().Build())).Status);
    }

    [Fact]
    public void Run_texts_are_cleaned_and_cut_the_same_way_each_time()
    {
        var outcome = Assert.Single(new Probe(probe => [probe.Passed("k\n" + new string('x', 2000), new string('y', 5000), [.. Enumerable.Range(0, 90).Select(index => new Evidence($"f{index}", new string('z', 9000)))])]).Run(SnapshotBuilder.New().Build()));

        Assert.Equal((OutcomeText.MaxSummary, OutcomeText.MaxEvidence, OutcomeText.MaxValue), (outcome.Summary.Length, outcome.Evidence.Count, outcome.Evidence[0].Value.Length));
        Assert.InRange(outcome.Resource.Key.Length, 400, OutcomeText.MaxKey);
        Assert.Equal(outcome.Resource, OutcomeText.Clean(outcome).Resource);
        Assert.Equal(outcome.Summary, OutcomeText.Clean(outcome).Summary);
    }

    [Fact]
    public void Run_long_keys_that_differ_at_their_end_stay_different()
    {
        var outcomes = new Probe(probe => [probe.Passed(new string('x', 900) + "1"), probe.Passed(new string('x', 900) + "2")]).Run(SnapshotBuilder.New().Build());

        Assert.Equal(2, outcomes.Select(outcome => outcome.Resource.Key).Distinct().Count());
    }

    /// <summary>Reads nodes, and instances if they are there.</summary>
    private sealed class Probe(Func<Probe, IEnumerable<CheckOutcome>> evaluate) : Check
    {
        public override string Id => "TST-001";

        public override string Title => "Probe";

        public override CheckArea Area => CheckArea.Architecture;

        public override Severity Severity => Severity.Low;

        public override string Risk => "";

        public override Remediation Remediation => new("");

        public override IReadOnlyList<string> References => [];

        public override IReadOnlyList<SnapshotPart> Requires => [SnapshotPart.Nodes];

        public override IReadOnlyList<SnapshotPart> Consults => [SnapshotPart.Instances];

        public CheckOutcome Passed(string key, string summary = "fine", IReadOnlyList<Evidence>? evidence = null) => Pass(ResourceRef.Named("Node", key), summary, evidence ?? []);

        protected override IEnumerable<CheckOutcome> Evaluate(ClusterSnapshot snapshot) => evaluate(this);
    }
}
