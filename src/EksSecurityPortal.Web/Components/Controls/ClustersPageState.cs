using EksSecurityPortal.Services.Queries;
using Microsoft.AspNetCore.WebUtilities;

namespace EksSecurityPortal.Web.Components.Controls;

/// <summary>What the list of clusters shows, in its address. Unknown values are dropped.</summary>
public sealed record ClustersPageState
{
    public static ClustersPageState Default { get; } = new();

    public string? Account { get; init; }

    public string? Region { get; init; }

    public IReadOnlyList<string> Versions { get; init; } = [];

    public string? Text { get; init; }

    public ClusterSortBy SortBy { get; init; } = ClusterSortBy.Score;

    public bool Descending { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public bool IsFiltered => Account is not null || Region is not null || Versions.Count > 0 || Text is not null;

    public ClusterFilter ToFilter() => new()
    {
        AccountIds = Account is null ? [] : [Account],
        Regions = Region is null ? [] : [Region],
        Versions = Versions,
        Text = Text,
        SortBy = SortBy,
        Descending = Descending,
    };

    public static ClustersPageState FromUri(Uri uri)
    {
        var query = QueryHelpers.ParseQuery(uri.Query);
        string? One(string key) => query.TryGetValue(key, out var values) && values.Count > 0 && values[0] is { Length: > 0 and <= 300 } value ? value : null;
        return new()
        {
            Account = One("account"),
            Region = One("region"),
            Versions = query.TryGetValue("version", out var versions) ? [.. versions.OfType<string>().Where(version => version.Length is > 0 and <= 40).Take(40)] : [],
            Text = One("q"),
            SortBy = Enum.TryParse<ClusterSortBy>(One("sort"), ignoreCase: true, out var by) && Enum.IsDefined(by) ? by : ClusterSortBy.Score,
            Descending = One("order") == "desc",
            Page = int.TryParse(One("page"), out var page) ? Math.Clamp(page, 1, 1_000_000) : 1,
        };
    }

    public string ToUrl() => PortalUrls.WithQuery(PortalUrls.ClustersRoute,
    [
        new("account", Account),
        new("region", Region),
        .. Versions.Select(version => new KeyValuePair<string, string?>("version", version)),
        new("q", Text),
        new("sort", SortBy == ClusterSortBy.Score ? null : SortBy.ToString().ToLowerInvariant()),
        new("order", Descending ? "desc" : null),
        new("page", PortalUrls.PageText(Page)),
    ]);

    /// <summary>Sorted by a column; a second time turns the order round.</summary>
    public ClustersPageState SortedBy(ClusterSortBy by) => this with { SortBy = by, Descending = SortBy == by ? !Descending : by == ClusterSortBy.OpenFindings, Page = 1 };
}
