using EksSecurityPortal.Core.Checks;

namespace EksSecurityPortal.Core.Findings;

/// <summary>A finding as it was stored before a run.</summary>
/// <param name="Fingerprint">Of summary and evidence, see <see cref="FindingReconciler.Fingerprint"/>.</param>
public sealed record KnownFinding(string Id, string CheckId, string ResourceKind, string ResourceKey, FindingState State, Severity Severity, string Fingerprint);

/// <summary>What a run says of a finding. Stored by name.</summary>
public enum FindingChangeKind
{
    /// <summary>Failed for the first time.</summary>
    Opened,

    /// <summary>Had been resolved and fails again.</summary>
    Reopened,

    /// <summary>Still fails, with another summary or other evidence.</summary>
    EvidenceChanged,

    /// <summary>Still fails, worse or milder than before.</summary>
    SeverityChanged,

    /// <summary>Still fails, as before.</summary>
    StillOpen,

    /// <summary>A complete look at the check's data shows it gone.</summary>
    Resolved,

    /// <summary>Stays open: what would show it gone could not be read.</summary>
    NotAssessed,
}

/// <param name="FindingId">See <see cref="FindingKey.Id"/>.</param>
/// <param name="Outcome">The failing outcome; null when Resolved or NotAssessed.</param>
/// <param name="Text">One sentence for the finding's history; empty when StillOpen.</param>
public sealed record FindingChange(FindingChangeKind Kind, string FindingId, CheckOutcome? Outcome, string Text);
