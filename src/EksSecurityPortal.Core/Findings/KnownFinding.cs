using EksSecurityPortal.Core.Checks;

namespace EksSecurityPortal.Core.Findings;

/// <summary>A finding of one cluster as it is stored: what the newest run that judged it said.</summary>
public sealed record KnownFinding(FindingKey Key, string CheckId, ResourceRef Resource, FindingState State, Severity Severity, string Summary, IReadOnlyList<Evidence> Evidence);
