using System.Text;
using System.Text.Json;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Aws.Eks;

/// <summary>Writes the <c>cluster</c> member of DescribeCluster.</summary>
internal static class ClusterWriter
{
    private static readonly string[] LogTypes = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

    public static void Write(Utf8JsonWriter writer, Cluster cluster, ClusterEndpoint endpoint)
    {
        writer.WriteStartObject("cluster");
        writer.WriteString("name", cluster.Name);
        writer.WriteString("arn", cluster.Arn);
        JsonTarget.WriteTime(writer, "createdAt", cluster.CreatedAt);
        writer.WriteString("version", cluster.Version);
        writer.WriteString("endpoint", endpoint.Url);
        writer.WriteString("roleArn", cluster.RoleArn);
        WriteNetwork(writer, cluster);
        WriteLogging(writer, cluster);
        writer.WriteStartObject("identity");
        writer.WriteStartObject("oidc");
        writer.WriteString("issuer", cluster.OidcIssuer);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteString("status", cluster.Status);
        WriteCertificate(writer, cluster, endpoint);
        writer.WriteString("platformVersion", cluster.PlatformVersion);
        EksWire.Write(writer, "tags", cluster.Tags);
        WriteEncryption(writer, cluster);
        writer.WriteStartObject("health");
        EksWire.Write(writer, "issues", cluster.HealthIssues);
        writer.WriteEndObject();
        WriteSettings(writer, cluster);
        writer.WriteEndObject();
    }

    private static void WriteNetwork(Utf8JsonWriter writer, Cluster cluster)
    {
        writer.WriteStartObject("resourcesVpcConfig");
        EksWire.Write(writer, "subnetIds", cluster.SubnetIds);
        EksWire.Write(writer, "securityGroupIds", cluster.SecurityGroupIds);
        writer.WriteString("clusterSecurityGroupId", cluster.ClusterSecurityGroupId);
        writer.WriteString("vpcId", cluster.VpcId);
        writer.WriteBoolean("endpointPublicAccess", cluster.EndpointPublicAccess);
        writer.WriteBoolean("endpointPrivateAccess", cluster.EndpointPrivateAccess);
        EksWire.Write(writer, "publicAccessCidrs", cluster.PublicAccessCidrs);
        writer.WriteString("controlPlaneEgressMode", cluster.ControlPlaneEgressMode);
        writer.WriteEndObject();
        writer.WriteStartObject("kubernetesNetworkConfig");
        writer.WriteString(cluster.IpFamily == "ipv6" ? "serviceIpv6Cidr" : "serviceIpv4Cidr", cluster.ServiceCidr);
        writer.WriteString("ipFamily", cluster.IpFamily);
        WriteSwitch(writer, "elasticLoadBalancing", cluster.AutoMode is not null);
        writer.WriteEndObject();
        if (cluster.RemoteNodeCidrs.Count > 0)
        {
            writer.WriteStartObject("remoteNetworkConfig");
            WriteCidrs(writer, "remoteNodeNetworks", cluster.RemoteNodeCidrs);
            WriteCidrs(writer, "remotePodNetworks", cluster.RemotePodCidrs);
            writer.WriteEndObject();
        }
    }

    private static void WriteCidrs(Utf8JsonWriter writer, string name, IReadOnlyList<string> cidrs)
    {
        writer.WriteStartArray(name);
        writer.WriteStartObject();
        EksWire.Write(writer, "cidrs", cidrs);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteLogging(Utf8JsonWriter writer, Cluster cluster)
    {
        writer.WriteStartObject("logging");
        writer.WriteStartArray("clusterLogging");
        foreach (var (types, enabled) in new[] { (LogTypes.Where(cluster.EnabledLogTypes.Contains), true), (LogTypes.Except(cluster.EnabledLogTypes), false) })
        {
            if (types.Any())
            {
                writer.WriteStartObject();
                EksWire.Write(writer, "types", [.. types]);
                writer.WriteBoolean("enabled", enabled);
                writer.WriteEndObject();
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteCertificate(Utf8JsonWriter writer, Cluster cluster, ClusterEndpoint endpoint)
    {
        writer.WriteStartObject("certificateAuthority");
        writer.WriteString("data", Convert.ToBase64String(Encoding.ASCII.GetBytes(endpoint.CertificateAuthorityPem)));
        if (cluster.CertificateAuthorities.FirstOrDefault(authority => authority.SigningStatus == "IN_USE") is { } active)
        {
            writer.WriteStartObject("active");
            writer.WriteString("id", active.Id);
            writer.WriteString("activatedBy", active.ActivatedBy ?? "EKS");
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteEncryption(Utf8JsonWriter writer, Cluster cluster)
    {
        if (cluster.EncryptionKeyArn is not { } key)
        {
            return;
        }

        writer.WriteStartArray("encryptionConfig");
        writer.WriteStartObject();
        EksWire.Write(writer, "resources", ["secrets"]);
        writer.WriteStartObject("provider");
        writer.WriteString("keyArn", key);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteSettings(Utf8JsonWriter writer, Cluster cluster)
    {
        writer.WriteStartObject("accessConfig");
        writer.WriteBoolean("bootstrapClusterCreatorAdminPermissions", cluster.BootstrapCreatorAdmin);
        writer.WriteString("authenticationMode", cluster.AuthenticationMode);
        writer.WriteEndObject();
        writer.WriteStartObject("upgradePolicy");
        writer.WriteString("supportType", cluster.SupportType);
        writer.WriteEndObject();
        WriteSwitch(writer, "zonalShiftConfig", cluster.ZonalShift);
        writer.WriteStartObject("computeConfig");
        writer.WriteBoolean("enabled", cluster.AutoMode is not null);
        if (cluster.AutoMode is { } auto)
        {
            EksWire.Write(writer, "nodePools", auto.NodePools);
            writer.WriteString("nodeRoleArn", auto.NodeRoleArn);
        }

        writer.WriteEndObject();
        writer.WriteStartObject("storageConfig");
        WriteSwitch(writer, "blockStorage", cluster.AutoMode is not null);
        writer.WriteEndObject();
        writer.WriteBoolean("deletionProtection", cluster.DeletionProtection);
        writer.WriteStartObject("controlPlaneScalingConfig");
        writer.WriteString("tier", "standard");
        writer.WriteEndObject();
    }

    private static void WriteSwitch(Utf8JsonWriter writer, string name, bool enabled)
    {
        writer.WriteStartObject(name);
        writer.WriteBoolean("enabled", enabled);
        writer.WriteEndObject();
    }
}
