namespace EksSecurityPortal.Services.Scheduling;

/// <summary>What a portal process does.</summary>
public enum PortalRole
{
    /// <summary>Pages, API and work.</summary>
    All,

    /// <summary>Pages and API only; audits are done by other processes. Needs PostgreSQL.</summary>
    Web,

    /// <summary>Work only. Needs PostgreSQL.</summary>
    Worker,
}

/// <summary>Section <c>Jobs</c> of the configuration.</summary>
public sealed class JobsOptions
{
    public const string Section = "Jobs";

    public PortalRole Role { get; set; } = PortalRole.All;

    /// <summary>Clusters collected at once by this process, 1 to 64.</summary>
    public int WorkerCount { get; set; } = 4;
}
