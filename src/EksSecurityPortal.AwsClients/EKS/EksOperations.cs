using System.Text.Json;
using Amazon.EKS.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.EKS;

/// <summary>Amazon EKS as the runtime sees it: where it lives, its exceptions, and every operation that can be called.</summary>
internal static class EksOperations
{
    public static readonly AwsService Service = new(
        "EKS",
        "eks",
        "2017-11-01",
        Host,
        (m, i, t, c, r, s) => new AmazonEKSException(m, i, t, c, r, s),
        new Dictionary<string, ErrorFactory>(StringComparer.Ordinal)
        {
            ["AccessDeniedException"] = (m, i, t, c, r, s) => new AccessDeniedException(m, i, t, c, r, s),
            ["BadRequestException"] = (m, i, t, c, r, s) => new BadRequestException(m, i, t, c, r, s),
            ["ClientException"] = (m, i, t, c, r, s) => new ClientException(m, i, t, c, r, s),
            ["InvalidParameterException"] = (m, i, t, c, r, s) => new InvalidParameterException(m, i, t, c, r, s),
            ["InvalidRequestException"] = (m, i, t, c, r, s) => new InvalidRequestException(m, i, t, c, r, s),
            ["NotFoundException"] = (m, i, t, c, r, s) => new NotFoundException(m, i, t, c, r, s),
            ["ResourceNotFoundException"] = (m, i, t, c, r, s) => new ResourceNotFoundException(m, i, t, c, r, s),
            ["ServerException"] = (m, i, t, c, r, s) => new ServerException(m, i, t, c, r, s),
            ["ServiceUnavailableException"] = (m, i, t, c, r, s) => new ServiceUnavailableException(m, i, t, c, r, s),
            ["ThrottlingException"] = (m, i, t, c, r, s) => new ThrottlingException(m, i, t, c, r, s),
        });

    private static readonly JsonSerializerOptions Contracts = AwsJson.Options(EksContracts.Default);

    public static readonly AwsOperation ListClusters = Get<ListClustersRequest, ListClustersResponse>(
        nameof(ListClusters), "/clusters?maxResults=&nextToken=&include=");

    public static readonly AwsOperation DescribeCluster = Get<DescribeClusterRequest, DescribeClusterResponse>(
        nameof(DescribeCluster), "/clusters/{name}");

    public static readonly AwsOperation ListNodegroups = Get<ListNodegroupsRequest, ListNodegroupsResponse>(
        nameof(ListNodegroups), "/clusters/{clusterName}/node-groups?maxResults=&nextToken=");

    public static readonly AwsOperation DescribeNodegroup = Get<DescribeNodegroupRequest, DescribeNodegroupResponse>(
        nameof(DescribeNodegroup), "/clusters/{clusterName}/node-groups/{nodegroupName}");

    public static readonly AwsOperation ListFargateProfiles = Get<ListFargateProfilesRequest, ListFargateProfilesResponse>(
        nameof(ListFargateProfiles), "/clusters/{clusterName}/fargate-profiles?maxResults=&nextToken=");

    public static readonly AwsOperation DescribeFargateProfile = Get<DescribeFargateProfileRequest, DescribeFargateProfileResponse>(
        nameof(DescribeFargateProfile), "/clusters/{clusterName}/fargate-profiles/{fargateProfileName}");

    public static readonly AwsOperation ListAddons = Get<ListAddonsRequest, ListAddonsResponse>(
        nameof(ListAddons), "/clusters/{clusterName}/addons?maxResults=&nextToken=");

    public static readonly AwsOperation DescribeAddon = Get<DescribeAddonRequest, DescribeAddonResponse>(
        nameof(DescribeAddon), "/clusters/{clusterName}/addons/{addonName}");

    public static readonly AwsOperation DescribeAddonVersions = Get<DescribeAddonVersionsRequest, DescribeAddonVersionsResponse>(
        nameof(DescribeAddonVersions), "/addons/supported-versions?kubernetesVersion=&maxResults=&nextToken=&addonName=&types=&publishers=&owners=");

    public static readonly AwsOperation DescribeAddonConfiguration = Get<DescribeAddonConfigurationRequest, DescribeAddonConfigurationResponse>(
        nameof(DescribeAddonConfiguration), "/addons/configuration-schemas?addonName=&addonVersion=");

    public static readonly AwsOperation ListAccessEntries = Get<ListAccessEntriesRequest, ListAccessEntriesResponse>(
        nameof(ListAccessEntries), "/clusters/{clusterName}/access-entries?associatedPolicyArn=&maxResults=&nextToken=");

    public static readonly AwsOperation DescribeAccessEntry = Get<DescribeAccessEntryRequest, DescribeAccessEntryResponse>(
        nameof(DescribeAccessEntry), "/clusters/{clusterName}/access-entries/{principalArn}");

    public static readonly AwsOperation ListAssociatedAccessPolicies = Get<ListAssociatedAccessPoliciesRequest, ListAssociatedAccessPoliciesResponse>(
        nameof(ListAssociatedAccessPolicies), "/clusters/{clusterName}/access-entries/{principalArn}/access-policies?maxResults=&nextToken=");

    public static readonly AwsOperation ListAccessPolicies = Get<ListAccessPoliciesRequest, ListAccessPoliciesResponse>(
        nameof(ListAccessPolicies), "/access-policies?maxResults=&nextToken=");

    public static readonly AwsOperation ListPodIdentityAssociations = Get<ListPodIdentityAssociationsRequest, ListPodIdentityAssociationsResponse>(
        nameof(ListPodIdentityAssociations), "/clusters/{clusterName}/pod-identity-associations?namespace=&serviceAccount=&maxResults=&nextToken=");

    public static readonly AwsOperation DescribePodIdentityAssociation = Get<DescribePodIdentityAssociationRequest, DescribePodIdentityAssociationResponse>(
        nameof(DescribePodIdentityAssociation), "/clusters/{clusterName}/pod-identity-associations/{associationId}");

    public static readonly AwsOperation ListInsights = Post<ListInsightsRequest, ListInsightsResponse>(
        nameof(ListInsights), "/clusters/{clusterName}/insights");

    public static readonly AwsOperation DescribeInsight = Get<DescribeInsightRequest, DescribeInsightResponse>(
        nameof(DescribeInsight), "/clusters/{clusterName}/insights/{id}");

    public static readonly AwsOperation DescribeInsightsRefresh = Get<DescribeInsightsRefreshRequest, DescribeInsightsRefreshResponse>(
        nameof(DescribeInsightsRefresh), "/clusters/{clusterName}/insights-refresh");

    public static readonly AwsOperation ListUpdates = Get<ListUpdatesRequest, ListUpdatesResponse>(
        nameof(ListUpdates), "/clusters/{name}/updates?nodegroupName=&addonName=&capabilityName=&nextToken=&maxResults=");

    public static readonly AwsOperation DescribeUpdate = Get<DescribeUpdateRequest, DescribeUpdateResponse>(
        nameof(DescribeUpdate), "/clusters/{name}/updates/{updateId}?nodegroupName=&addonName=&capabilityName=");

    public static readonly AwsOperation ListIdentityProviderConfigs = Get<ListIdentityProviderConfigsRequest, ListIdentityProviderConfigsResponse>(
        nameof(ListIdentityProviderConfigs), "/clusters/{clusterName}/identity-provider-configs?maxResults=&nextToken=");

    public static readonly AwsOperation DescribeIdentityProviderConfig = Post<DescribeIdentityProviderConfigRequest, DescribeIdentityProviderConfigResponse>(
        nameof(DescribeIdentityProviderConfig), "/clusters/{clusterName}/identity-provider-configs/describe");

    public static readonly AwsOperation DescribeClusterVersions = Get<DescribeClusterVersionsRequest, DescribeClusterVersionsResponse>(
        nameof(DescribeClusterVersions), "/cluster-versions?clusterType=&maxResults=&nextToken=&defaultOnly=&includeAll=&clusterVersions=&status=&versionStatus=");

    public static readonly AwsOperation ListCapabilities = Get<ListCapabilitiesRequest, ListCapabilitiesResponse>(
        nameof(ListCapabilities), "/clusters/{clusterName}/capabilities?nextToken=&maxResults=");

    public static readonly AwsOperation DescribeCapability = Get<DescribeCapabilityRequest, DescribeCapabilityResponse>(
        nameof(DescribeCapability), "/clusters/{clusterName}/capabilities/{capabilityName}");

    public static readonly AwsOperation ListCertificateAuthorities = Get<ListCertificateAuthoritiesRequest, ListCertificateAuthoritiesResponse>(
        nameof(ListCertificateAuthorities), "/clusters/{clusterName}/certificate-authorities?maxResults=&nextToken=");

    public static readonly AwsOperation DescribeCertificateAuthority = Get<DescribeCertificateAuthorityRequest, DescribeCertificateAuthorityResponse>(
        nameof(DescribeCertificateAuthority), "/clusters/{clusterName}/certificate-authorities/{certificateAuthorityId}");

    public static readonly AwsOperation ListTagsForResource = Get<ListTagsForResourceRequest, ListTagsForResourceResponse>(
        nameof(ListTagsForResource), "/tags/{resourceArn}");

    private static RestJsonOperation<TRequest, TResponse> Get<TRequest, TResponse>(string name, string template)
        where TRequest : AmazonEKSRequest
        where TResponse : AmazonWebServiceResponse, new() =>
        new(Service, name, "GET", template, Contracts);

    private static RestJsonOperation<TRequest, TResponse> Post<TRequest, TResponse>(string name, string template)
        where TRequest : AmazonEKSRequest
        where TResponse : AmazonWebServiceResponse, new() =>
        new(Service, name, "POST", template, Contracts);

    private static ServiceHost Host(Partition partition, string region, bool useFips, bool useDualStack)
    {
        var suffix = HostRules.Suffix(partition, useDualStack);
        return new ServiceHost((useFips, useDualStack, partition.name) switch
        {
            (true, false, HostRules.Commercial) => $"fips.eks.{region}.{suffix}",
            (true, false, HostRules.GovCloud) or (false, _, _) => $"eks.{region}.{suffix}",
            _ => $"eks-fips.{region}.{suffix}",
        });
    }
}
