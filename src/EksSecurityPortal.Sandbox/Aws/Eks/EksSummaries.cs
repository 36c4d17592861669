using System.Text.Json;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Aws.Eks;

/// <summary>The shorter forms in which lists tell resources.</summary>
internal static class EksSummaries
{
    public static void Write(Utf8JsonWriter writer, Capability capability)
    {
        writer.WriteStartObject();
        writer.WriteString("capabilityName", capability.CapabilityName);
        writer.WriteString("arn", capability.Arn);
        writer.WriteString("type", capability.Type);
        writer.WriteString("status", capability.Status);
        writer.WriteString("version", capability.Version);
        JsonTarget.WriteTime(writer, "createdAt", capability.CreatedAt);
        JsonTarget.WriteTime(writer, "modifiedAt", capability.ModifiedAt);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, CertificateAuthority authority)
    {
        writer.WriteStartObject();
        writer.WriteString("id", authority.Id);
        JsonTarget.WriteTime(writer, "createdAt", authority.CreatedAt);
        writer.WriteString("createdBy", authority.CreatedBy);
        if (authority.ActivatedAt is { } activated)
        {
            JsonTarget.WriteTime(writer, "activatedAt", activated);
            writer.WriteString("activatedBy", authority.ActivatedBy ?? "EKS");
        }

        writer.WriteString("signingStatus", authority.SigningStatus);
        writer.WriteString("distributionStatus", authority.DistributionStatus);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, PodIdentityAssociation association)
    {
        writer.WriteStartObject();
        writer.WriteString("clusterName", association.ClusterName);
        writer.WriteString("namespace", association.Namespace);
        writer.WriteString("serviceAccount", association.ServiceAccount);
        writer.WriteString("associationArn", association.AssociationArn);
        writer.WriteString("associationId", association.AssociationId);
        if (association.OwnerArn is not null)
        {
            writer.WriteString("ownerArn", association.OwnerArn);
        }

        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, Insight insight)
    {
        writer.WriteStartObject();
        writer.WriteString("id", insight.Id);
        writer.WriteString("name", insight.Name);
        writer.WriteString("category", insight.Category);
        writer.WriteString("kubernetesVersion", insight.KubernetesVersion);
        JsonTarget.WriteTime(writer, "lastRefreshTime", insight.LastRefreshTime);
        JsonTarget.WriteTime(writer, "lastTransitionTime", insight.LastTransitionTime);
        writer.WriteString("description", insight.Description);
        writer.WriteStartObject("insightStatus");
        writer.WriteString("status", insight.InsightStatus.Status);
        writer.WriteString("reason", insight.InsightStatus.Reason);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
