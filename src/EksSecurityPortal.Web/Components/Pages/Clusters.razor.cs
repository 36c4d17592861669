using EksSecurityPortal.Services.Queries;
using EksSecurityPortal.Web.Components.Controls;
using Microsoft.AspNetCore.Components;

namespace EksSecurityPortal.Web.Components.Pages;

public sealed partial class Clusters
{
    private readonly Load<Page<ClusterRow>> _clusters = new();
    private readonly Load<Page<ClusterRow>> _all = new();
    private ClustersPageState _state = new();
    private IReadOnlyList<FacetCount> _accounts = [];
    private IReadOnlyList<FacetCount> _regions = [];
    private IReadOnlyList<FacetCount> _versions = [];

    [Inject]
    public required IClusterQueries Queries { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    // the state is read from the address; these tell when it changed
    [SupplyParameterFromQuery(Name = "account")]
    public string? Account { get; set; }

    [SupplyParameterFromQuery(Name = "region")]
    public string? Region { get; set; }

    [SupplyParameterFromQuery(Name = "version")]
    public string[]? Version { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "sort")]
    public string? SortText { get; set; }

    [SupplyParameterFromQuery(Name = "order")]
    public string? Order { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    public string? PageText { get; set; }

    protected override async Task OnInitializedAsync()
    {
        // what the filters offer: every cluster there is, up to the most a query gives
        await ReadAsync<Page<ClusterRow>>(_all, async token => await Queries.ListAsync(new ClusterFilter(), new PageRequest(0, 500), token));
        var rows = _all.Value?.Items ?? [];
        _accounts = Options(rows, row => row.AccountId, row => $"{row.AccountName} ({row.AccountId})");
        _regions = Options(rows, row => row.Region, row => row.Region);
        _versions = Options(rows.Where(row => row.Version is not null), row => row.Version ?? "", row => row.Version ?? "");
    }

    protected override Task OnParametersSetAsync()
    {
        _state = ClustersPageState.FromUri(Navigation.ToAbsoluteUri(Navigation.Uri));
        var state = _state;
        return ReadAsync<Page<ClusterRow>>(_clusters, async token => await Queries.ListAsync(state.ToFilter(), PortalUrls.Rows(state.Page), token));
    }

    private static List<FacetCount> Options(IEnumerable<ClusterRow> rows, Func<ClusterRow, string> value, Func<ClusterRow, string> label) =>
        [.. rows.GroupBy(value, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new FacetCount(group.Key, label(group.First()), group.Count()))];

    private void Go(ClustersPageState state) => Navigation.NavigateTo(state.ToUrl(), replace: true);

    private string Sort(ClusterSortBy by) => _state.SortedBy(by).ToUrl();

    private bool? Direction(ClusterSortBy by) => _state.SortBy == by ? _state.Descending : null;

    private string? Sorted(ClusterSortBy by) => _state.SortBy != by ? null : _state.Descending ? "descending" : "ascending";
}
