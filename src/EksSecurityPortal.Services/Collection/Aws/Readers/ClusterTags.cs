namespace EksSecurityPortal.Services.Collection.Aws.Readers;

/// <summary>How AWS resources say which cluster they belong to.</summary>
internal static class ClusterTags
{
    /// <summary>Keys that instances of any cluster carry, for a filter of EC2, where an asterisk stands for any text.</summary>
    public static readonly IReadOnlyList<string> InstanceKeys =
        ["kubernetes.io/cluster/*", "eks:cluster-name", "aws:eks:cluster-name", "eks:eks-cluster-name", "alpha.eksctl.io/cluster-name", "karpenter.sh/nodepool"];

    private static readonly string[] NameKeys = ["eks:cluster-name", "aws:eks:cluster-name", "eks:eks-cluster-name", "alpha.eksctl.io/cluster-name"];

    /// <summary>True for an instance or an Auto Scaling group of the cluster.</summary>
    public static bool AreOfNodes(IReadOnlyDictionary<string, string> tags, string cluster) =>
        tags.ContainsKey($"kubernetes.io/cluster/{cluster}")
        || tags.ContainsKey($"k8s.io/cluster-autoscaler/{cluster}")
        || NameKeys.Any(key => tags.TryGetValue(key, out var name) && name == cluster);

    /// <summary>True for a load balancer that a controller of the cluster made.</summary>
    public static bool AreOfLoadBalancer(IReadOnlyDictionary<string, string> tags, string cluster) =>
        tags.ContainsKey($"kubernetes.io/cluster/{cluster}")
        || (tags.TryGetValue("elbv2.k8s.aws/cluster", out var controller) && controller == cluster)
        || (tags.TryGetValue("eks:eks-cluster-name", out var autoMode) && autoMode == cluster);
}
