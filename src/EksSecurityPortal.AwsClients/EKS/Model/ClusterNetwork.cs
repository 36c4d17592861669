namespace Amazon.EKS.Model;

/// <summary>Where the control plane is reachable from: its subnets, security groups, and public and private endpoints.</summary>
public class VpcConfigResponse
{
    public List<string>? SubnetIds { get; set; }
    public List<string>? SecurityGroupIds { get; set; }
    public string? ClusterSecurityGroupId { get; set; }
    public string? VpcId { get; set; }
    public bool? EndpointPublicAccess { get; set; }
    public bool? EndpointPrivateAccess { get; set; }
    public List<string>? PublicAccessCidrs { get; set; }
    public ControlPlaneEgressModeType? ControlPlaneEgressMode { get; set; }
}

/// <summary>The cluster's service address ranges and its IP family.</summary>
public class KubernetesNetworkConfigResponse
{
    public string? ServiceIpv4Cidr { get; set; }
    public string? ServiceIpv6Cidr { get; set; }
    public IpFamily? IpFamily { get; set; }
    public ElasticLoadBalancing? ElasticLoadBalancing { get; set; }
}

/// <summary>Auto Mode's load balancing.</summary>
public class ElasticLoadBalancing
{
    public bool? Enabled { get; set; }
    public GatewayApiConfiguration? GatewayApi { get; set; }
}

public class GatewayApiConfiguration
{
    public CrdManagementConfiguration? Crds { get; set; }
}

public class CrdManagementConfiguration
{
    public bool? Managed { get; set; }
}

/// <summary>Networks of hybrid nodes and their pods outside the VPC.</summary>
public class RemoteNetworkConfigResponse
{
    public List<RemoteNodeNetwork>? RemoteNodeNetworks { get; set; }
    public List<RemotePodNetwork>? RemotePodNetworks { get; set; }
}

public class RemoteNodeNetwork
{
    public List<string>? Cidrs { get; set; }
}

public class RemotePodNetwork
{
    public List<string>? Cidrs { get; set; }
}

/// <summary>Whether traffic may be shifted away from an impaired Availability Zone.</summary>
public class ZonalShiftConfigResponse
{
    public bool? Enabled { get; set; }
}
