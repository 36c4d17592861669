using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Aws.Ec2;

/// <summary>Instances, each in a reservation of its own, and instance types.</summary>
internal static class Ec2Instances
{
    public static readonly Ec2Collection<InstanceType> Types = new("instanceTypeSet", "InstanceType", "InvalidInstanceType", type => type.Name)
    {
        Tags = _ => Empty.Tags,
        Filter = (type, name) => name switch
        {
            "instance-type" => [type.Name],
            "hypervisor" => [type.Hypervisor],
            "processor-info.supported-architecture" => [type.Architecture],
            _ => null,
        },
        Write = (body, type) => body
            .Text("instanceType", type.Name).Text("currentGeneration", value: true).Text("bareMetal", type.Name.EndsWith(".metal", StringComparison.Ordinal))
            .Text("hypervisor", type.Hypervisor).Group("processorInfo", info => info.List("supportedArchitectures", [type.Architecture]))
            .Group("vCpuInfo", info => info.Text("defaultVCpus", type.Cpus)).Group("memoryInfo", info => info.Text("sizeInMiB", type.MemoryMiB))
            .Group("networkInfo", info => info
                .Text("maximumNetworkInterfaces", type.MaximumInterfaces).Text("maximumNetworkCards", 1).Text("defaultNetworkCardIndex", 0)
                .List("networkCards", [type], (card, owner) => card.Text("networkCardIndex", 0).Text("maximumNetworkInterfaces", owner.MaximumInterfaces))
                .Text("ipv4AddressesPerInterface", type.AddressesPerInterface).Text("ipv6AddressesPerInterface", type.AddressesPerInterface).Text("ipv6Supported", value: true))
            .Text("burstablePerformanceSupported", type.IsBurstable),
    };

    public static void Answer(XmlBody body, AwsRequest request, RegionEstate region)
    {
        var page = Collection(region).Select(request, "DescribeInstances", region.Instances);
        body.List("reservationSet", page.Items, (reservation, instance) =>
        {
            reservation.Text("reservationId", "r-" + instance.Id[2..]).Text("ownerId", region.AccountId).List("groupSet", Array.Empty<string>());
            reservation.List("instancesSet", [instance], (item, inner) => Write(item, inner, region));
        }).Text("nextToken", page.Next);
    }

    private static Ec2Collection<Instance> Collection(RegionEstate region) => new("instancesSet", "InstanceId", "InvalidInstanceID.NotFound", instance => instance.Id)
    {
        Tags = instance => instance.Tags,
        Filter = (instance, name) => name switch
        {
            "instance-id" => [instance.Id],
            "vpc-id" => [instance.VpcId],
            "subnet-id" => [instance.SubnetId],
            "instance-state-name" => [instance.State],
            "image-id" => [instance.ImageId],
            "instance-type" => [instance.Type],
            "availability-zone" => [instance.ZoneName],
            "instance.group-id" or "network-interface.group-id" => instance.SecurityGroups,
            "private-dns-name" => [instance.PrivateDnsName(region.Region)],
            "private-ip-address" => [instance.PrivateIp],
            "iam-instance-profile.arn" => instance.InstanceProfileArn is { } profile ? [profile] : [],
            "metadata-options.http-tokens" => [instance.Metadata.HttpTokens],
            "architecture" => [instance.Architecture],
            "operator.managed" => [instance.IsManagedByEks ? "true" : "false"],
            _ => null,
        },
        Write = (body, instance) => Write(body, instance, region),
    };

    private static void Write(XmlBody body, Instance instance, RegionEstate region)
    {
        var code = instance.State switch { "pending" => 0, "running" => 16, "shutting-down" => 32, "terminated" => 48, "stopping" => 64, _ => 80 };
        body.Text("instanceId", instance.Id).Text("imageId", instance.ImageId).Group("instanceState", state => state.Text("code", code).Text("name", instance.State))
            .Text("privateDnsName", instance.PrivateDnsName(region.Region))
            .Text("dnsName", instance.PublicIp is { } address ? $"ec2-{address.Replace('.', '-')}.{region.Region}.compute.amazonaws.com" : "")
            .Text("keyName", instance.KeyName).Text("amiLaunchIndex", 0).Text("instanceType", instance.Type).Text("launchTime", instance.Launched)
            .Group("placement", placement => placement.Text("availabilityZone", instance.ZoneName).Text("tenancy", "default"))
            .Text("platform", instance.Platform).Group("monitoring", monitoring => monitoring.Text("state", "disabled"))
            .Text("subnetId", instance.SubnetId).Text("vpcId", instance.VpcId).Text("privateIpAddress", instance.PrivateIp).Text("ipAddress", instance.PublicIp)
            .Text("sourceDestCheck", value: true);
        Ec2Interfaces.WriteGroups(body, instance.SecurityGroups, region);
        body.Text("architecture", instance.Architecture).Text("rootDeviceType", "ebs").Text("virtualizationType", "hvm").Tags("tagSet", instance.Tags, "key", "value");
        WriteInterface(body, instance, region);
        if (instance.InstanceProfileArn is { } profile)
        {
            body.Group("iamInstanceProfile", item => item.Text("arn", profile).Text("id", "AIPASANDBOX" + instance.Id[^8..].ToUpperInvariant()));
        }

        body.Text("instanceLifecycle", instance.SpotRequestId is null ? null : "spot").Text("spotInstanceRequestId", instance.SpotRequestId)
            .Group("metadataOptions", options => options.Text("state", "applied").Text("httpTokens", instance.Metadata.HttpTokens)
                .Text("httpPutResponseHopLimit", instance.Metadata.HopLimit).Text("httpEndpoint", instance.Metadata.HttpEndpoint).Text("httpProtocolIpv6", "disabled"))
            .Group("operator", item => item.Text("managed", instance.IsManagedByEks).Text("principal", instance.IsManagedByEks ? "eks.amazonaws.com" : null));
    }

    private static void WriteInterface(XmlBody body, Instance instance, RegionEstate region) => body.List("networkInterfaceSet", [instance], (item, owner) =>
    {
        item.Text("networkInterfaceId", "eni-" + owner.Id[2..]).Text("subnetId", owner.SubnetId).Text("vpcId", owner.VpcId).Text("description", "").Text("ownerId", region.AccountId)
            .Text("status", "in-use").Text("privateIpAddress", owner.PrivateIp).Text("sourceDestCheck", value: true);
        Ec2Interfaces.WriteGroups(item, owner.SecurityGroups, region);
        item.Group("attachment", attachment => attachment.Text("attachmentId", "eni-attach-" + owner.Id[2..]).Text("deviceIndex", 0).Text("status", "attached").Text("attachTime", owner.Launched));
        if (owner.PublicIp is not null)
        {
            item.Group("association", association => association.Text("publicIp", owner.PublicIp).Text("ipOwnerId", "amazon"));
        }

        item.List<string>("ipv6AddressesSet", owner.Ipv6Address is null ? [] : [owner.Ipv6Address], (entry, address) => entry.Text("ipv6Address", address)).Text("interfaceType", "interface");
    });
}
