using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Posture;
using EksSecurityPortal.Services.Queries;
using EksSecurityPortal.Web.Components.Controls;
using Microsoft.AspNetCore.Components;

namespace EksSecurityPortal.Web.Components.Pages;

public sealed partial class Coverage
{
    private static readonly IReadOnlyList<GapReason> Known = Enum.GetValues<GapReason>();
    private readonly Load<CoverageReport> _report = new();

    [Inject]
    public required IAuditQueries Queries { get; init; }

    [Inject]
    public required IProgressFeed Feed { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>A <see cref="GapReason"/>; other words are no filter.</summary>
    [SupplyParameterFromQuery(Name = "reason")]
    public string? Reason { get; set; }

    [SupplyParameterFromQuery(Name = "cluster")]
    public string? Cluster { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    public int? Page { get; set; }

    private static List<FacetCount> Reasons => [.. Known.Select(reason => new FacetCount(reason.ToString(), Words.Of(reason).Word, 0))];

    protected override void OnInitialized() => Keep(Feed.OnPostureChanged(auditId => InvokeAsync(LoadAsync)));

    protected override Task OnParametersSetAsync() => LoadAsync();

    private Task LoadAsync()
    {
        var filter = new CoverageFilter
        {
            ClusterArns = Cluster is { Length: > 0 } arn ? [arn] : [],
            Reasons = [.. Known.Where(reason => reason.ToString().Equals(Reason, StringComparison.OrdinalIgnoreCase))],
        };
        return ReadAsync<CoverageReport>(_report, async token => await Queries.GetCoverageAsync(filter, PortalUrls.Rows(Page), token));
    }

    private static string Url(string? reason, string? cluster, int page) =>
        PortalUrls.WithQuery(PortalUrls.CoverageRoute, [new("reason", reason), new("cluster", cluster), new("page", PortalUrls.PageText(page))]);
}
