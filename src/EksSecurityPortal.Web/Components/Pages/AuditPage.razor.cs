using EksSecurityPortal.Core.Findings;
using EksSecurityPortal.Services.Posture;
using EksSecurityPortal.Services.Queries;
using EksSecurityPortal.Web.Components.Controls;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace EksSecurityPortal.Web.Components.Pages;

/// <summary>One audit, live while it runs: subscribe first, then read, so that nothing falls between the two.</summary>
public sealed partial class AuditPage
{
    private readonly Load<AuditDetail> _audit = new();
    private readonly Dictionary<Guid, RunProgress> _live = [];
    private bool _isCancelling;
    private int _shown = 50;

    [Inject]
    public required IAuditQueries Queries { get; init; }

    [Inject]
    public required IAuditService Audits { get; init; }

    [Inject]
    public required IProgressFeed Feed { get; init; }

    [Inject]
    public required CurrentUser User { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Parameter]
    public Guid AuditId { get; set; }

    private string Title => _audit.Value is { Row: var row } ? $"Audit of {row.ScopeText}" : "Audit";

    private string Opened => new FindingsPageState { Filter = new() { OpenedInAudit = AuditId, States = [FindingState.Open, FindingState.Resolved] } }.ToUrl();

    private string Resolved => new FindingsPageState { Filter = new() { ResolvedInAudit = AuditId, States = [FindingState.Resolved] } }.ToUrl();

    protected override void OnInitialized()
    {
        Keep(Feed.OnProgress(progress => InvokeAsync(() => OnProgressAsync(progress))));
        Keep(Feed.OnPostureChanged(auditId => InvokeAsync(LoadAsync)));
    }

    protected override Task OnParametersSetAsync()
    {
        _live.Clear();
        foreach (var progress in Feed.Current.Where(progress => progress.AuditId == AuditId))
        {
            _live[progress.RunId] = progress;
        }

        return LoadAsync();
    }

    private async Task OnProgressAsync(RunProgress progress)
    {
        if (progress.AuditId != AuditId)
        {
            return;
        }

        var isNew = !_live.ContainsKey(progress.RunId);
        var hasEnded = progress.State is not (RunState.Queued or RunState.Running);
        _live[progress.RunId] = progress;
        StateHasChanged();
        if (isNew || hasEnded)
        {
            await LoadAsync();
        }
    }

    private Task LoadAsync() => ReadAsync(_audit, token => Queries.FindAsync(AuditId, token));

    private async Task CancelAsync()
    {
        _isCancelling = true;
        try
        {
            if (!await Audits.CancelAsync(AuditId, await User.GetNameAsync(), Closing))
            {
                Snackbar.Add("The audit had ended already.", MudBlazor.Severity.Info);
            }
        }
        finally
        {
            _isCancelling = false;
        }

        await LoadAsync();
    }
}
