namespace EksSecurityPortal.Web.Auth;

/// <summary>What a person may do. Each role includes the ones before it.</summary>
public static class PortalRoles
{
    /// <summary>Reads everything the portal shows.</summary>
    public const string Viewer = "Viewer";

    /// <summary>Starts and cancels audits, works on findings.</summary>
    public const string Reviewer = "Reviewer";

    /// <summary>Sets up accounts, schedules and people.</summary>
    public const string Administrator = "Administrator";

    /// <summary>From least to most.</summary>
    public static IReadOnlyList<string> All { get; } = [Viewer, Reviewer, Administrator];
}

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
