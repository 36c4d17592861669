using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Aws.Ec2;

/// <summary>VPC endpoints, flow logs and network ACLs.</summary>
internal static class Ec2Endpoints
{
    private const string OpenPolicy = """{"Statement":[{"Action":"*","Effect":"Allow","Principal":"*","Resource":"*"}]}""";

    public static readonly Ec2Collection<FlowLog> FlowLogs = new("flowLogSet", "FlowLogId", "InvalidFlowLogId.NotFound", log => log.Id)
    {
        Tags = _ => Empty.Tags,
        Filter = (log, name) => name switch
        {
            "flow-log-id" => [log.Id],
            "resource-id" => [log.ResourceId],
            "traffic-type" => [log.TrafficType],
            "deliver-log-status" => [log.DeliverStatus],
            _ => null,
        },
        Write = (body, log) =>
        {
            var toBucket = log.Destination.StartsWith("arn:aws:s3:", StringComparison.Ordinal);
            body.Text("creationTime", log.Created).Text("flowLogId", log.Id).Text("flowLogStatus", "ACTIVE").Text("resourceId", log.ResourceId).Text("trafficType", log.TrafficType)
                .Text("logDestinationType", toBucket ? "s3" : "cloud-watch-logs").Text("logDestination", log.Destination)
                .Text("logGroupName", toBucket ? null : log.Destination.Split(':')[^1]).Text("deliverLogsStatus", log.DeliverStatus)
                .Text("maxAggregationInterval", 600).List("tagSet", Array.Empty<string>());
        },
    };

    public static Ec2Collection<VpcEndpoint> Endpoints(RegionEstate region) => new("vpcEndpointSet", "VpcEndpointId", "InvalidVpcEndpointId.NotFound", endpoint => endpoint.Id)
    {
        Tags = _ => Empty.Tags,
        Filter = (endpoint, name) => name switch
        {
            "vpc-endpoint-id" => [endpoint.Id],
            "vpc-id" => [endpoint.VpcId],
            "service-name" => [endpoint.ServiceName],
            "vpc-endpoint-type" => [endpoint.Type],
            "vpc-endpoint-state" => ["available"],
            _ => null,
        },
        Write = (body, endpoint) =>
        {
            body.Text("vpcEndpointId", endpoint.Id).Text("vpcEndpointType", endpoint.Type).Text("vpcId", endpoint.VpcId).Text("serviceName", endpoint.ServiceName)
                .Text("state", "available").Text("policyDocument", endpoint.Policy ?? OpenPolicy).List("routeTableIdSet", endpoint.RouteTableIds).List("subnetIdSet", endpoint.SubnetIds);
            Ec2Interfaces.WriteGroups(body, endpoint.SecurityGroups, region);
            body.Text("privateDnsEnabled", endpoint.Type == "Interface" && endpoint.PrivateDns).Text("requesterManaged", value: false)
                .Text("creationTimestamp", endpoint.Created).Text("ownerId", region.AccountId).List("tagSet", Array.Empty<string>());
        },
    };

    public static Ec2Collection<NetworkAcl> NetworkAcls(RegionEstate region) => new("networkAclSet", "NetworkAclId", "InvalidNetworkAclID.NotFound", acl => acl.Id)
    {
        Tags = _ => Empty.Tags,
        Filter = (acl, name) => name switch
        {
            "network-acl-id" => [acl.Id],
            "vpc-id" => [acl.VpcId],
            "association.subnet-id" => acl.SubnetIds,
            "default" => [acl.IsDefault ? "true" : "false"],
            _ => null,
        },
        Write = (body, acl) => body.Text("networkAclId", acl.Id).Text("vpcId", acl.VpcId).Text("default", acl.IsDefault).Text("ownerId", region.AccountId)
            .List("entrySet", acl.Entries, WriteEntry)
            .List("associationSet", acl.SubnetIds, (item, subnet) => item.Text("networkAclAssociationId", "aclassoc-" + subnet[^8..]).Text("networkAclId", acl.Id).Text("subnetId", subnet))
            .List("tagSet", Array.Empty<string>()),
    };

    private static void WriteEntry(XmlBody body, NetworkAclEntry entry)
    {
        body.Text("ruleNumber", entry.Number).Text("protocol", entry.Protocol).Text("ruleAction", entry.IsAllow ? "allow" : "deny").Text("egress", entry.IsEgress)
            .Text(entry.Cidr.Contains(':', StringComparison.Ordinal) ? "ipv6CidrBlock" : "cidrBlock", entry.Cidr);
        if (entry.FromPort is not null)
        {
            body.Group("portRange", range => range.Text("from", entry.FromPort).Text("to", entry.ToPort));
        }
    }
}
