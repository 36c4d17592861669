using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Building;

/// <summary>How a VPC is laid out. Number is the second octet of its /16.</summary>
internal sealed record VpcPlan(string Name, int Number, IReadOnlyList<string> ZoneLetters)
{
    public int NatGateways { get; init; } = 1;

    public bool MapsPublicIps { get; init; }

    /// <summary>Null is no flow log; else ALL, ACCEPT or REJECT.</summary>
    public string? FlowLogTraffic { get; init; }

    public bool HasEndpoints { get; init; }

    public bool IsDefault { get; init; }

    public bool HasIpv6 { get; init; }

    public int FreeAddresses { get; init; } = 3600;

    public IReadOnlyList<string> ClusterNames { get; init; } = [];
}

/// <summary>A VPC with its subnets, one of each kind per zone.</summary>
internal sealed record BuiltVpc(string Id, IReadOnlyList<Subnet> Public, IReadOnlyList<Subnet> Private, IReadOnlyList<Subnet> ControlPlane);

internal static class VpcBuilder
{
    private static readonly Dictionary<string, string> ZonePrefixes = new() { ["us-east-1"] = "use1", ["eu-west-1"] = "euw1" };

    public static BuiltVpc Build(RegionBuilder region, VpcPlan plan)
    {
        var id = Ids.Resource("vpc", region.Account.Id + region.Region + plan.Name);
        region.Vpcs.Add(new Vpc(id, [$"10.{plan.Number}.0.0/16"])
        {
            IsDefault = plan.IsDefault,
            Ipv6CidrBlock = plan.HasIpv6 ? $"2600:1f18:{plan.Number:x4}::/56" : null,
            Tags = Name(plan.Name),
        });
        var gateway = new InternetGateway(Ids.Resource("igw", id), id);
        region.InternetGateways.Add(gateway);
        var vpc = new BuiltVpc(id, Subnets(region, plan, id, "public"), Subnets(region, plan, id, "private"), Subnets(region, plan, id, "control-plane"));
        AddRoutes(region, plan, vpc, gateway);
        AddExtras(region, plan, vpc);
        return vpc;
    }

    private static List<Subnet> Subnets(RegionBuilder region, VpcPlan plan, string vpcId, string kind)
    {
        var subnets = plan.ZoneLetters.Select((letter, index) =>
        {
            var (cidr, free) = kind switch
            {
                "public" => ($"10.{plan.Number}.{index * 16}.0/20", 4000),
                "private" => ($"10.{plan.Number}.{64 + (index * 32)}.0/19", plan.FreeAddresses),
                _ => ($"10.{plan.Number}.240.{index * 16}/28", 9),
            };
            var tags = new Dictionary<string, string>(Name($"{plan.Name}-{kind}-{letter}"));
            foreach (var cluster in plan.ClusterNames)
            {
                tags["kubernetes.io/cluster/" + cluster] = "shared";
            }

            if (kind != "control-plane")
            {
                tags[kind == "public" ? "kubernetes.io/role/elb" : "kubernetes.io/role/internal-elb"] = "1";
            }

            var prefix = ZonePrefixes.GetValueOrDefault(region.Region) ?? region.Region;
            return new Subnet(Ids.Resource("subnet", vpcId + kind + letter), vpcId, cidr, region.Region + letter, $"{prefix}-az{"abcdef".IndexOf(letter[0], StringComparison.Ordinal) switch { 2 => 4, var zone => zone + 1 }}")
            {
                AvailableAddresses = free - Ids.Number(vpcId + kind + letter, 5),
                MapPublicIpOnLaunch = kind == "public" && plan.MapsPublicIps,
                AssignIpv6OnCreation = kind == "public" && plan.HasIpv6,
                Ipv6CidrBlock = plan.HasIpv6 ? $"2600:1f18:{plan.Number:x4}:{index:x4}::/64" : null,
                Tags = tags,
            };
        }).ToList();
        region.Subnets.AddRange(subnets);
        return subnets;
    }

    private static void AddRoutes(RegionBuilder region, VpcPlan plan, BuiltVpc vpc, InternetGateway gateway)
    {
        var local = new Route($"10.{plan.Number}.0.0/16", "local");
        var isolated = vpc.ControlPlane.Select(subnet => subnet.Id).ToList();
        region.RouteTables.Add(new RouteTable(Ids.Resource("rtb", vpc.Id + "main"), vpc.Id, IsMain: true, [], [local]) { Tags = Name(plan.Name + "-main") });
        List<Route> open = [local, new Route("0.0.0.0/0", gateway.Id)];
        if (plan.HasIpv6)
        {
            open.Add(new Route("::/0", gateway.Id));
        }

        region.RouteTables.Add(new RouteTable(Ids.Resource("rtb", vpc.Id + "public"), vpc.Id, IsMain: false, [.. vpc.Public.Select(subnet => subnet.Id)], open) { Tags = Name(plan.Name + "-public") });
        var nats = vpc.Public.Take(plan.NatGateways).Select((subnet, index) => new NatGateway(Ids.Resource("nat", subnet.Id), vpc.Id, subnet.Id, $"198.51.100.{plan.Number + index}")
        {
            Created = region.Now.AddDays(-420),
            Tags = Name($"{plan.Name}-nat-{subnet.ZoneName[^1]}"),
        }).ToList();
        region.NatGateways.AddRange(nats);
        foreach (var (subnet, index) in vpc.Private.Select((subnet, index) => (subnet, index)))
        {
            IReadOnlyList<Route> routes = nats.Count == 0 ? [local] : [local, new Route("0.0.0.0/0", nats[index % nats.Count].Id)];
            region.RouteTables.Add(new RouteTable(Ids.Resource("rtb", subnet.Id), vpc.Id, IsMain: false, index == 0 ? [subnet.Id, .. isolated] : [subnet.Id], routes) { Tags = Name($"{plan.Name}-private-{subnet.ZoneName[^1]}") });
        }
    }

    private static void AddExtras(RegionBuilder region, VpcPlan plan, BuiltVpc vpc)
    {
        IReadOnlyList<string> subnets = [.. vpc.Public.Concat(vpc.Private).Concat(vpc.ControlPlane).Select(subnet => subnet.Id)];
        region.NetworkAcls.Add(new NetworkAcl(Ids.Resource("acl", vpc.Id), vpc.Id, IsDefault: true, subnets,
        [
            new(100, IsEgress: false, IsAllow: true, "0.0.0.0/0"), new(32767, IsEgress: false, IsAllow: false, "0.0.0.0/0"),
            new(100, IsEgress: true, IsAllow: true, "0.0.0.0/0"), new(32767, IsEgress: true, IsAllow: false, "0.0.0.0/0"),
        ]));
        region.SecurityGroups.Add(new SecurityGroup(Ids.Resource("sg", vpc.Id + "default"), vpc.Id, "default", "default VPC security group"));
        if (plan.FlowLogTraffic is { } traffic)
        {
            region.FlowLogs.Add(new FlowLog(Ids.Resource("fl", vpc.Id), vpc.Id, traffic, region.Arn("logs", "log-group:/vpc/" + plan.Name)) { Created = region.Now.AddDays(-400) });
        }

        if (plan.HasEndpoints)
        {
            AddEndpoints(region, vpc);
        }
    }

    private static void AddEndpoints(RegionBuilder region, BuiltVpc vpc)
    {
        var group = region.AddSecurityGroup(vpc.Id, "vpc-endpoints", "HTTPS to interface endpoints", new SecurityGroupRule("tcp", 443, 443) { Cidrs = [region.Vpcs.First(known => known.Id == vpc.Id).CidrBlocks[0]] });
        foreach (var service in new[] { "ec2", "ecr.api", "ecr.dkr", "sts", "logs", "elasticloadbalancing", "autoscaling", "eks", "eks-auth" })
        {
            region.VpcEndpoints.Add(new VpcEndpoint(Ids.Resource("vpce", vpc.Id + service), vpc.Id, $"com.amazonaws.{region.Region}.{service}", "Interface")
            {
                SubnetIds = [.. vpc.Private.Select(subnet => subnet.Id)],
                SecurityGroups = [group.Id],
                Created = region.Now.AddDays(-400),
            });
        }

        region.VpcEndpoints.Add(new VpcEndpoint(Ids.Resource("vpce", vpc.Id + "s3"), vpc.Id, $"com.amazonaws.{region.Region}.s3", "Gateway")
        {
            RouteTableIds = [.. region.RouteTables.Where(table => table.VpcId == vpc.Id && !table.IsMain).Select(table => table.Id)],
            Created = region.Now.AddDays(-400),
        });
    }

    private static Dictionary<string, string> Name(string name) => new() { ["Name"] = name };
}
