namespace EksSecurityPortal.Services.Access;

/// <summary>What a person may do. Each role includes the ones before it. Names are stored.</summary>
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

    /// <summary>The weaker of two roles; unknown names are the weakest.</summary>
    public static string Weaker(string left, string right) => Rank(left) <= Rank(right) ? left : right;

    private static int Rank(string role) => All.ToList().IndexOf(role);
}
