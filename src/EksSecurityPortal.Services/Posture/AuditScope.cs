namespace EksSecurityPortal.Services.Posture;

/// <summary>What to audit. Empty lists mean all.</summary>
public sealed record AuditScope(IReadOnlyList<string> AccountIds, IReadOnlyList<string> Regions, IReadOnlyList<string> ClusterArns)
{
    public static AuditScope Everything { get; } = new([], [], []);
}
