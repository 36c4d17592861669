using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Findings;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection;
using EksSecurityPortal.Services.Queries;
using static EksSecurityPortal.Web.Tests.Components.Fakes.Snapshots;

namespace EksSecurityPortal.Web.Tests.Components.Fakes;

/// <summary>Rows as the queries would answer them.</summary>
internal static class Samples
{
    internal static readonly Guid AuditId = Guid.Parse("6f1c2a34-0000-4000-8000-000000000001");

    internal static SeverityCounts Open { get; } = new(2, 5, 9, 4, 1);

    internal static ClusterRow Cluster(string name = "shop", double? score = 61.4) => new(
        $"arn:aws:eks:eu-central-1:111122223333:cluster/{name}", "111122223333", "Shop production", "eu-central-1", name, "1.33", "EXTENDED_SUPPORT", Now.AddMonths(8), "ACTIVE",
        24, 812, score, 87.2, Open, new(120, 21, 14, 9), Now.AddHours(-2), Now.AddHours(-2), null, 3, true, true, false);

    internal static IReadOnlyList<ScorePoint> History() =>
        [.. Enumerable.Range(0, 14).Select(day => new ScorePoint(Now.AddDays(day - 14), day == 5 ? null : 48 + (day * 1.3), 87))];

    internal static FleetOverview Overview() => new(
        3, 7, 214, 6120, 68.9, 84.1, Open, new(700, 120, 90, 60),
        [.. Enum.GetValues<CheckArea>().Select((area, index) => new AreaPosture(area, 80 - (index * 12), new(index, 3, 4, 1, 0), new(100, 20, 9, 11)))],
        [Cluster(score: 31), Cluster("payments", 55) with { KubernetesReachable = false, Coverage = 40 }, Cluster(Hostile, 72)],
        [new("ARC-008", "The API endpoint is open to the whole internet", Severity.High, 4, 4), new("PAT-004", "Nodes run an image older than the newest release", Severity.Medium, 31, 6)],
        [new("1.34", "STANDARD_SUPPORT", 4), new("1.33", "EXTENDED_SUPPORT", 2), new("1.31", "UNSUPPORTED", 1)],
        new(AuditId, Now.AddHours(-2), 4, 1, 7, [Finding()]), Now.AddDays(-3), Now.AddHours(-2), 2, 1, History(), null, Audit());

    internal static OutcomeRow Outcome(string check, CheckStatus status, CheckArea area = CheckArea.Architecture, string resource = "shop") => new(
        check, $"Title of {check}", area, Severity.High, status, "Cluster", resource, resource, null, $"Summary of {check}: {status}", [new("cluster.field", "value")], status == CheckStatus.Fail ? "f-1" : null);

    internal static IReadOnlyList<OutcomeRow> Outcomes() =>
    [
        .. Enum.GetValues<CheckArea>().SelectMany(area => Enum.GetValues<CheckStatus>().Select(status => Outcome($"{area.ToString()[..3].ToUpperInvariant()}-{(int)status + 1:000}", status, area))),
        Outcome("ARC-009", CheckStatus.Fail, CheckArea.Architecture, Hostile),
    ];

    internal static FindingRow Finding(string id = "f-1", string resource = "shop") => new(
        id, "ARC-008", "The API endpoint is open to the whole internet", CheckArea.Architecture, Severity.High, FindingState.Open, "111122223333", "eu-central-1", "shop",
        "arn:aws:eks:eu-central-1:111122223333:cluster/shop", "Cluster", resource, resource, "shop-system", "publicAccessCidrs holds 0.0.0.0/0.", Now.AddDays(-12), Now.AddHours(-2), null, 12);

    internal static FindingDetail FindingDetail() => new(
        Finding(resource: Hostile), [new("cluster.resourcesVpcConfig.publicAccessCidrs", "0.0.0.0/0"), new("owner", Hostile)], new SampleCheck(),
        "aws eks update-cluster-config --name shop --region eu-central-1", null, [new(Now.AddDays(-12), AuditId, "Opened", "First seen."), new(Now.AddDays(-3), AuditId, "EvidenceChanged", Hostile)], false, null);

    internal static FindingFacets Facets() => new(
        [new("Critical", "Critical", 2), new("High", "High", 5)], [new("Architecture", "Architecture", 7)], [new("Open", "Open", 21), new("Resolved", "Resolved", 3)],
        [new("111122223333", "Shop production", 21)], [new("eu-central-1", "eu-central-1", 21)], [new("arn:aws:eks:eu-central-1:111122223333:cluster/shop", Hostile, 21)], [new("ARC-008", "ARC-008 The API endpoint is open", 4)]);

    internal static AuditRow Audit(AuditState state = AuditState.Partial) => new(
        AuditId, state, "ana@example.com", "everything", Now.AddHours(-2), Now.AddHours(-2), state == AuditState.Running ? null : Now.AddHours(-2).AddSeconds(74), 7, 6, 1, 4, 1, 7,
        [new("444455556666", null, new(GapReason.CredentialsRejected, "sts:AssumeRole", "The role does not trust the portal.", "sts:AssumeRole"))], null);

    internal static RunRow Run(RunState state = RunState.Partial) => new(
        Guid.Parse("6f1c2a34-0000-4000-8000-0000000000a1"), AuditId, "arn:aws:eks:eu-central-1:111122223333:cluster/shop", "111122223333", "eu-central-1", "shop", state, Now.AddHours(-2),
        state == RunState.Running ? null : Now.AddHours(-2).AddSeconds(31), 54, 51, 3, 61.4, 87.2, 4, 1, 7, null, 1);

    internal static ScheduleRow Schedule() => new(Guid.Parse("6f1c2a34-0000-4000-8000-0000000000b1"), "nightly", "0 2 * * *", "Europe/Berlin", true, false, [], [], Now.AddHours(16), Now.AddHours(-8), AuditId, AuditState.Partial);

    internal static AccountRow Account() => new(
        "111122223333", "Shop production", "arn:aws:iam::111122223333:role/EksSecurityPortalReader", "x7Jp0000000000000000000000000000", ["eu-central-1"], true, false, Now.AddMonths(-3), 4, Open, Now.AddHours(-2), null,
        Now.AddDays(-1), [new("eks:ListClusters", "Finds the clusters.", ProbeResult.Granted, null), new("iam:GetAccountAuthorizationDetails", "Judges roles.", ProbeResult.Denied, "AccessDenied"), new("k8s:list nodes", "Lists the nodes.", ProbeResult.NotTested, "no cluster")]);

    internal static CoverageReport Coverage() => new(
        new([new("111122223333", "eu-central-1", "shop", "arn:aws:eks:eu-central-1:111122223333:cluster/shop", SnapshotPart.AccessEntries, new(GapReason.Denied, "eks:ListAccessEntries", "AccessDeniedException", "eks:ListAccessEntries"), Now.AddHours(-2), null, ["IAM-029", "IAM-032"])], 1),
        [new("arn:aws:eks:eu-central-1:111122223333:cluster/shop", "111122223333", "eu-central-1", "shop", 51, 54, 87.2, Now.AddHours(-2), true), new("arn:aws:eks:eu-central-1:111122223333:cluster/payments", "111122223333", "eu-central-1", "payments", 30, 54, 40, Now.AddHours(-2), false)],
        [new("eks:ListAccessEntries", false, 2, ["IAM-029", "IAM-032"])], Audit().Gaps, 60, 970);

    /// <summary>A check of the tests' own, so that pages do not depend on the catalogue.</summary>
    private sealed class SampleCheck : Check
    {
        public override string Id => "ARC-008";

        public override string Title => "The API endpoint is open to the whole internet";

        public override CheckArea Area => CheckArea.Architecture;

        public override Severity Severity => Severity.High;

        public override string Risk => "Anybody can try stolen credentials or an unpatched flaw against the API server.";

        public override Remediation Remediation => new("Name the networks that may reach the endpoint, or make it private.", "aws eks update-cluster-config");

        public override IReadOnlyList<string> References => ["https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html"];

        public override IReadOnlyList<SnapshotPart> Requires => [SnapshotPart.ControlPlane];

        protected override IEnumerable<CheckOutcome> Evaluate(ClusterSnapshot snapshot) => [];
    }
}
