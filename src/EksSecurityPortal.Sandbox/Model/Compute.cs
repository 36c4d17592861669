namespace EksSecurityPortal.Sandbox.Model;

public sealed record InstanceMetadata(string HttpTokens = "required", int HopLimit = 1, string HttpEndpoint = "enabled");

public sealed record Instance
{
    public required string Id { get; init; }

    public required string Type { get; init; }

    public required string ImageId { get; init; }

    public required string VpcId { get; init; }

    public required string SubnetId { get; init; }

    public required string ZoneName { get; init; }

    public required string PrivateIp { get; init; }

    public required DateTimeOffset Launched { get; init; }

    public string? PublicIp { get; init; }

    public string? Ipv6Address { get; init; }

    public string State { get; init; } = "running";

    public string Architecture { get; init; } = "x86_64";

    /// <summary><c>windows</c> or null.</summary>
    public string? Platform { get; init; }

    public string? InstanceProfileArn { get; init; }

    public string? KeyName { get; init; }

    public InstanceMetadata Metadata { get; init; } = new();

    public IReadOnlyList<string> SecurityGroups { get; init; } = [];

    public string? SpotRequestId { get; init; }

    /// <summary>True for instances that EKS Auto Mode runs (EC2 managed instances).</summary>
    public bool IsManagedByEks { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = Empty.Tags;

    public string PrivateDnsName(string region) =>
        $"ip-{PrivateIp.Replace('.', '-')}.{(region == "us-east-1" ? "ec2.internal" : region + ".compute.internal")}";
}

/// <summary>An AMI. Owner is an account id; Amazon's EKS images belong to 602401143452.</summary>
public sealed record MachineImage(string Id, string Name, string OwnerId, DateTimeOffset Created)
{
    public string Architecture { get; init; } = "x86_64";

    public string Description { get; init; } = "";

    public string? Platform { get; init; }

    public bool IsPublic { get; init; } = true;

    public DateTimeOffset? Deprecated { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = Empty.Tags;
}

public sealed record InstanceType(string Name, int Cpus, int MemoryMiB, int MaximumInterfaces, int AddressesPerInterface)
{
    public string Architecture { get; init; } = "x86_64";

    public string Hypervisor { get; init; } = "nitro";

    public bool IsBurstable { get; init; }
}

/// <summary>One version of a launch template; a null member is absent from LaunchTemplateData.</summary>
public sealed record LaunchTemplateVersion(int Number, DateTimeOffset Created)
{
    public string? Description { get; init; }

    public string? ImageId { get; init; }

    public string? InstanceType { get; init; }

    public string? KeyName { get; init; }

    public string? InstanceProfileArn { get; init; }

    public InstanceMetadata? Metadata { get; init; }

    /// <summary>Plain text; the wire carries it in base64.</summary>
    public string? UserData { get; init; }

    public IReadOnlyList<string> SecurityGroups { get; init; } = [];

    public bool? VolumeEncrypted { get; init; }

    public bool? AssociatePublicIp { get; init; }
}

public sealed record LaunchTemplate(string Id, string Name, int DefaultVersion, IReadOnlyList<LaunchTemplateVersion> Versions)
{
    public IReadOnlyDictionary<string, string> Tags { get; init; } = Empty.Tags;
}

/// <summary>An instance as its Auto Scaling group sees it.</summary>
public sealed record AutoScalingInstance(string Id, string Type, string ZoneName, string? LaunchTemplateVersion = null, string LifecycleState = "InService", string Health = "Healthy");

public sealed record InstanceRefresh(string Id, string Status, DateTimeOffset Started, DateTimeOffset? Ended, int PercentageComplete);

public sealed record AutoScalingGroup
{
    public required string Name { get; init; }

    public required string Arn { get; init; }

    public required int Min { get; init; }

    public required int Max { get; init; }

    public required int Desired { get; init; }

    public required IReadOnlyList<string> SubnetIds { get; init; }

    public required IReadOnlyList<string> Zones { get; init; }

    public required DateTimeOffset Created { get; init; }

    public string? LaunchTemplateId { get; init; }

    public string? LaunchTemplateName { get; init; }

    /// <summary>A number, or $Latest or $Default.</summary>
    public string? LaunchTemplateVersion { get; init; }

    /// <summary>Instance types of a mixed instances policy; empty when there is none.</summary>
    public IReadOnlyList<string> MixedInstanceTypes { get; init; } = [];

    public string? LaunchConfigurationName { get; init; }

    public IReadOnlyList<AutoScalingInstance> Instances { get; init; } = [];

    public IReadOnlyList<string> SuspendedProcesses { get; init; } = [];

    public IReadOnlyList<InstanceRefresh> Refreshes { get; init; } = [];

    public int? MaxInstanceLifetimeSeconds { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = Empty.Tags;
}

public sealed record Listener(string Arn, int Port, string Protocol)
{
    public string? CertificateArn { get; init; }

    public string? SslPolicy { get; init; }

    public string? TargetGroupArn { get; init; }

    /// <summary>Port of a redirect to HTTPS; the listener forwards when null.</summary>
    public int? RedirectToPort { get; init; }
}

public sealed record TargetGroup(string Arn, string Name, string Protocol, int Port, string TargetType, string VpcId);

/// <summary>An ELBv2 load balancer; Type is application or network, Scheme internet-facing or internal.</summary>
public sealed record LoadBalancer(string Arn, string Name, string Type, string Scheme, string VpcId, string DnsName)
{
    public required DateTimeOffset Created { get; init; }

    /// <summary>Pairs of (zone name, subnet id).</summary>
    public required IReadOnlyList<(string Zone, string SubnetId)> Zones { get; init; }

    public IReadOnlyList<string> SecurityGroups { get; init; } = [];

    public IReadOnlyList<Listener> Listeners { get; init; } = [];

    public IReadOnlyList<TargetGroup> TargetGroups { get; init; } = [];

    public IReadOnlyDictionary<string, string> Tags { get; init; } = Empty.Tags;
}

public sealed record EcrRepository(string Name, string Arn, string Uri, DateTimeOffset Created)
{
    public bool IsMutable { get; init; } = true;

    public bool ScanOnPush { get; init; }

    /// <summary>A KMS key ARN; null is AES256.</summary>
    public string? KeyArn { get; init; }
}

/// <summary>A KMS key; State is Enabled, Disabled, PendingDeletion or Unavailable.</summary>
public sealed record KmsKey(string Id, string Arn, DateTimeOffset Created)
{
    public string State { get; init; } = "Enabled";

    public bool RotationEnabled { get; init; } = true;

    public string Description { get; init; } = "";
}
