using EksSecurityPortal.Core.Checks;

namespace EksSecurityPortal.Web.Components.Cluster;

/// <summary>The tabs of a cluster's page and their place in the address.</summary>
public static class ClusterTabs
{
    public const string Runs = "runs";

    /// <summary>Slug and title; null is the summary.</summary>
    public static IReadOnlyList<(string? Slug, string Title)> All { get; } =
        [(null, "Summary"), ("architecture", "Architecture"), ("networking", "Networking"), ("patching", "Node patching"), ("iam", "IAM"), (Runs, "Runs & coverage")];

    public static string Of(CheckArea area) => area switch
    {
        CheckArea.Architecture => "architecture",
        CheckArea.Networking => "networking",
        CheckArea.Patching => "patching",
        _ => "iam",
    };

    /// <summary>The area of a tab; null for the summary, the runs and unknown words.</summary>
    public static CheckArea? AreaOf(string? tab) => tab?.ToLowerInvariant() switch
    {
        "architecture" => CheckArea.Architecture,
        "networking" => CheckArea.Networking,
        "patching" => CheckArea.Patching,
        "iam" => CheckArea.Identity,
        _ => null,
    };
}
