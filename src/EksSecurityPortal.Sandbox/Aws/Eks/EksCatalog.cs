using System.Text.Json;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Aws.Eks;

/// <summary>What is the same for every account: cluster versions, add-on versions, access policies.</summary>
internal sealed class EksCatalog(Estate estate)
{
    public AwsAnswer Answer(AwsRequest request, string operation) => operation switch
    {
        "DescribeClusterVersions" => DescribeClusterVersions(request),
        "DescribeAddonVersions" => DescribeAddonVersions(request),
        "DescribeAddonConfiguration" => DescribeAddonConfiguration(request),
        _ => EksWire.Many("accessPolicies", EksPages.Cut(request, operation, estate.AccessPolicies), (writer, policy) => JsonSerializer.Serialize(writer, policy, EksJsonContext.Wire.AccessPolicy)),
    };

    private AwsAnswer DescribeClusterVersions(AwsRequest request)
    {
        var wanted = request.Parameters["clusterVersions"].ToList();
        var (includeAll, defaultOnly, status) = (request.Find("includeAll") == "true", request.Find("defaultOnly") == "true", request.Find("versionStatus"));
        var all = estate.ClusterVersions
            .Where(version => wanted.Count > 0 ? wanted.Contains(version.Minor) : includeAll || status is not null || version.StatusAt(estate.Now) != "UNSUPPORTED")
            .Where(version => !defaultOnly || version.IsDefault)
            .Where(version => status is null || version.StatusAt(estate.Now) == status).ToList();
        return EksWire.Many("clusterVersions", EksPages.Cut(request, "DescribeClusterVersions", all), WriteVersion);
    }

    private void WriteVersion(Utf8JsonWriter writer, ClusterVersion version)
    {
        var status = version.StatusAt(estate.Now);
        writer.WriteStartObject();
        writer.WriteString("clusterVersion", version.Minor);
        writer.WriteString("clusterType", "eks");
        writer.WriteString("defaultPlatformVersion", version.PlatformVersion);
        writer.WriteBoolean("defaultVersion", version.IsDefault);
        JsonTarget.WriteTime(writer, "releaseDate", version.Released);
        JsonTarget.WriteTime(writer, "endOfStandardSupportDate", version.StandardEnds);
        JsonTarget.WriteTime(writer, "endOfExtendedSupportDate", version.ExtendedEnds);
        writer.WriteString("status", status switch { "STANDARD_SUPPORT" => "standard-support", "EXTENDED_SUPPORT" => "extended-support", _ => "unsupported" });
        writer.WriteString("versionStatus", status);
        writer.WriteString("kubernetesPatchVersion", version.PatchVersion);
        writer.WriteEndObject();
    }

    private AwsAnswer DescribeAddonVersions(AwsRequest request)
    {
        var (name, minor) = (request.Find("addonName"), request.Find("kubernetesVersion"));
        var all = estate.AddonOffers.Where(offer => name is null || offer.Name == name)
            .Select(offer => offer with { Versions = [.. offer.Versions.Where(version => minor is null || version.Minors.Contains(minor))] })
            .Where(offer => offer.Versions.Count > 0).ToList();
        return EksWire.Many("addons", EksPages.Cut(request, "DescribeAddonVersions", all), (writer, offer) => WriteOffer(writer, offer, minor));
    }

    private static void WriteOffer(Utf8JsonWriter writer, AddonOffer offer, string? minor)
    {
        writer.WriteStartObject();
        writer.WriteString("addonName", offer.Name);
        writer.WriteString("type", offer.Type);
        writer.WriteStartArray("addonVersions");
        foreach (var version in offer.Versions)
        {
            writer.WriteStartObject();
            writer.WriteString("addonVersion", version.Version);
            EksWire.Write(writer, "architecture", ["amd64", "arm64"]);
            EksWire.Write(writer, "computeTypes", ["ec2", "auto"]);
            writer.WriteStartArray("compatibilities");
            foreach (var compatible in version.Minors.Where(compatible => minor is null || compatible == minor))
            {
                writer.WriteStartObject();
                writer.WriteString("clusterVersion", compatible);
                EksWire.Write(writer, "platformVersions", ["*"]);
                writer.WriteBoolean("defaultVersion", version.DefaultFor.Contains(compatible));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteBoolean("requiresConfiguration", false);
            writer.WriteBoolean("requiresIamPermissions", offer.Name is "vpc-cni" or "aws-ebs-csi-driver" or "aws-efs-csi-driver");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("publisher", offer.Publisher);
        writer.WriteString("owner", offer.Owner);
        writer.WriteString("defaultNamespace", offer.Namespace);
        writer.WriteEndObject();
    }

    private AwsAnswer DescribeAddonConfiguration(AwsRequest request)
    {
        var (name, version) = (request.Find("addonName"), request.Find("addonVersion"));
        if (estate.AddonOffers.All(offer => offer.Name != name || offer.Versions.All(offered => offered.Version != version)))
        {
            throw EksPages.NotFound($"Addon version specified is not supported: {name} {version}");
        }

        return EksWire.Body(writer =>
        {
            writer.WriteString("addonName", name);
            writer.WriteString("addonVersion", version);
            writer.WriteString("configurationSchema", """{"$schema":"http://json-schema.org/draft-06/schema#","type":"object","additionalProperties":true}""");
        });
    }
}
