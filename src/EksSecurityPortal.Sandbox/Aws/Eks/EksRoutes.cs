namespace EksSecurityPortal.Sandbox.Aws.Eks;

/// <summary>Which EKS operation a method and path ask for. Reads only: every write is unknown here.</summary>
internal static class EksRoutes
{
    public static string? Find(string method, IReadOnlyList<string> path) => method switch
    {
        "GET" => Get(path),
        "POST" => path switch
        {
            ["clusters", _, "insights"] => "ListInsights",
            ["clusters", _, "identity-provider-configs", "describe"] => "DescribeIdentityProviderConfig",
            _ => null,
        },
        _ => null,
    };

    private static string? Get(IReadOnlyList<string> path) => path switch
    {
        ["clusters"] => "ListClusters",
        ["clusters", _] => "DescribeCluster",
        ["clusters", _, var part, ..] => OfCluster(part, path.Count),
        ["addons", "supported-versions"] => "DescribeAddonVersions",
        ["addons", "configuration-schemas"] => "DescribeAddonConfiguration",
        ["access-policies"] => "ListAccessPolicies",
        ["cluster-versions"] => "DescribeClusterVersions",
        ["tags", _] => "ListTagsForResource",
        _ => null,
    };

    private static string? OfCluster(string part, int length) => (part, length) switch
    {
        ("node-groups", 3) => "ListNodegroups",
        ("node-groups", 4) => "DescribeNodegroup",
        ("fargate-profiles", 3) => "ListFargateProfiles",
        ("fargate-profiles", 4) => "DescribeFargateProfile",
        ("addons", 3) => "ListAddons",
        ("addons", 4) => "DescribeAddon",
        ("access-entries", 3) => "ListAccessEntries",
        ("access-entries", 4) => "DescribeAccessEntry",
        ("access-entries", 5) => "ListAssociatedAccessPolicies",
        ("pod-identity-associations", 3) => "ListPodIdentityAssociations",
        ("pod-identity-associations", 4) => "DescribePodIdentityAssociation",
        ("insights", 4) => "DescribeInsight",
        ("insights-refresh", 3) => "DescribeInsightsRefresh",
        ("updates", 3) => "ListUpdates",
        ("updates", 4) => "DescribeUpdate",
        ("identity-provider-configs", 3) => "ListIdentityProviderConfigs",
        ("capabilities", 3) => "ListCapabilities",
        ("capabilities", 4) => "DescribeCapability",
        ("certificate-authorities", 3) => "ListCertificateAuthorities",
        ("certificate-authorities", 4) => "DescribeCertificateAuthority",
        _ => null,
    };
}
