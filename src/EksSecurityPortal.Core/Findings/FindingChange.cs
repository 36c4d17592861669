using EksSecurityPortal.Core.Checks;

namespace EksSecurityPortal.Core.Findings;

/// <summary>What a run means for one finding.</summary>
public enum FindingChangeKind
{
    /// <summary>Fails for the first time.</summary>
    Opened,

    /// <summary>Was resolved and fails again.</summary>
    Reopened,

    /// <summary>Was open and still fails; see <see cref="FindingChange.HasNewEvidence"/> and <see cref="FindingChange.PreviousSeverity"/>.</summary>
    StillOpen,

    /// <summary>Was open, and this run shows that it is gone.</summary>
    Resolved,

    /// <summary>Was open, and this run could not see whether it still is. Stays open.</summary>
    NotAssessed,
}

/// <summary>What a run means for one finding.</summary>
/// <param name="At">When the run's collection started, UTC.</param>
/// <param name="Outcome">The failing outcome of Opened, Reopened and StillOpen; the passing one of Resolved when there is one; else null.</param>
/// <param name="HasNewEvidence">Summary or evidence differ from what is stored. True for Opened and Reopened.</param>
/// <param name="PreviousSeverity">Set when a finding that was known changes its severity.</param>
/// <param name="Reason">Why it was resolved, or why it could not be assessed; null for the other kinds.</param>
public sealed record FindingChange(
    FindingChangeKind Kind, FindingKey Key, string CheckId, ResourceRef Resource, DateTimeOffset At, CheckOutcome? Outcome, bool HasNewEvidence, Severity? PreviousSeverity, string? Reason);
