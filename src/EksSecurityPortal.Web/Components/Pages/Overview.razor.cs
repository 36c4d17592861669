using EksSecurityPortal.Services.Posture;
using EksSecurityPortal.Services.Queries;
using EksSecurityPortal.Web.Components.Controls;
using Microsoft.AspNetCore.Components;

namespace EksSecurityPortal.Web.Components.Pages;

public sealed partial class Overview
{
    private readonly Load<FleetOverview> _overview = new();

    [Inject]
    public required IClusterQueries Queries { get; init; }

    [Inject]
    public required IProgressFeed Feed { get; init; }

    protected override Task OnInitializedAsync()
    {
        Keep(Feed.OnPostureChanged(auditId => InvokeAsync(LoadAsync)));
        return LoadAsync();
    }

    private Task LoadAsync() => ReadAsync<FleetOverview>(_overview, async token => await Queries.GetOverviewAsync(token));
}
