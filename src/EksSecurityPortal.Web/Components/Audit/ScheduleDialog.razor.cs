using EksSecurityPortal.Services.Posture;
using EksSecurityPortal.Services.Queries;
using EksSecurityPortal.Web.Components.Controls;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace EksSecurityPortal.Web.Components.Audit;

/// <summary>Adds or edits a schedule; shows the next runs while it is typed.</summary>
public sealed partial class ScheduleDialog
{
    private static readonly (string Label, string Cron)[] Common =
        [("Every night at 02:00", "0 2 * * *"), ("Every 6 hours", "0 */6 * * *"), ("Mondays at 06:00", "0 6 * * 1"), ("Every hour", "0 * * * *")];

    private IReadOnlyList<InputError> _errors = [];
    private CommandResult<IReadOnlyList<DateTimeOffset>>? _preview;
    private string _name = "";
    private string _cron = "0 2 * * *";
    private string _zone = "UTC";
    private string _accounts = "";
    private string _regions = "";
    private bool _isEnabled = true;
    private bool _isSaving;

    [Inject]
    public required IScheduleService Service { get; init; }

    [Inject]
    public required BrowserTime Time { get; init; }

    [Inject]
    public required CurrentUser User { get; init; }

    [CascadingParameter]
    public IMudDialogInstance? Instance { get; set; }

    /// <summary>Null to add one.</summary>
    [Parameter]
    public ScheduleRow? Schedule { get; set; }

    protected override void OnInitialized()
    {
        _zone = Time.Zone.Id;
        if (Schedule is { } schedule)
        {
            (_name, _cron, _zone, _isEnabled) = (schedule.Name, schedule.Cron, schedule.TimeZone, schedule.IsEnabled);
            (_accounts, _regions) = (string.Join(", ", schedule.AccountIds), string.Join(", ", schedule.Regions));
        }

        Preview();
    }

    private static string[] Split(string text) => text.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private string? Error(string field) => _errors.FirstOrDefault(error => error.Field.Equals(field, StringComparison.OrdinalIgnoreCase))?.Message;

    private void OnCron(string? cron)
    {
        _cron = cron ?? "";
        Preview();
    }

    private void OnZone(string? zone)
    {
        _zone = zone ?? "";
        Preview();
    }

    private void Preview() => _preview = Service.Preview(_cron.Trim(), _zone.Trim(), 3);

    private async Task SaveAsync()
    {
        _isSaving = true;
        try
        {
            var draft = new ScheduleDraft(Schedule?.Id, _name.Trim(), _cron.Trim(), _zone.Trim(), _isEnabled, Split(_accounts), Split(_regions));
            var saved = await Service.SaveAsync(draft, await User.GetNameAsync(), Closing);
            _errors = saved.Errors;
            if (saved.Succeeded)
            {
                Instance?.Close(DialogResult.Ok(saved.Value));
            }
        }
        finally
        {
            _isSaving = false;
        }
    }
}
