using EksSecurityPortal.Services.Access;

namespace EksSecurityPortal.Web.Auth;

/// <summary>What pages, endpoints and hubs ask for; a higher role satisfies a lower demand.</summary>
public static class PortalPolicies
{
    public const string View = "view";

    public const string Review = "review";

    public const string Administer = "administer";

    /// <summary>The roles that satisfy a policy.</summary>
    public static IReadOnlyList<string> RolesOf(string policy) => policy switch
    {
        View => PortalRoles.All,
        Review => [PortalRoles.Reviewer, PortalRoles.Administrator],
        Administer => [PortalRoles.Administrator],
        _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, "No such policy."),
    };
}
