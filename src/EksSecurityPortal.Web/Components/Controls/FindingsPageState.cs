using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Findings;
using EksSecurityPortal.Services.Queries;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace EksSecurityPortal.Web.Components.Controls;

/// <summary>What the list of findings shows, in its address: copying the address copies the view. Unknown values are dropped.</summary>
public sealed record FindingsPageState
{
    public FindingFilter Filter { get; init; } = new();

    public FindingSort Sort { get; init; } = new();

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public bool IsFiltered => Filter.Severities.Count + Filter.Areas.Count + Filter.States.Count + Filter.AccountIds.Count + Filter.Regions.Count
        + Filter.ClusterArns.Count + Filter.CheckIds.Count > 0 || Filter.Namespace is not null || Filter.Text is not null || Filter.OpenedInAudit is not null || Filter.ResolvedInAudit is not null;

    public static FindingsPageState FromUri(Uri uri)
    {
        var query = QueryHelpers.ParseQuery(uri.Query);
        return new()
        {
            Filter = new()
            {
                Severities = Enums<Severity>(query, "severity"),
                Areas = Enums<CheckArea>(query, "area"),
                States = Enums<FindingState>(query, "state"),
                AccountIds = Texts(query, "account"),
                Regions = Texts(query, "region"),
                ClusterArns = Texts(query, "cluster"),
                CheckIds = Texts(query, "check"),
                Namespace = Text(query, "namespace"),
                Text = Text(query, "q"),
                OpenedInAudit = Id(query, "opened"),
                ResolvedInAudit = Id(query, "resolved"),
            },
            Sort = new(Enums<FindingSortBy>(query, "sort") is [var by, ..] ? by : FindingSortBy.Severity, Text(query, "order") != "asc"),
            Page = int.TryParse(Text(query, "page"), out var page) ? Math.Clamp(page, 1, 1_000_000) : 1,
        };
    }

    public string ToUrl()
    {
        var pairs = new List<KeyValuePair<string, string?>>();
        void Add<T>(string key, IEnumerable<T> values) => pairs.AddRange(values.Select(value => new KeyValuePair<string, string?>(key, value?.ToString())));
        Add("severity", Filter.Severities.Select(value => value.ToString().ToLowerInvariant()));
        Add("area", Filter.Areas.Select(value => value.ToString().ToLowerInvariant()));
        Add("state", Filter.States.Select(value => value.ToString().ToLowerInvariant()));
        Add("account", Filter.AccountIds);
        Add("region", Filter.Regions);
        Add("cluster", Filter.ClusterArns);
        Add("check", Filter.CheckIds);
        Add("namespace", [Filter.Namespace]);
        Add("q", [Filter.Text]);
        Add("opened", [Filter.OpenedInAudit?.ToString("D")]);
        Add("resolved", [Filter.ResolvedInAudit?.ToString("D")]);
        Add("sort", [Sort.By == FindingSortBy.Severity ? null : Sort.By.ToString().ToLowerInvariant()]);
        Add("order", [Sort.Descending ? null : "asc"]);
        Add("page", [PortalUrls.PageText(Page)]);
        return PortalUrls.WithQuery(PortalUrls.FindingsRoute, pairs);
    }

    /// <summary>The same list from its first page with another filter.</summary>
    public FindingsPageState With(FindingFilter filter) => this with { Filter = filter, Page = 1 };

    /// <summary>Sorted by a column; a second time turns the order round.</summary>
    public FindingsPageState SortedBy(FindingSortBy by) => this with
    {
        Sort = Sort.By == by ? Sort with { Descending = !Sort.Descending } : new(by, by is FindingSortBy.Severity or FindingSortBy.FirstSeen or FindingSortBy.LastSeen),
        Page = 1,
    };

    private static List<T> Enums<T>(Dictionary<string, StringValues> query, string key)
        where T : struct, Enum =>
        [.. Texts(query, key).Where(text => !char.IsAsciiDigit(text[0]) && text[0] != '-')
            .Select(text => Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : (T?)null).OfType<T>().Distinct()];

    private static List<string> Texts(Dictionary<string, StringValues> query, string key) =>
        query.TryGetValue(key, out var values) ? [.. values.OfType<string>().Where(value => value.Length is > 0 and <= 300).Distinct(StringComparer.Ordinal).Take(100)] : [];

    private static string? Text(Dictionary<string, StringValues> query, string key) => Texts(query, key) is [var first, ..] ? first : null;

    private static Guid? Id(Dictionary<string, StringValues> query, string key) => Guid.TryParse(Text(query, key), out var id) ? id : null;
}
