using EksSecurityPortal.Services.Access;
using EksSecurityPortal.Services.Posture;
using EksSecurityPortal.Web.Auth;
using EksSecurityPortal.Web.Components.Controls;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace EksSecurityPortal.Web.Components.Pages;

public sealed partial class Users
{
    private readonly Load<IReadOnlyList<PortalUserRow>> _users = new();
    private IReadOnlyList<InputError> _errors = [];
    private OneTimeLink? _link;
    private string _email = "";
    private string _role = PortalRoles.Viewer;
    private bool _isBusy;

    [Inject]
    public required IUserAdministration Administration { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required CurrentUser User { get; init; }

    protected override Task OnInitializedAsync() => LoadAsync();

    private Task LoadAsync() => ReadAsync<IReadOnlyList<PortalUserRow>>(_users, async token => await Administration.ListAsync(token));

    private static Sign State(PortalUserRow user) => user switch
    {
        { IsDisabled: true } => new("Disabled", Icons.Material.Filled.Block, "tone-na"),
        { HasPassword: false } => new("Invited", Icons.Material.Filled.MailOutline, "tone-warn"),
        _ => new("Active", Icons.Material.Filled.CheckCircle, "tone-pass"),
    };

    private string? Error(string field) => _errors.FirstOrDefault(error => error.Field.Equals(field, StringComparison.OrdinalIgnoreCase))?.Message;

    private Task AddAsync() => WorkAsync(async actor =>
    {
        var added = await Administration.AddAsync(_email.Trim(), _role, actor, Closing);
        if (added.Succeeded)
        {
            (_link, _email) = (added.Value, "");
        }

        return added.Errors;
    });

    private async Task ResetAsync(PortalUserRow user)
    {
        var text = $"The password of {DisplayText.Clean(user.Email, 120)} stops working at once; a one-time link replaces it.";
        if (await Dialogs.ShowMessageBoxAsync("Reset the password?", text, yesText: "Reset", cancelText: "Cancel") == true)
        {
            await WorkAsync(async actor =>
            {
                var reset = await Administration.ResetAsync(user.Id, actor, Closing);
                _link = reset.Value;
                return reset.Errors;
            });
        }
    }

    private Task SetRoleAsync(PortalUserRow user, string? role) => role is null || role == user.Role ? Task.CompletedTask
        : WorkAsync(async actor => (await Administration.SetRoleAsync(user.Id, role, actor, Closing)).Errors);

    private Task SetDisabledAsync(PortalUserRow user) =>
        WorkAsync(async actor => (await Administration.SetDisabledAsync(user.Id, !user.IsDisabled, actor, Closing)).Errors);

    private async Task WorkAsync(Func<string, Task<IReadOnlyList<InputError>>> work)
    {
        _isBusy = true;
        try
        {
            _errors = await work(await User.GetNameAsync());
            foreach (var error in _errors.Where(error => !error.Field.Equals("email", StringComparison.OrdinalIgnoreCase)))
            {
                Snackbar.Add(error.Message, MudBlazor.Severity.Error);
            }
        }
        finally
        {
            _isBusy = false;
        }

        await LoadAsync();
    }
}
