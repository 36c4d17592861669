using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Tests.Support;

/// <summary>Pools of every kind, with nodes and instances that agree with each other.</summary>
internal sealed partial class SnapshotBuilder
{
    public static readonly InstanceMetadataOptions Strict = new("enabled", "required", 1);

    private static readonly Dictionary<string, string> NoTags = [];

    /// <summary>A managed group on AL2023 of today's release, its instances in subnet-a.</summary>
    public SnapshotBuilder Managed(string name, int nodes = 1, Func<NodeGroup, NodeGroup>? group = null, Func<Instance, Instance>? instance = null, Func<Node, Node>? node = null, Func<AutoScalingGroup, AutoScalingGroup>? scaling = null)
    {
        Func<T, T> Or<T>(Func<T, T>? change) => change ?? (value => value);
        var scalingName = $"eks-{name}";
        NodeGroups.Add(Or(group)(new NodeGroup
        {
            Name = name, Status = "ACTIVE", Version = "1.34", ReleaseVersion = "1.34.2-20261116", AmiType = "AL2023_x86_64_STANDARD", SubnetIds = ["subnet-a"],
            NodeRoleArn = RoleArn("node"), AutoScalingGroupNames = [scalingName], CapacityType = "ON_DEMAND",
        }));
        AutoScalingGroups.Add(Or(scaling)(Scaling(scalingName, new Dictionary<string, string> { ["eks:nodegroup-name"] = name })));
        return Machines(name, nodes, new() { ["eks.amazonaws.com/nodegroup"] = name }, new() { ["eks:nodegroup-name"] = name, ["aws:autoscaling:groupName"] = scalingName }, scalingName, instance, node);
    }

    public SnapshotBuilder SelfManaged(string name, int nodes = 1, Func<Instance, Instance>? instance = null, Func<Node, Node>? node = null, Func<AutoScalingGroup, AutoScalingGroup>? scaling = null)
    {
        AutoScalingGroups.Add((scaling ?? (group => group))(Scaling(name, NoTags)));
        return Machines(name, nodes, [], new() { ["aws:autoscaling:groupName"] = name }, name, instance, node);
    }

    public SnapshotBuilder Karpenter(string name, int nodes = 1, string classSpec = "{}", Func<Instance, Instance>? instance = null, Func<Node, Node>? node = null)
    {
        KarpenterPools.Add(Custom("karpenter.sh", "NodePool", name, """{"template":{"spec":{"nodeClassRef":{"group":"karpenter.k8s.aws","kind":"EC2NodeClass","name":"NAME-class"}}}}""".Replace("NAME", name, StringComparison.Ordinal)));
        NodeClasses.Add(Custom("karpenter.k8s.aws", "EC2NodeClass", $"{name}-class", classSpec));
        return Machines(name, nodes, new() { ["karpenter.sh/nodepool"] = name, ["karpenter.k8s.aws/ec2nodeclass"] = $"{name}-class" },
            new() { ["karpenter.sh/nodepool"] = name, ["karpenter.k8s.aws/ec2nodeclass"] = $"{name}-class" }, null, instance, node);
    }

    public SnapshotBuilder AutoMode(string name, int nodes = 1, string classSpec = "{}", Func<Instance, Instance>? instance = null, Func<Node, Node>? node = null)
    {
        controlPlane = controlPlane with { AutoModeEnabled = true };
        KarpenterPools.Add(Custom("karpenter.sh", "NodePool", name, """{"template":{"spec":{"nodeClassRef":{"group":"eks.amazonaws.com","kind":"NodeClass","name":"default"}}}}"""));
        NodeClasses.Add(Custom("eks.amazonaws.com", "NodeClass", "default", classSpec));
        return Machines(name, nodes, new() { ["eks.amazonaws.com/compute-type"] = "auto", ["karpenter.sh/nodepool"] = name }, new() { ["karpenter.sh/nodepool"] = name }, null, instance, node);
    }

    public SnapshotBuilder Fargate(string name, Func<Node, Node>? node = null)
    {
        FargateProfiles.Add(new(name, null, "ACTIVE", RoleArn("fargate"), ["subnet-a"], [], null, []));
        var host = $"fargate-ip-10-0-0-{FargateProfiles.Count}";
        Nodes.Add((node ?? (value => value))(NewNode(host) with { ProviderId = $"aws:///eu-west-1a/1234/{host}", Labels = new Dictionary<string, string> { ["eks.amazonaws.com/compute-type"] = "fargate" } }));
        var template = new PodTemplate { Labels = new Dictionary<string, string> { ["eks.amazonaws.com/fargate-profile"] = name } };
        Workloads.Add(new() { Kind = "Deployment", Namespace = "on-fargate", Name = name, Pods = [new(template, 1, 1, true, [new(host, 1)])] });
        return this;
    }

    public SnapshotBuilder Hybrid(Func<Node, Node>? node = null)
    {
        Nodes.Add((node ?? (value => value))(NewNode($"mi-{Nodes.Count}") with
        {
            ProviderId = $"eks-hybrid:///eu-west-1/prod/mi-{Nodes.Count}", Labels = new Dictionary<string, string> { ["eks.amazonaws.com/compute-type"] = "hybrid" },
        }));
        return this;
    }

    public SnapshotBuilder Add(Action<SnapshotBuilder> change)
    {
        change(this);
        return this;
    }

    public static Node NewNode(string name) => new()
    {
        Name = name, KubeletVersion = "v1.34.2-eks-1234567", OsImage = "Amazon Linux 2023.9.20261116", OperatingSystem = "linux", CreatedAt = CollectedAt.AddDays(-10), IsReady = true,
    };

    public static Instance NewInstance(string id) => new(
        id, "m7i.large", "running", "ami-1", "eu-west-1a", "subnet-a", "10.0.0.9", null, [], ["sg-cluster"], ProfileArn("node"), null, CollectedAt.AddDays(-10), Strict, null, null, false, NoTags);

    public static Subnet Subnet(string id, string zone) => new(id, "vpc-1", zone, zone, "10.0.0.0/20", [], 4000, false, false, null, null, NoTags);

    public static RouteTable Table(string id, IReadOnlyList<string> subnets, params Route[] routes) =>
        new(id, "vpc-1", subnets.Count == 0, subnets, [new("10.0.0.0/16", "local", "active"), .. routes]);

    public static SecurityGroup Group(string id, params SecurityGroupRule[] ingress) => new(id, id, null, "vpc-1", ingress, [], NoTags);

    public static SecurityGroupRule FromCidr(string protocol, int? from, int? to, string cidr) =>
        new(protocol, from, to, cidr.Contains(':', StringComparison.Ordinal) ? SecurityGroupPeerKind.Ipv6 : SecurityGroupPeerKind.Ipv4, cidr, null);

    public static CustomObject Custom(string group, string kind, string name, string? spec, string? @namespace = null) => new(group, kind, @namespace, name, NoTags, NoTags, null, spec, null);

    public static string RoleArn(string name) => $"arn:aws:iam::{Cluster.AccountId}:role/{name}";

    public static string ProfileArn(string name) => $"arn:aws:iam::{Cluster.AccountId}:instance-profile/{name}";

    private SnapshotBuilder Machines(
        string pool, int count, Dictionary<string, string> labels, Dictionary<string, string> tags, string? scalingGroup, Func<Instance, Instance>? instance, Func<Node, Node>? node)
    {
        if (Images.Count == 0)
        {
            Images.Add(new("ami-1", "amazon-eks-node-al2023-x86_64-standard-1.34-v20261116", "602401143452", "amazon", "x86_64", "available", true, CollectedAt.AddDays(-7), null, null));
        }

        for (var index = 0; index < count; index++)
        {
            var id = $"i-{pool}{index}";
            Instances.Add((instance ?? (value => value))(NewInstance(id) with { AutoScalingGroupName = scalingGroup, Tags = tags }));
            Nodes.Add((node ?? (value => value))(NewNode($"ip-{pool}-{index}") with { ProviderId = $"aws:///eu-west-1a/{id}", Labels = labels }));
        }

        return this;
    }

    private static AutoScalingGroup Scaling(string name, IReadOnlyDictionary<string, string> tags) => new(name, null, 1, 3, 1, ["eu-west-1a"], ["subnet-a"], null, null, [], [], null, tags);
}
