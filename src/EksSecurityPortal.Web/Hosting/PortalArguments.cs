namespace EksSecurityPortal.Web.Hosting;

/// <summary>Command-line switches of the portal, taken out of what the configuration reads.</summary>
/// <param name="Rest">The other arguments, as <c>--Key value</c> or <c>--Key=value</c> pairs for the configuration.</param>
public sealed record PortalArguments(bool Demo, bool Help, IReadOnlyList<string> Rest)
{
    public const string HelpText = """
        EKS Security Portal: read-only posture audits of Amazon EKS clusters.

          --demo             run on the built-in sandbox estate: no AWS account is touched, data is dropped at the end,
                             and the portal answers on loopback only
          --urls URL         where to listen, for example http://127.0.0.1:5080
          --Key value        any setting, for example --Database:DataFolder /srv/portal (see README.md, Configuration)
          --help             this text
        """;

    public static PortalArguments Parse(IEnumerable<string> arguments)
    {
        var list = arguments.ToList();
        // the configuration would take the next argument as the value of a bare switch
        return new(list.Remove("--demo"), list.Remove("--help") || list.Remove("-h"), list);
    }
}
