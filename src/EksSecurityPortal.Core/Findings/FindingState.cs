namespace EksSecurityPortal.Core.Findings;

/// <summary>Where a finding stands. Stored as its number.</summary>
public enum FindingState
{
    Open = 0,
    Resolved = 1,
}
