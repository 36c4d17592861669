using EksSecurityPortal.Services.Posture;
using EksSecurityPortal.Services.Queries;
using EksSecurityPortal.Web.Components.Onboarding;
using EksSecurityPortal.Web.Components.Controls;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace EksSecurityPortal.Web.Components.Pages;

public sealed partial class AccountPage
{
    private readonly Load<AccountRow> _account = new();
    private AccountFormModel _model = new();
    private IReadOnlyList<InputError> _errors = [];
    private bool _isBusy;
    private bool _isTesting;

    [Inject]
    public required IAuditQueries Queries { get; init; }

    [Inject]
    public required IAccountService Accounts { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required CurrentUser User { get; init; }

    [Parameter]
    public string AccountId { get; set; } = "";

    protected override async Task OnParametersSetAsync()
    {
        await LoadAsync();
        _model = _account.Value is { } account ? AccountFormModel.Of(account) : new();
    }

    private Task LoadAsync() => ReadAsync(_account, token => Queries.FindAccountAsync(AccountId, token));

    private Task SaveAsync() => WorkAsync(async actor =>
    {
        var saved = await Accounts.UpdateAsync(_model.ToDraft(), actor, Closing);
        _errors = saved.Errors;
        if (saved.Succeeded)
        {
            Snackbar.Add("Saved.", MudBlazor.Severity.Success);
        }
    });

    private Task TestAsync() => WorkAsync(async actor =>
    {
        _isTesting = true;
        var tested = await Accounts.TestAsync(_model.ToDraft(), actor, Closing);
        _errors = tested.Errors;
        Report(tested.Errors);
    });

    private async Task RemoveAsync()
    {
        var text = $"The portal forgets account {AccountId} with its clusters, audits' results and findings. Nothing changes in AWS.";
        if (await Dialogs.ShowMessageBoxAsync("Remove the account?", text, yesText: "Remove", cancelText: "Keep") != true)
        {
            return;
        }

        await WorkAsync(async actor =>
        {
            var removed = await Accounts.RemoveAsync(AccountId, actor, Closing);
            Report(removed.Errors);
            if (removed.Succeeded)
            {
                Navigation.NavigateTo(PortalUrls.AccountsRoute);
            }
        });
    }

    private async Task WorkAsync(Func<string, Task> work)
    {
        _isBusy = true;
        try
        {
            await work(await User.GetNameAsync());
            await LoadAsync();
        }
        finally
        {
            (_isBusy, _isTesting) = (false, false);
        }
    }

    private void Report(IReadOnlyList<InputError> errors)
    {
        foreach (var error in errors)
        {
            Snackbar.Add(error.Message, MudBlazor.Severity.Error);
        }
    }
}
