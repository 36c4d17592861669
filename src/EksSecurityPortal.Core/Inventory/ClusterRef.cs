namespace EksSecurityPortal.Core.Inventory;

/// <summary>Names one EKS cluster: partition, twelve-digit account id, region code, cluster name. Identity over time is <see cref="Arn"/>.</summary>
public sealed record ClusterRef(string Partition, string AccountId, string Region, string Name)
{
    /// <summary><c>arn:{partition}:eks:{region}:{account}:cluster/{name}</c>.</summary>
    public string Arn => $"arn:{Partition}:eks:{Region}:{AccountId}:cluster/{Name}";

    public override string ToString() => Arn;
}
