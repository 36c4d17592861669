namespace EksSecurityPortal.Core.Checks;

/// <summary>Answer of a check for one resource. Stored as its number.</summary>
public enum CheckStatus
{
    Pass = 0,
    Fail = 1,

    /// <summary>The question does not arise for this resource; the reason is given.</summary>
    NotApplicable = 2,

    /// <summary>The data to answer was not read; never a pass. The reason is given.</summary>
    Unknown = 3,
}

/// <summary>What a check speaks of, under a key that is stable over rollouts and re-creations of pods and instances.</summary>
/// <param name="Kind">Cluster, NodeGroup, AutoScalingGroup, NodePool, Node, Subnet, SecurityGroup, Role, Namespace, ServiceAccount, Deployment, …</param>
/// <param name="Key">Unique for the kind within the cluster: name, <c>namespace/name</c>, or AWS id.</param>
/// <param name="DisplayName">For people; may hold hostile text.</param>
public sealed record ResourceRef(string Kind, string Key, string? Namespace, string DisplayName)
{
    public static ResourceRef Cluster(string name) => new("Cluster", name, null, name);

    public static ResourceRef Named(string kind, string name) => new(kind, name, null, name);

    public static ResourceRef Namespaced(string kind, string @namespace, string name) => new(kind, $"{@namespace}/{name}", @namespace, name);
}

/// <summary>An observed field and its value, as the API gave them.</summary>
/// <param name="Field"><c>cluster.resourcesVpcConfig.publicAccessCidrs</c>, <c>i-0abc: MetadataOptions.HttpTokens</c>.</param>
public sealed record Evidence(string Field, string Value);

/// <summary>Answer of one check for one resource with what it rests on.</summary>
/// <param name="Summary">One sentence of facts, at most 300 characters.</param>
/// <param name="Severity">The check's, unless this case is milder or worse.</param>
public sealed record CheckOutcome(
    string CheckId, ResourceRef Resource, CheckStatus Status, Severity Severity, string Summary, IReadOnlyList<Evidence> Evidence);
