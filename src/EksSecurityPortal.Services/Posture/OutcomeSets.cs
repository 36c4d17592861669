using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Persistence.Entities;

namespace EksSecurityPortal.Services.Posture;

/// <summary>Outcomes of one run as they are stored: one compressed list per area.</summary>
internal static class OutcomeSets
{
    internal const int MaxEvidence = 50;
    internal const int MaxEvidenceValue = 4000;

    internal static IReadOnlyList<OutcomeSetEntity> Pack(ClaimedRun run, IReadOnlyList<CheckOutcome> outcomes, CheckBook checks) => outcomes
        .GroupBy(outcome => checks.AreaOf(outcome.CheckId))
        .Select(area => new { area.Key, List = area.Select(Bound).ToList() })
        .Select(area => new OutcomeSetEntity
        {
            ClusterId = run.ClusterId,
            Area = area.Key,
            RunId = run.RunId,
            Count = area.List.Count,
            Content = SnapshotSerializer.PackValue(area.List).Content,
        })
        .ToList();

    internal static IReadOnlyList<CheckOutcome> Unpack(byte[] content) => SnapshotSerializer.UnpackValue<List<CheckOutcome>>(content);

    /// <summary>Text of a cluster may be long without end; what is stored for people to read is not.</summary>
    internal static IReadOnlyList<Evidence> Bound(IReadOnlyList<Evidence> evidence)
    {
        var bounded = evidence.Take(MaxEvidence)
            .Select(item => new Evidence(StoredText.Clean(item.Field, 500), StoredText.Clean(item.Value, MaxEvidenceValue)))
            .ToList();
        if (evidence.Count > MaxEvidence)
        {
            bounded.Add(new("…", $"{evidence.Count - MaxEvidence} more are not stored."));
        }

        return bounded;
    }

    private static CheckOutcome Bound(CheckOutcome outcome) =>
        outcome with { Summary = StoredText.Clean(outcome.Summary, FindingWriter.MaxSummary), Evidence = Bound(outcome.Evidence) };
}
