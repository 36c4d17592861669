namespace EksSecurityPortal.Core.Inventory;

/// <summary>The cluster's VPC and what stands in it, as ec2 and elasticloadbalancing say.</summary>
public sealed record NetworkFacts
{
    public required Part<Vpc> Vpc { get; init; }
    /// <summary>All subnets of the VPC, not only the cluster's.</summary>
    public required Part<IReadOnlyList<Subnet>> Subnets { get; init; }
    public required Part<IReadOnlyList<RouteTable>> RouteTables { get; init; }
    public required Part<IReadOnlyList<InternetGateway>> InternetGateways { get; init; }
    public required Part<IReadOnlyList<NatGateway>> NatGateways { get; init; }
    public required Part<IReadOnlyList<SecurityGroup>> SecurityGroups { get; init; }
    /// <summary>ENIs of the control plane and of the cluster's nodes.</summary>
    public required Part<IReadOnlyList<NetworkInterface>> NetworkInterfaces { get; init; }
    public required Part<IReadOnlyList<VpcEndpoint>> VpcEndpoints { get; init; }
    public required Part<IReadOnlyList<FlowLog>> FlowLogs { get; init; }
    public required Part<IReadOnlyList<NetworkAcl>> NetworkAcls { get; init; }
    /// <summary>Load balancers of the VPC that tags tie to this cluster.</summary>
    public required Part<IReadOnlyList<LoadBalancer>> LoadBalancers { get; init; }
}

public sealed record Vpc(string Id, IReadOnlyList<string> Ipv4Cidrs, IReadOnlyList<string> Ipv6Cidrs, bool IsDefault, bool? DnsHostnames, bool? DnsSupport, string? OwnerId, string? Name);

public sealed record Subnet(
    string Id, string VpcId, string AvailabilityZone, string? AvailabilityZoneId, string? Ipv4Cidr, IReadOnlyList<string> Ipv6Cidrs, int? AvailableIpv4Addresses,
    bool? MapPublicIpOnLaunch, bool? AssignIpv6OnCreation, string? OwnerId, string? Name, IReadOnlyDictionary<string, string> Tags);

/// <param name="IsMain">The VPC's main table: serves every subnet without an association of its own.</param>
public sealed record RouteTable(string Id, string VpcId, bool IsMain, IReadOnlyList<string> SubnetIds, IReadOnlyList<Route> Routes);

/// <param name="Destination">IPv4 or IPv6 CIDR, or prefix list id.</param>
/// <param name="Target">The gateway's id with its prefix: igw-, nat-, eigw-, tgw-, pcx-, vpce-, eni-, vgw-, local.</param>
/// <param name="State">active or blackhole.</param>
public sealed record Route(string Destination, string? Target, string State);

public sealed record InternetGateway(string Id, IReadOnlyList<string> VpcIds);

public sealed record NatGateway(string Id, string? SubnetId, string State, string? ConnectivityType, IReadOnlyList<string> PublicIps);

public sealed record SecurityGroup(string Id, string Name, string? Description, string? VpcId, IReadOnlyList<SecurityGroupRule> Ingress, IReadOnlyList<SecurityGroupRule> Egress, IReadOnlyDictionary<string, string> Tags);

/// <summary>One permission of a group, one peer each.</summary>
/// <param name="Protocol">tcp, udp, icmp, icmpv6, a protocol number, or <c>-1</c> for all.</param>
/// <param name="FromPort">Null with protocol -1: all ports. For icmp: the type.</param>
/// <param name="PeerKind">What <paramref name="Peer"/> is.</param>
/// <param name="Peer">CIDR, security group id, or prefix list id.</param>
public sealed record SecurityGroupRule(string Protocol, int? FromPort, int? ToPort, SecurityGroupPeerKind PeerKind, string Peer, string? Description);

public enum SecurityGroupPeerKind
{
    Ipv4,
    Ipv6,
    SecurityGroup,
    PrefixList,
}

public sealed record NetworkInterface(
    string Id, string? SubnetId, string? AvailabilityZone, string? Description, string? InterfaceType, string? Status, string? InstanceId, string? PrivateIp, string? PublicIp,
    int PrivateIpCount, int Ipv4PrefixCount, IReadOnlyList<string> SecurityGroupIds);

public sealed record VpcEndpoint(string Id, string ServiceName, string Type, string State, IReadOnlyList<string> SubnetIds, IReadOnlyList<string> RouteTableIds, IReadOnlyList<string> SecurityGroupIds, bool? PrivateDnsEnabled, string? PolicyDocument);

public sealed record FlowLog(string Id, string? ResourceId, string? Status, string? TrafficType, string? DestinationType, string? Destination);

public sealed record NetworkAcl(string Id, bool IsDefault, IReadOnlyList<string> SubnetIds, IReadOnlyList<NetworkAclEntry> Entries);

public sealed record NetworkAclEntry(int RuleNumber, bool IsEgress, string Action, string Protocol, string? Cidr, int? FromPort, int? ToPort);

/// <param name="Scheme">internet-facing or internal.</param>
/// <param name="Type">application, network, gateway.</param>
public sealed record LoadBalancer(
    string Arn, string Name, string? DnsName, string? Scheme, string Type, string? State, string? VpcId, IReadOnlyList<string> SubnetIds, IReadOnlyList<string> SecurityGroupIds,
    string? IpAddressType, DateTimeOffset? CreatedAt, IReadOnlyList<LoadBalancerListener> Listeners, IReadOnlyList<TargetGroup> TargetGroups, IReadOnlyDictionary<string, string> Tags);

public sealed record LoadBalancerListener(string Arn, int? Port, string? Protocol, string? SslPolicy, IReadOnlyList<string> CertificateArns, IReadOnlyList<string> DefaultActionTypes, IReadOnlyList<string> TargetGroupArns);

public sealed record TargetGroup(string Arn, string Name, string? Protocol, int? Port, string? TargetType);
