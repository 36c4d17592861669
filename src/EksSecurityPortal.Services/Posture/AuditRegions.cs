using EksSecurityPortal.Services.Persistence.Entities;

namespace EksSecurityPortal.Services.Posture;

/// <summary>Which regions of an account an audit looks into.</summary>
internal static class AuditRegions
{
    /// <summary>
    /// The account's regions narrowed to the audit's. Empty means: every enabled region when neither names any, and none when they have
    /// nothing in common.
    /// </summary>
    internal static IReadOnlyList<string> Of(AuditEntity audit, AccountEntity account)
    {
        var wanted = audit.Regions.ToList();
        if (audit.ClusterArns.Count > 0)
        {
            var regionsOfClusters = audit.ClusterArns.Select(arn => arn.Split(':'))
                .Where(parts => parts.Length > 4 && parts[4] == account.Id)
                .Select(parts => parts[3])
                .Distinct(StringComparer.Ordinal)
                .ToList();
            wanted = wanted.Count == 0 ? regionsOfClusters : [.. wanted.Intersect(regionsOfClusters, StringComparer.Ordinal)];
        }

        if (audit.Regions.Count == 0 && audit.ClusterArns.Count == 0)
        {
            return account.Regions;
        }

        return account.Regions.Count == 0 ? wanted : [.. account.Regions.Intersect(wanted, StringComparer.Ordinal)];
    }
}
