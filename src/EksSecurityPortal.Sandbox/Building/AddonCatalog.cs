using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Building;

/// <summary>The add-on versions on offer: three of each, the newest for all minors, the default one behind it.</summary>
internal static class AddonCatalog
{
    private static readonly string[] Minors = ["1.31", "1.32", "1.33", "1.34", "1.35", "1.36"];

    private static readonly (string Name, string Type, string Namespace, string[] Versions)[] Common =
    [
        ("vpc-cni", "networking", "kube-system", ["v1.23.1-eksbuild.1", "v1.22.3-eksbuild.2", "v1.19.6-eksbuild.7"]),
        ("coredns", "networking", "kube-system", ["v1.13.1-eksbuild.1", "v1.12.4-eksbuild.1", "v1.11.4-eksbuild.24"]),
        ("aws-ebs-csi-driver", "storage", "kube-system", ["v1.53.0-eksbuild.1", "v1.51.1-eksbuild.1", "v1.41.0-eksbuild.1"]),
        ("eks-pod-identity-agent", "security", "kube-system", ["v1.3.10-eksbuild.1", "v1.3.9-eksbuild.3", "v1.3.5-eksbuild.2"]),
        ("metrics-server", "observability", "kube-system", ["v0.8.0-eksbuild.5", "v0.8.0-eksbuild.2", "v0.7.2-eksbuild.4"]),
        ("eks-node-monitoring-agent", "observability", "kube-system", ["v1.5.1-eksbuild.1", "v1.4.2-eksbuild.1"]),
    ];

    public static IReadOnlyList<AddonOffer> Offers { get; } =
    [
        .. Common.Select(addon => new AddonOffer(addon.Name, addon.Type, addon.Namespace,
            [.. addon.Versions.Select((version, index) => new AddonOfferVersion(version, Minors, index == 1 ? Minors : []))])),
        new AddonOffer("kube-proxy", "networking", "kube-system",
            [.. Minors.Reverse().SelectMany(minor => new[] { 2, 0 }.Select(back => new AddonOfferVersion(KubeProxy(minor, back), [minor], back == 2 ? [minor] : [])))]),
    ];

    /// <summary>The version that is so many releases behind the newest.</summary>
    public static string Version(string name, string minor, int back)
    {
        if (name == "kube-proxy")
        {
            return KubeProxy(minor, back);
        }

        var versions = Common.First(addon => addon.Name == name).Versions;
        return versions[Math.Min(back, versions.Length - 1)];
    }

    private static string KubeProxy(string minor, int back) => $"v{minor}.{Math.Max(0, PublicTables.Patch(minor) - back)}-eksbuild.2";
}
