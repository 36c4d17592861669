using Amazon.EKS.Model;
using EksSecurityPortal.Core.Inventory;
using static EksSecurityPortal.Services.Collection.Aws.Readers.SdkValues;

namespace EksSecurityPortal.Services.Collection.Aws.Readers.Eks;

/// <summary>eks:DescribeCluster.</summary>
internal static class ControlPlaneReader
{
    private const string Operation = "eks:DescribeCluster";

    private static readonly string[] LogTypes = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

    public static Task<Part<ControlPlane>> ReadAsync(ClusterScope scope) => scope.Parts.ReadAsync(SnapshotPart.ControlPlane, async reading =>
    {
        var answer = await scope.Clients.Eks.DescribeClusterAsync(new DescribeClusterRequest { Name = scope.Name }, reading.Cancellation);
        return FactOf(Required(answer.Cluster, Operation, "cluster"));
    });

    private static ControlPlane FactOf(Cluster cluster)
    {
        var facts = new ControlPlane
        {
            Status = Required(TextOf(cluster.Status), Operation, "status"),
            Version = Required(TextOf(cluster.Version), Operation, "version"),
            PlatformVersion = TextOf(cluster.PlatformVersion),
            CreatedAt = UtcOf(cluster.CreatedAt),
            Endpoint = TextOf(cluster.Endpoint),
            RoleArn = TextOf(cluster.RoleArn),
            CertificateAuthorityData = cluster.CertificateAuthority?.Data,
            OidcIssuer = TextOf(cluster.Identity?.Oidc?.Issuer),
            DeletionProtection = cluster.DeletionProtection,
            ScalingTier = TextOf(cluster.ControlPlaneScalingConfig?.Tier),
            SupportType = TextOf(cluster.UpgradePolicy?.SupportType),
            ZonalShiftEnabled = cluster.ZonalShiftConfig?.Enabled,
            HealthIssues = ListOf(cluster.Health?.Issues, issue => new HealthIssue(TextOf(issue.Code) ?? "", TextOf(issue.Message) ?? "", ListOf(issue.ResourceIds))),
            IsConnectedExternalCluster = cluster.ConnectorConfig is not null,
            IsOutpost = cluster.OutpostConfig is not null,
            Tags = MapOf(cluster.Tags),
        };
        return WithCompute(WithSecurity(WithNetwork(facts, cluster), cluster), cluster);
    }

    private static ControlPlane WithNetwork(ControlPlane facts, Cluster cluster)
    {
        var vpc = cluster.ResourcesVpcConfig;
        var network = cluster.KubernetesNetworkConfig;
        var ports = cluster.KubeApiServerConfig?.ServiceNodePortRange;
        return facts with
        {
            VpcId = TextOf(vpc?.VpcId),
            SubnetIds = ListOf(vpc?.SubnetIds),
            SecurityGroupIds = ListOf(vpc?.SecurityGroupIds),
            ClusterSecurityGroupId = TextOf(vpc?.ClusterSecurityGroupId),
            EndpointPublicAccess = vpc?.EndpointPublicAccess,
            EndpointPrivateAccess = vpc?.EndpointPrivateAccess,
            PublicAccessCidrs = ListOf(vpc?.PublicAccessCidrs),
            ControlPlaneEgressMode = TextOf(vpc?.ControlPlaneEgressMode),
            ServiceIpv4Cidr = TextOf(network?.ServiceIpv4Cidr),
            ServiceIpv6Cidr = TextOf(network?.ServiceIpv6Cidr),
            IpFamily = TextOf(network?.IpFamily),
            ElasticLoadBalancingEnabled = network?.ElasticLoadBalancing?.Enabled,
            RemoteNodeCidrs = [.. (cluster.RemoteNetworkConfig?.RemoteNodeNetworks ?? []).SelectMany(remote => ListOf(remote.Cidrs))],
            RemotePodCidrs = [.. (cluster.RemoteNetworkConfig?.RemotePodNetworks ?? []).SelectMany(remote => ListOf(remote.Cidrs))],
            ServiceNodePortRange = ports is { MinPort: { } min, MaxPort: { } max } ? $"{min}-{max}" : null,
        };
    }

    private static ControlPlane WithSecurity(ControlPlane facts, Cluster cluster) => facts with
    {
        EnabledLogTypes = LogTypesOf(cluster.Logging),
        EncryptionKeyArns = ListOf(cluster.EncryptionConfig?.Select(config => config.Provider?.KeyArn)),
        AuthenticationMode = TextOf(cluster.AccessConfig?.AuthenticationMode),
        BootstrapClusterCreatorAdminPermissions = cluster.AccessConfig?.BootstrapClusterCreatorAdminPermissions,
    };

    private static ControlPlane WithCompute(ControlPlane facts, Cluster cluster) => facts with
    {
        AutoModeEnabled = cluster.ComputeConfig?.Enabled,
        AutoModeNodePools = ListOf(cluster.ComputeConfig?.NodePools),
        AutoModeNodeRoleArn = TextOf(cluster.ComputeConfig?.NodeRoleArn),
        BlockStorageEnabled = cluster.StorageConfig?.BlockStorage?.Enabled,
    };

    /// <summary>A type is on when an entry that is enabled names it; the answer may hold one entry of each kind.</summary>
    private static IReadOnlyList<string>? LogTypesOf(Logging? logging)
    {
        if (logging?.ClusterLogging is not { } setups)
        {
            return null;
        }

        var on = setups.Where(setup => setup.Enabled == true).SelectMany(setup => ListOf(setup.Types)).Distinct(StringComparer.Ordinal).ToList();
        return [.. LogTypes.Where(on.Contains), .. on.Except(LogTypes, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
