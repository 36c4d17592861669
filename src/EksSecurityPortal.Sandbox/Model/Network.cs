namespace EksSecurityPortal.Sandbox.Model;

public sealed record Vpc(string Id, IReadOnlyList<string> CidrBlocks)
{
    public bool IsDefault { get; init; }

    public bool DnsSupport { get; init; } = true;

    public bool DnsHostnames { get; init; } = true;

    public string? Ipv6CidrBlock { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = Empty.Tags;
}

public sealed record Subnet(string Id, string VpcId, string CidrBlock, string ZoneName, string ZoneId)
{
    public int AvailableAddresses { get; init; } = 4000;

    public bool MapPublicIpOnLaunch { get; init; }

    public bool AssignIpv6OnCreation { get; init; }

    public string? Ipv6CidrBlock { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = Empty.Tags;
}

/// <summary>A route. Target is a gateway id (igw-, nat-, tgw-, vpce-, pcx-, eni-) or <c>local</c>.</summary>
public sealed record Route(string Destination, string Target, string State = "active");

public sealed record RouteTable(string Id, string VpcId, bool IsMain, IReadOnlyList<string> SubnetIds, IReadOnlyList<Route> Routes)
{
    public IReadOnlyDictionary<string, string> Tags { get; init; } = Empty.Tags;
}

public sealed record InternetGateway(string Id, string VpcId);

public sealed record NatGateway(string Id, string VpcId, string SubnetId, string PublicIp)
{
    public DateTimeOffset Created { get; init; }

    public bool IsPublic { get; init; } = true;

    public IReadOnlyDictionary<string, string> Tags { get; init; } = Empty.Tags;
}

/// <summary>One permission of a security group. Protocol is tcp, udp, icmp or -1; ports are null when the protocol is -1.</summary>
public sealed record SecurityGroupRule(string Protocol, int? FromPort, int? ToPort)
{
    public IReadOnlyList<string> Cidrs { get; init; } = [];

    public IReadOnlyList<string> Ipv6Cidrs { get; init; } = [];

    public IReadOnlyList<string> Groups { get; init; } = [];

    public IReadOnlyList<string> PrefixLists { get; init; } = [];

    public string? Description { get; init; }
}

public sealed record SecurityGroup(string Id, string VpcId, string Name, string Description)
{
    public IReadOnlyList<SecurityGroupRule> Ingress { get; init; } = [];

    public IReadOnlyList<SecurityGroupRule> Egress { get; init; } = [new("-1", null, null) { Cidrs = ["0.0.0.0/0"] }];

    public IReadOnlyDictionary<string, string> Tags { get; init; } = Empty.Tags;
}

public sealed record NetworkInterface(string Id, string VpcId, string SubnetId, string ZoneName, string PrivateIp)
{
    public string Description { get; init; } = "";

    public string InterfaceType { get; init; } = "interface";

    public string RequesterId { get; init; } = "";

    public bool RequesterManaged { get; init; }

    public IReadOnlyList<string> SecurityGroups { get; init; } = [];

    public string? InstanceId { get; init; }

    public string? PublicIp { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = Empty.Tags;
}

/// <summary>A VPC endpoint; Type is Interface or Gateway.</summary>
public sealed record VpcEndpoint(string Id, string VpcId, string ServiceName, string Type)
{
    public IReadOnlyList<string> SubnetIds { get; init; } = [];

    public IReadOnlyList<string> RouteTableIds { get; init; } = [];

    public IReadOnlyList<string> SecurityGroups { get; init; } = [];

    public bool PrivateDns { get; init; } = true;

    /// <summary>Endpoint policy as JSON; null is the default full-access policy.</summary>
    public string? Policy { get; init; }

    public DateTimeOffset Created { get; init; }
}

/// <summary>A flow log of a VPC or subnet; TrafficType is ALL, ACCEPT or REJECT.</summary>
public sealed record FlowLog(string Id, string ResourceId, string TrafficType, string Destination)
{
    /// <summary>SUCCESS or FAILED.</summary>
    public string DeliverStatus { get; init; } = "SUCCESS";

    public DateTimeOffset Created { get; init; }
}

/// <summary>One entry of a network ACL; Protocol is a number as text, -1 for all.</summary>
public sealed record NetworkAclEntry(int Number, bool IsEgress, bool IsAllow, string Cidr, string Protocol = "-1", int? FromPort = null, int? ToPort = null);

public sealed record NetworkAcl(string Id, string VpcId, bool IsDefault, IReadOnlyList<string> SubnetIds, IReadOnlyList<NetworkAclEntry> Entries);

internal static class Empty
{
    public static readonly IReadOnlyDictionary<string, string> Tags = new Dictionary<string, string>();
}
