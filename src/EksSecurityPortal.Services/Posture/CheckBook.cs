using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Services.Posture;

/// <summary>The checks that audits run: the catalogue, or a test's own.</summary>
internal sealed class CheckBook(IReadOnlyList<Check> checks)
{
    private readonly Dictionary<string, Check> byId = checks.ToDictionary(check => check.Id, StringComparer.Ordinal);

    internal IReadOnlyList<CheckOutcome> Run(ClusterSnapshot snapshot) => [.. checks.SelectMany(check => check.Run(snapshot))];

    /// <summary>Null when no such check exists (any more).</summary>
    internal Check? Find(string id) => byId.GetValueOrDefault(id);

    internal CheckArea AreaOf(string id) => Find(id)?.Area ?? CheckArea.Architecture;
}
