using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Building;

/// <summary>A cluster under construction: where it is and what its nodes need to know.</summary>
internal sealed class ClusterContext(RegionBuilder region, string name, string minor, BuiltVpc vpc)
{
    private readonly Dictionary<string, int> addresses = [];

    public RegionBuilder Region => region;

    public string Name => name;

    public string Minor => minor;

    public BuiltVpc Vpc => vpc;

    public DateTimeOffset Now => region.Now;

    public string AccountId => region.Account.Id;

    public string SecurityGroupId { get; } = Ids.Resource("sg", region.Account.Id + region.Region + name + "cluster");

    public string OidcId { get; } = Ids.Hex("oidc" + region.Account.Id + region.Region + name, 32).ToUpperInvariant();

    /// <summary>The OIDC issuer without its scheme.</summary>
    public string Issuer => $"oidc.eks.{region.Region}.amazonaws.com/id/{OidcId}";

    public List<Nodegroup> Nodegroups { get; } = [];

    public List<FargateProfile> FargateProfiles { get; } = [];

    public List<KubernetesNode> Nodes { get; } = [];

    public string Arn(string resource) => region.Arn("eks", resource);

    /// <summary>The next free address of a subnet, from its 10th on.</summary>
    public string NextAddress(Subnet subnet)
    {
        var offset = addresses[subnet.Id] = addresses.GetValueOrDefault(subnet.Id, 9 + Ids.Number(name, 40)) + 1;
        var parts = subnet.CidrBlock.Split('/')[0].Split('.').Select(part => int.Parse(part, null)).ToArray();
        return $"{parts[0]}.{parts[1]}.{parts[2] + (offset / 250)}.{(offset % 250) + 2}";
    }
}
