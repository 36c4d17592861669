using Amazon.EKS;
using Amazon.EKS.Model;
using Probe = System.Func<EksSecurityPortal.Services.Collection.Aws.Probing.ProbeTarget, System.Threading.CancellationToken, System.Threading.Tasks.Task>;

namespace EksSecurityPortal.Services.Collection.Aws.Probing;

/// <summary>The cheapest call of each operation of EKS.</summary>
internal static class EksProbes
{
    private const string No = ProbeTarget.Nothing;

    public static IReadOnlyDictionary<string, Probe> All { get; } = new Dictionary<string, Probe>
    {
        ["eks:ListClusters"] = On((eks, _, token) => eks.ListClustersAsync(new ListClustersRequest { MaxResults = 1 }, token)),
        ["eks:DescribeCluster"] = On((eks, to, token) => eks.DescribeClusterAsync(new DescribeClusterRequest { Name = to.Cluster }, token)),
        ["eks:DescribeClusterVersions"] = On((eks, _, token) => eks.DescribeClusterVersionsAsync(new DescribeClusterVersionsRequest { MaxResults = 1 }, token)),
        ["eks:ListNodegroups"] = On((eks, to, token) => eks.ListNodegroupsAsync(new ListNodegroupsRequest { ClusterName = to.Cluster, MaxResults = 1 }, token)),
        ["eks:DescribeNodegroup"] = On((eks, to, token) => eks.DescribeNodegroupAsync(new DescribeNodegroupRequest { ClusterName = to.Cluster, NodegroupName = No }, token)),
        ["eks:ListFargateProfiles"] = On((eks, to, token) => eks.ListFargateProfilesAsync(new ListFargateProfilesRequest { ClusterName = to.Cluster, MaxResults = 1 }, token)),
        ["eks:DescribeFargateProfile"] = On((eks, to, token) => eks.DescribeFargateProfileAsync(
            new DescribeFargateProfileRequest { ClusterName = to.Cluster, FargateProfileName = No }, token)),
        ["eks:ListAddons"] = On((eks, to, token) => eks.ListAddonsAsync(new ListAddonsRequest { ClusterName = to.Cluster, MaxResults = 1 }, token)),
        ["eks:DescribeAddon"] = On((eks, to, token) => eks.DescribeAddonAsync(new DescribeAddonRequest { ClusterName = to.Cluster, AddonName = No }, token)),
        ["eks:DescribeAddonVersions"] = On((eks, _, token) => eks.DescribeAddonVersionsAsync(new DescribeAddonVersionsRequest { AddonName = "vpc-cni", MaxResults = 1 }, token)),
        ["eks:ListAccessEntries"] = On((eks, to, token) => eks.ListAccessEntriesAsync(new ListAccessEntriesRequest { ClusterName = to.Cluster, MaxResults = 1 }, token)),
        ["eks:DescribeAccessEntry"] = On((eks, to, token) => eks.DescribeAccessEntryAsync(
            new DescribeAccessEntryRequest { ClusterName = to.Cluster, PrincipalArn = to.NoRole }, token)),
        ["eks:ListAssociatedAccessPolicies"] = On((eks, to, token) => eks.ListAssociatedAccessPoliciesAsync(
            new ListAssociatedAccessPoliciesRequest { ClusterName = to.Cluster, PrincipalArn = to.NoRole }, token)),
        ["eks:ListPodIdentityAssociations"] = On((eks, to, token) => eks.ListPodIdentityAssociationsAsync(
            new ListPodIdentityAssociationsRequest { ClusterName = to.Cluster, MaxResults = 1 }, token)),
        ["eks:DescribePodIdentityAssociation"] = On((eks, to, token) => eks.DescribePodIdentityAssociationAsync(
            new DescribePodIdentityAssociationRequest { ClusterName = to.Cluster, AssociationId = "a-00000000000000000" }, token)),
        ["eks:ListIdentityProviderConfigs"] = On((eks, to, token) => eks.ListIdentityProviderConfigsAsync(
            new ListIdentityProviderConfigsRequest { ClusterName = to.Cluster, MaxResults = 1 }, token)),
        ["eks:DescribeIdentityProviderConfig"] = On((eks, to, token) => eks.DescribeIdentityProviderConfigAsync(
            new DescribeIdentityProviderConfigRequest { ClusterName = to.Cluster, IdentityProviderConfig = new IdentityProviderConfig { Type = "oidc", Name = No } }, token)),
        ["eks:ListInsights"] = On((eks, to, token) => eks.ListInsightsAsync(new ListInsightsRequest { ClusterName = to.Cluster, MaxResults = 1 }, token)),
        ["eks:DescribeInsight"] = On((eks, to, token) => eks.DescribeInsightAsync(new DescribeInsightRequest { ClusterName = to.Cluster, Id = ProbeTarget.NoId }, token)),
        ["eks:ListUpdates"] = On((eks, to, token) => eks.ListUpdatesAsync(new ListUpdatesRequest { Name = to.Cluster, MaxResults = 1 }, token)),
        ["eks:DescribeUpdate"] = On((eks, to, token) => eks.DescribeUpdateAsync(new DescribeUpdateRequest { Name = to.Cluster, UpdateId = ProbeTarget.NoId }, token)),
        ["eks:ListCapabilities"] = On((eks, to, token) => eks.ListCapabilitiesAsync(new ListCapabilitiesRequest { ClusterName = to.Cluster, MaxResults = 1 }, token)),
        ["eks:DescribeCapability"] = On((eks, to, token) => eks.DescribeCapabilityAsync(new DescribeCapabilityRequest { ClusterName = to.Cluster, CapabilityName = No }, token)),
        ["eks:ListCertificateAuthorities"] = On((eks, to, token) => eks.ListCertificateAuthoritiesAsync(
            new ListCertificateAuthoritiesRequest { ClusterName = to.Cluster, MaxResults = 1 }, token)),
        ["eks:DescribeCertificateAuthority"] = On((eks, to, token) => eks.DescribeCertificateAuthorityAsync(
            new DescribeCertificateAuthorityRequest { ClusterName = to.Cluster, CertificateAuthorityId = ProbeTarget.NoId }, token)),
    };

    private static Probe On(Func<IAmazonEKS, ProbeTarget, CancellationToken, Task> call) => (to, token) => call(to.Clients.Eks, to, token);
}
