using EksSecurityPortal.Services.Posture;
using EksSecurityPortal.Services.Queries;
using EksSecurityPortal.Web.Components.Audit;
using EksSecurityPortal.Web.Components.Controls;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace EksSecurityPortal.Web.Components.Pages;

public sealed partial class Schedules
{
    private readonly Load<IReadOnlyList<ScheduleRow>> _schedules = new();

    [Inject]
    public required IAuditQueries Queries { get; init; }

    [Inject]
    public required IScheduleService Service { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Inject]
    public required CurrentUser User { get; init; }

    protected override Task OnInitializedAsync() => LoadAsync();

    private Task LoadAsync() => ReadAsync<IReadOnlyList<ScheduleRow>>(_schedules, async token => await Queries.ListSchedulesAsync(token));

    private static string Scope(ScheduleRow schedule)
    {
        var accounts = schedule.AccountIds.Count == 0 ? "All accounts" : string.Join(", ", schedule.AccountIds);
        return DisplayText.Clean(schedule.Regions.Count == 0 ? $"{accounts}, all their regions" : $"{accounts}, {string.Join(", ", schedule.Regions)}", 160);
    }

    private async Task EditAsync(ScheduleRow? schedule)
    {
        var parameters = new DialogParameters<ScheduleDialog> { { dialog => dialog.Schedule, schedule } };
        var options = new DialogOptions { CloseButton = true, MaxWidth = MaxWidth.Small, FullWidth = true };
        var dialog = await Dialogs.ShowAsync<ScheduleDialog>(schedule is null ? "Add a schedule" : "Edit the schedule", parameters, options);
        if (await dialog.Result is { Canceled: false })
        {
            await LoadAsync();
        }
    }

    private async Task RemoveAsync(ScheduleRow schedule)
    {
        var sure = await Dialogs.ShowMessageBoxAsync(
            "Remove the schedule?", $"“{DisplayText.Clean(schedule.Name, 80)}” will no longer run. Its past audits stay.", yesText: "Remove", cancelText: "Keep");
        if (sure != true)
        {
            return;
        }

        var removed = await Service.RemoveAsync(schedule.Id, await User.GetNameAsync(), Closing);
        foreach (var error in removed.Errors)
        {
            Snackbar.Add(error.Message, MudBlazor.Severity.Error);
        }

        await LoadAsync();
    }
}
