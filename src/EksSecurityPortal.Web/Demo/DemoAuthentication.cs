using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using EksSecurityPortal.Services.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace EksSecurityPortal.Web.Demo;

/// <summary>Signs every loopback visitor in as the demo administrator. Registered with <c>--demo</c> only.</summary>
internal sealed class DemoAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "Demo";

    public const string UserName = "Demo administrator";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // null: the in-memory test server, which has no network
        if (Context.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(address))
        {
            return Task.FromResult(AuthenticateResult.Fail("The demo answers loopback visitors only."));
        }

        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, "demo"), new(ClaimTypes.Name, UserName), new(ClaimTypes.Role, PortalRoles.Administrator)], Scheme);
        return Task.FromResult(AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Scheme)));
    }
}
