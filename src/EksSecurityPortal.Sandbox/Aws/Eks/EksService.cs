using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Aws.Eks;

/// <summary>EKS: its 29 read operations.</summary>
/// <param name="endpointOf">Where the Kubernetes side serves a cluster.</param>
internal sealed class EksService(Estate estate, Func<Cluster, ClusterEndpoint> endpointOf) : IAwsService
{
    private static readonly EksJsonContext Wire = EksJsonContext.Wire;

    private readonly EksCatalog catalog = new(estate);

    public string Name => "eks";

    public AwsProtocol Protocol => AwsProtocol.RestJson;

    public string? OperationOf(AwsRequest request) => EksRoutes.Find(request.Method, request.Path);

    public string ClusterOf(AwsRequest request) => request.Path is ["clusters", var name, ..] ? name : "";

    public AwsAnswer Answer(AwsRequest request, string operation) => operation switch
    {
        "ListClusters" => EksWire.Names("clusters", EksPages.Cut(request, operation, [.. request.Resources.Clusters.Select(cluster => cluster.Name)])),
        "ListTagsForResource" => ListTags(request),
        "DescribeAddonVersions" or "DescribeAddonConfiguration" or "ListAccessPolicies" or "DescribeClusterVersions" => catalog.Answer(request, operation),
        _ => OfCluster(request, operation, Find(request)),
    };

    private AwsAnswer OfCluster(AwsRequest request, string operation, Cluster cluster)
    {
        AwsAnswer Names(string name, IEnumerable<string> names) => EksWire.Names(name, EksPages.Cut(request, operation, [.. names]));
        T One<T>(IReadOnlyList<T> all, Func<T, string> nameOf, string missing) => EksPages.One(request, all, nameOf, missing);

        return operation switch
        {
            "DescribeCluster" => EksWire.Body(writer => ClusterWriter.Write(writer, cluster, endpointOf(cluster))),
            "ListNodegroups" => Names("nodegroups", cluster.Nodegroups.Select(group => group.NodegroupName)),
            "DescribeNodegroup" => EksWire.One("nodegroup", One(cluster.Nodegroups, group => group.NodegroupName, "No node group found for name: {0}."), Wire.Nodegroup),
            "ListFargateProfiles" => Names("fargateProfileNames", cluster.FargateProfiles.Select(profile => profile.FargateProfileName)),
            "DescribeFargateProfile" => EksWire.One("fargateProfile", One(cluster.FargateProfiles, profile => profile.FargateProfileName, "No Fargate Profile found with name: {0}."), Wire.FargateProfile),
            "ListAddons" => Names("addons", cluster.Addons.Select(addon => addon.AddonName)),
            "DescribeAddon" => EksWire.One("addon", One(cluster.Addons, addon => addon.AddonName, "No addon: {0} found in cluster: " + cluster.Name), Wire.Addon),
            "DescribeInsight" => EksWire.One("insight", One(cluster.Insights, insight => insight.Id, "No insight found for id: {0}."), Wire.Insight),
            "ListCapabilities" => EksWire.Many("capabilities", EksPages.Cut(request, operation, cluster.Capabilities), EksSummaries.Write),
            "DescribeCapability" => EksWire.One("capability", One(cluster.Capabilities, capability => capability.CapabilityName, "No capability found for name: {0}."), Wire.Capability),
            "ListCertificateAuthorities" => EksWire.Many("certificateAuthorities", EksPages.Cut(request, operation, cluster.CertificateAuthorities), EksSummaries.Write),
            "DescribeCertificateAuthority" => EksWire.One("certificateAuthority", One(cluster.CertificateAuthorities, authority => authority.Id, "No certificate authority found for id: {0}."), Wire.CertificateAuthority),
            "ListUpdates" or "DescribeUpdate" => EksUpdates.Answer(request, operation, cluster),
            "ListInsights" or "DescribeInsightsRefresh" => EksInsights.Answer(request, operation, cluster, estate.Now),
            _ => EksAccess.Answer(request, operation, cluster),
        };
    }

    private static Cluster Find(AwsRequest request) => request.Resources.Clusters.FirstOrDefault(cluster => cluster.Name == request.Path[1])
        ?? throw EksPages.NotFound($"No cluster found for name: {request.Path[1]}.");

    private static AwsAnswer ListTags(AwsRequest request)
    {
        var arn = request.Path[1];
        var clusters = request.Resources.Clusters;
        var tags = clusters.FirstOrDefault(cluster => cluster.Arn == arn)?.Tags
            ?? clusters.SelectMany(cluster => cluster.Nodegroups).FirstOrDefault(group => group.NodegroupArn == arn)?.Tags
            ?? throw new AwsException(404, "NotFoundException", $"Resource was not found for arn {arn}");
        return EksWire.Body(writer => EksWire.Write(writer, "tags", tags));
    }
}
