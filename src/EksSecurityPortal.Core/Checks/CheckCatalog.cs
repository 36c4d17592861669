using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Checks;

/// <summary>Every check there is, found once by type and ordered by id. Adding a check is adding its file.</summary>
public static class CheckCatalog
{
    /// <summary>Ordered by id; ids are unique (a test holds it).</summary>
    public static IReadOnlyList<Check> All { get; } = typeof(Check).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Check)) && !type.IsAbstract)
        .Select(type => (Check)Activator.CreateInstance(type)!) // a check has no constructor parameters; a test instantiates them all
        .OrderBy(check => check.Id, StringComparer.Ordinal)
        .ToList();

    private static readonly Dictionary<string, Check> ById = All.ToDictionary(check => check.Id, StringComparer.Ordinal);

    /// <summary>The check, or null when no such id exists (any more).</summary>
    public static Check? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>All outcomes of all checks over one snapshot, ordered by check id, then resource.</summary>
    public static IReadOnlyList<CheckOutcome> RunAll(ClusterSnapshot snapshot) => [.. All.SelectMany(check => check.Run(snapshot))];
}
