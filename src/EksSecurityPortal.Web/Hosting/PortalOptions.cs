namespace EksSecurityPortal.Web.Hosting;

/// <summary>Section <c>Portal</c>: what the web host itself needs. Accounts and schedules of the same section are read by the services.</summary>
public sealed class PortalOptions
{
    public const string Section = "Portal";

    /// <summary>Set by <c>--demo</c>: the sandbox estate, a fresh database, the visitor signed in as administrator, loopback only.</summary>
    public bool Demo { get; set; }

    /// <summary>Address under which people reach the portal, for the setup link; the first listening address when empty.</summary>
    public string PublicUrl { get; set; } = "";

    public FirstAdministratorOptions FirstAdministrator { get; set; } = new();
}

/// <summary>Declares the first administrator, made at start when there is no user yet.</summary>
public sealed class FirstAdministratorOptions
{
    public string Email { get; set; } = "";

    /// <summary>At least 12 characters. Better given as environment variable <c>Portal__FirstAdministrator__Password</c> than in a file.</summary>
    public string Password { get; set; } = "";
}
