using EksSecurityPortal.Services.Collection;
using EksSecurityPortal.Services.Posture;
using EksSecurityPortal.Web.Components.Onboarding;
using EksSecurityPortal.Web.Components.Controls;
using Microsoft.AspNetCore.Components;

namespace EksSecurityPortal.Web.Components.Pages;

public sealed partial class NewAccount
{
    private readonly AccountFormModel _model = new();
    private IReadOnlyList<InputError> _errors = [];
    private IReadOnlyList<PermissionProbe>? _probes;
    private bool _isBusy;
    private bool _isTesting;

    [Inject]
    public required IAccountService Accounts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required CurrentUser User { get; init; }

    protected override void OnInitialized() => Generate();

    private void Generate() => _model.ExternalId = Accounts.NewExternalId();

    private async Task TestAsync()
    {
        (_isBusy, _isTesting, _probes) = (true, true, null);
        try
        {
            var tested = await Accounts.TestAsync(_model.ToDraft(), await User.GetNameAsync(), Closing);
            (_errors, _probes) = (tested.Errors, tested.Value);
        }
        finally
        {
            (_isBusy, _isTesting) = (false, false);
        }
    }

    private async Task AddAsync()
    {
        _isBusy = true;
        try
        {
            var added = await Accounts.AddAsync(_model.ToDraft(), await User.GetNameAsync(), Closing);
            _errors = added.Errors;
            if (added.Succeeded)
            {
                Navigation.NavigateTo(PortalUrls.Account(added.Value ?? _model.AccountId.Trim()));
            }
        }
        finally
        {
            _isBusy = false;
        }
    }
}
