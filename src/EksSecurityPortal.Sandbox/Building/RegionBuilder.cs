using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Building;

/// <summary>Gathers the resources of one account in one region.</summary>
internal sealed class RegionBuilder(AccountBuilder account, string region)
{
    public AccountBuilder Account => account;

    public string Region => region;

    public DateTimeOffset Now => account.Now;

    public List<Vpc> Vpcs { get; } = [];

    public List<Subnet> Subnets { get; } = [];

    public List<RouteTable> RouteTables { get; } = [];

    public List<InternetGateway> InternetGateways { get; } = [];

    public List<NatGateway> NatGateways { get; } = [];

    public List<SecurityGroup> SecurityGroups { get; } = [];

    public List<NetworkInterface> NetworkInterfaces { get; } = [];

    public List<VpcEndpoint> VpcEndpoints { get; } = [];

    public List<FlowLog> FlowLogs { get; } = [];

    public List<NetworkAcl> NetworkAcls { get; } = [];

    public List<LaunchTemplate> LaunchTemplates { get; } = [];

    public List<AutoScalingGroup> AutoScalingGroups { get; } = [];

    public List<Instance> Instances { get; } = [];

    public List<MachineImage> Images { get; } = [];

    public List<LoadBalancer> LoadBalancers { get; } = [];

    public List<EcrRepository> Repositories { get; } = [];

    public List<KmsKey> Keys { get; } = [];

    public List<Cluster> Clusters { get; } = [];

    public string ScanType { get; set; } = "BASIC";

    public string Arn(string service, string resource) => $"arn:aws:{service}:{region}:{account.Id}:{resource}";

    public SecurityGroup AddSecurityGroup(string vpcId, string name, string description, params SecurityGroupRule[] ingress)
    {
        var group = new SecurityGroup(Ids.Resource("sg", vpcId + name), vpcId, name, description) { Ingress = ingress };
        SecurityGroups.Add(group);
        return group;
    }

    public KmsKey AddKey(string name, bool rotates = true, string state = "Enabled")
    {
        var id = Ids.Guid(account.Id + region + name);
        var key = new KmsKey(id, Arn("kms", "key/" + id), Now.AddDays(-500)) { Description = name, RotationEnabled = rotates, State = state };
        Keys.Add(key);
        return key;
    }

    public void AddRepository(string name, bool isMutable, bool scanOnPush, string? keyArn = null) => Repositories.Add(
        new EcrRepository(name, Arn("ecr", "repository/" + name), $"{account.Id}.dkr.ecr.{region}.amazonaws.com/{name}", Now.AddDays(-400)) { IsMutable = isMutable, ScanOnPush = scanOnPush, KeyArn = keyArn });

    public void AddImage(ImageBuild build)
    {
        if (Images.TrueForAll(image => image.Id != build.ImageId))
        {
            Images.Add(new MachineImage(build.ImageId, build.Name, build.OwnerId.Length > 0 ? build.OwnerId : account.Id, build.Published)
            {
                Architecture = build.Architecture,
                IsPublic = build.OwnerId.Length > 0,
                Platform = build.IsWindows ? "windows" : null,
                Deprecated = build.OwnerId.Length > 0 ? build.Published.AddYears(2) : null,
                Description = "Kubernetes node image " + build.Release,
            });
        }
    }

    public RegionEstate Build() => new()
    {
        AccountId = account.Id,
        Region = region,
        Vpcs = Vpcs,
        Subnets = Subnets,
        RouteTables = RouteTables,
        InternetGateways = InternetGateways,
        NatGateways = NatGateways,
        SecurityGroups = SecurityGroups,
        NetworkInterfaces = NetworkInterfaces,
        VpcEndpoints = VpcEndpoints,
        FlowLogs = FlowLogs,
        NetworkAcls = NetworkAcls,
        LaunchTemplates = LaunchTemplates,
        AutoScalingGroups = AutoScalingGroups,
        Instances = Instances,
        Images = Images,
        LoadBalancers = LoadBalancers,
        Repositories = Repositories,
        RegistryScanType = ScanType,
        Keys = Keys,
        Clusters = Clusters,
    };
}
