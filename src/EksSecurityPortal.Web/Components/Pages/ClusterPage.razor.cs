using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Services.Posture;
using EksSecurityPortal.Services.Queries;
using EksSecurityPortal.Web.Components.Cluster;
using EksSecurityPortal.Web.Components.Controls;
using Microsoft.AspNetCore.Components;

namespace EksSecurityPortal.Web.Components.Pages;

public sealed partial class ClusterPage
{
    private readonly Load<ClusterDetail> _cluster = new();
    private readonly Load<IReadOnlyList<OutcomeRow>> _outcomes = new();
    private (string Account, string Region, string Name)? _shown;
    private string? _tab;
    private CheckArea? _area;

    [Inject]
    public required IClusterQueries Queries { get; init; }

    [Inject]
    public required IProgressFeed Feed { get; init; }

    [Parameter]
    public string AccountId { get; set; } = "";

    [Parameter]
    public string Region { get; set; } = "";

    [Parameter]
    public string Name { get; set; } = "";

    /// <summary>Unknown words show the summary.</summary>
    [Parameter]
    public string? Tab { get; set; }

    protected override void OnInitialized() => Keep(Feed.OnPostureChanged(auditId => InvokeAsync(LoadAllAsync)));

    protected override async Task OnParametersSetAsync()
    {
        _area = ClusterTabs.AreaOf(Tab);
        _tab = ClusterTabs.All.Select(tab => tab.Slug).FirstOrDefault(slug => string.Equals(slug, Tab, StringComparison.OrdinalIgnoreCase));
        // going from tab to tab reads the outcomes of that tab only
        if (_shown != (AccountId, Region, Name))
        {
            _shown = (AccountId, Region, Name);
            await LoadAllAsync();
        }
        else
        {
            await LoadOutcomesAsync();
        }
    }

    private async Task LoadAllAsync()
    {
        await ReadAsync(_cluster, token => Queries.FindAsync(AccountId, Region, Name, token));
        await LoadOutcomesAsync();
    }

    private Task LoadOutcomesAsync() => _cluster.Value is { } cluster && _tab != ClusterTabs.Runs
        ? ReadAsync<IReadOnlyList<OutcomeRow>>(_outcomes, async token => await Queries.ListOutcomesAsync(cluster.Row.Arn, _area, token))
        : Task.CompletedTask;
}
