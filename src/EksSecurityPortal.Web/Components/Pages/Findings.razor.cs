using EksSecurityPortal.Services.Queries;
using EksSecurityPortal.Web.Components.Controls;
using Microsoft.AspNetCore.Components;

namespace EksSecurityPortal.Web.Components.Pages;

public sealed partial class Findings
{
    private readonly Load<Page<FindingRow>> _findings = new();
    private readonly Load<FindingFacets> _facets = new();
    private FindingsPageState _state = new();
    private bool _showFilters;

    [Inject]
    public required IFindingQueries Queries { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    // the state is read from the address as a whole; these tell when it changed
    [SupplyParameterFromQuery(Name = "severity")]
    public string[]? Severity { get; set; }

    [SupplyParameterFromQuery(Name = "area")]
    public string[]? Area { get; set; }

    [SupplyParameterFromQuery(Name = "state")]
    public string[]? State { get; set; }

    [SupplyParameterFromQuery(Name = "account")]
    public string[]? Account { get; set; }

    [SupplyParameterFromQuery(Name = "region")]
    public string[]? Region { get; set; }

    [SupplyParameterFromQuery(Name = "cluster")]
    public string[]? Cluster { get; set; }

    [SupplyParameterFromQuery(Name = "check")]
    public string[]? Check { get; set; }

    [SupplyParameterFromQuery(Name = "namespace")]
    public string? Namespace { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "opened")]
    public string? Opened { get; set; }

    [SupplyParameterFromQuery(Name = "resolved")]
    public string? Resolved { get; set; }

    [SupplyParameterFromQuery(Name = "sort")]
    public string? SortText { get; set; }

    [SupplyParameterFromQuery(Name = "order")]
    public string? Order { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    public string? PageText { get; set; }

    private string Summary => _findings.Value is not { } page ? ""
        : _state.IsFiltered ? $"{DisplayText.Count(page.Total, "finding")} match"
        : DisplayText.Count(page.Total, "open finding");

    protected override Task OnParametersSetAsync()
    {
        var state = _state = FindingsPageState.FromUri(Navigation.ToAbsoluteUri(Navigation.Uri));
        return Task.WhenAll(
            ReadAsync<Page<FindingRow>>(_findings, async token => await Queries.ListAsync(state.Filter, state.Sort, PortalUrls.Rows(state.Page), token)),
            ReadAsync<FindingFacets>(_facets, async token => await Queries.GetFacetsAsync(state.Filter, token)));
    }

    private void Go(FindingsPageState state) => Navigation.NavigateTo(state.ToUrl(), replace: true);
}
