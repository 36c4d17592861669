namespace EksSecurityPortal.Core.Checks;

/// <summary>Ids of checks that the portal no longer has. An id in here is never given to another check, and its open findings are closed as retired.</summary>
public static class RetiredChecks
{
    public static IReadOnlySet<string> Ids { get; } = new HashSet<string>(StringComparer.Ordinal);
}
