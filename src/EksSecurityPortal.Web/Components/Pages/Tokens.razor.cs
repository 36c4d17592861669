using EksSecurityPortal.Services.Posture;
using EksSecurityPortal.Web.Auth;
using EksSecurityPortal.Web.Components.Controls;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace EksSecurityPortal.Web.Components.Pages;

public sealed partial class Tokens
{
    private readonly Load<IReadOnlyList<ApiTokenRow>> _tokens = new();
    private IReadOnlyList<InputError> _errors = [];
    private NewApiToken? _new;
    private string _name = "";
    private int _days = 30;
    private bool _isBusy;

    [Inject]
    public required IApiTokens Service { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Inject]
    public required CurrentUser User { get; init; }

    protected override Task OnInitializedAsync() => LoadAsync();

    private Task LoadAsync() => ReadAsync<IReadOnlyList<ApiTokenRow>>(_tokens, async token => await Service.ListAsync(await User.GetNameAsync(), token));

    private bool IsLive(ApiTokenRow row) => row.RevokedAt is null && row.ExpiresAt > Clock.GetUtcNow();

    private Sign State(ApiTokenRow row) => IsLive(row) ? new("Active", Icons.Material.Filled.CheckCircle, "tone-pass")
        : row.RevokedAt is not null ? new("Revoked", Icons.Material.Filled.Block, "tone-na")
        : new("Ended", Icons.Material.Filled.TimerOff, "tone-na");

    private string? Error(string field) => _errors.FirstOrDefault(error => error.Field.Equals(field, StringComparison.OrdinalIgnoreCase))?.Message;

    private Task CreateAsync() => WorkAsync(async user =>
    {
        var made = await Service.CreateAsync(user, _name.Trim(), _days, Closing);
        if (made.Succeeded)
        {
            (_new, _name) = (made.Value, "");
        }

        return made.Errors;
    });

    private Task RevokeAsync(ApiTokenRow row) => WorkAsync(async user =>
    {
        var revoked = await Service.RevokeAsync(user, row.Id, Closing);
        if (revoked.Succeeded && _new?.Row.Id == row.Id)
        {
            _new = null;
        }

        return revoked.Errors;
    });

    private async Task WorkAsync(Func<string, Task<IReadOnlyList<InputError>>> work)
    {
        _isBusy = true;
        try
        {
            _errors = await work(await User.GetNameAsync());
            foreach (var error in _errors.Where(error => !error.Field.Equals("name", StringComparison.OrdinalIgnoreCase)))
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
