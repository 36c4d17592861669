using Microsoft.AspNetCore.Components.Authorization;

namespace EksSecurityPortal.Web.Components.Controls;

/// <summary>Who sits at this circuit, as the author of commands.</summary>
public sealed class CurrentUser(AuthenticationStateProvider authentication)
{
    public async Task<string> GetNameAsync()
    {
        var state = await authentication.GetAuthenticationStateAsync();
        return state.User.Identity?.Name ?? "unknown";
    }
}
