using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Aws.Ec2;

/// <summary>Network interfaces.</summary>
internal static class Ec2Interfaces
{
    public static Ec2Collection<NetworkInterface> Interfaces(RegionEstate region) => new("networkInterfaceSet", "NetworkInterfaceId", "InvalidNetworkInterfaceID.NotFound", eni => eni.Id)
    {
        Tags = eni => eni.Tags,
        Filter = (eni, name) => name switch
        {
            "network-interface-id" => [eni.Id],
            "vpc-id" => [eni.VpcId],
            "subnet-id" => [eni.SubnetId],
            "description" => [eni.Description],
            "interface-type" => [eni.InterfaceType],
            "attachment.instance-id" => eni.InstanceId is { } instance ? [instance] : [],
            "group-id" => eni.SecurityGroups,
            "availability-zone" => [eni.ZoneName],
            "private-ip-address" => [eni.PrivateIp],
            "requester-id" => [eni.RequesterId],
            "status" => ["in-use"],
            "owner-id" => [region.AccountId],
            _ => null,
        },
        Write = (body, eni) => Write(body, eni, region),
    };

    private static void Write(XmlBody body, NetworkInterface eni, RegionEstate region)
    {
        body.Text("networkInterfaceId", eni.Id).Text("subnetId", eni.SubnetId).Text("vpcId", eni.VpcId).Text("availabilityZone", eni.ZoneName)
            .Text("description", eni.Description).Text("ownerId", region.AccountId).Text("requesterId", eni.RequesterId.Length > 0 ? eni.RequesterId : null)
            .Text("requesterManaged", eni.RequesterManaged).Text("status", "in-use").Text("privateIpAddress", eni.PrivateIp).Text("sourceDestCheck", value: true);
        WriteGroups(body, eni.SecurityGroups, region);
        if (eni.InstanceId is not null)
        {
            body.Group("attachment", item => item.Text("attachmentId", "eni-attach-" + eni.Id[4..]).Text("instanceId", eni.InstanceId)
                .Text("instanceOwnerId", region.AccountId).Text("deviceIndex", 0).Text("status", "attached").Text("deleteOnTermination", value: true));
        }

        if (eni.PublicIp is not null)
        {
            body.Group("association", item => item.Text("publicIp", eni.PublicIp).Text("ipOwnerId", "amazon"));
        }

        body.Tags("tagSet", eni.Tags, "key", "value")
            .List("privateIpAddressesSet", [eni.PrivateIp], (item, address) => item.Text("privateIpAddress", address).Text("primary", value: true))
            .List("ipv6AddressesSet", Array.Empty<string>()).Text("interfaceType", eni.InterfaceType);
    }

    public static void WriteGroups(XmlBody body, IReadOnlyList<string> groups, RegionEstate region) => body.List("groupSet", groups, (item, id) => item
        .Text("groupId", id).Text("groupName", region.SecurityGroups.FirstOrDefault(group => group.Id == id)?.Name ?? id));
}
