using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.EKS.Model;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.EKS;

/// <summary>Client of Amazon EKS. Thread-safe; keep one for each account and region.</summary>
public class AmazonEKSClient : AwsServiceClient, IAmazonEKS
{
    public AmazonEKSClient()
        : base(new AmazonEKSConfig())
    {
    }

    public AmazonEKSClient(RegionEndpoint region)
        : base(new AmazonEKSConfig { RegionEndpoint = region })
    {
    }

    public AmazonEKSClient(AmazonEKSConfig config)
        : base(config)
    {
    }

    public AmazonEKSClient(AWSCredentials credentials)
        : this(credentials, new AmazonEKSConfig())
    {
    }

    public AmazonEKSClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonEKSConfig { RegionEndpoint = region })
    {
    }

    public AmazonEKSClient(AWSCredentials credentials, AmazonEKSConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    public IEKSPaginatorFactory Paginators => new EKSPaginatorFactory(this);

    protected override IServiceMetadata ServiceMetadata => EksOperations.Service;

    public virtual Task<ListClustersResponse> ListClustersAsync(
        ListClustersRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListClustersResponse>(request, EksOperations.ListClusters, cancellationToken);

    public virtual Task<DescribeClusterResponse> DescribeClusterAsync(
        DescribeClusterRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeClusterResponse>(request, EksOperations.DescribeCluster, cancellationToken);

    public virtual Task<ListNodegroupsResponse> ListNodegroupsAsync(
        ListNodegroupsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListNodegroupsResponse>(request, EksOperations.ListNodegroups, cancellationToken);

    public virtual Task<DescribeNodegroupResponse> DescribeNodegroupAsync(
        DescribeNodegroupRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeNodegroupResponse>(request, EksOperations.DescribeNodegroup, cancellationToken);

    public virtual Task<ListFargateProfilesResponse> ListFargateProfilesAsync(
        ListFargateProfilesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListFargateProfilesResponse>(request, EksOperations.ListFargateProfiles, cancellationToken);

    public virtual Task<DescribeFargateProfileResponse> DescribeFargateProfileAsync(
        DescribeFargateProfileRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeFargateProfileResponse>(request, EksOperations.DescribeFargateProfile, cancellationToken);

    public virtual Task<ListAddonsResponse> ListAddonsAsync(
        ListAddonsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListAddonsResponse>(request, EksOperations.ListAddons, cancellationToken);

    public virtual Task<DescribeAddonResponse> DescribeAddonAsync(
        DescribeAddonRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeAddonResponse>(request, EksOperations.DescribeAddon, cancellationToken);

    public virtual Task<DescribeAddonVersionsResponse> DescribeAddonVersionsAsync(
        DescribeAddonVersionsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeAddonVersionsResponse>(request, EksOperations.DescribeAddonVersions, cancellationToken);

    public virtual Task<DescribeAddonConfigurationResponse> DescribeAddonConfigurationAsync(
        DescribeAddonConfigurationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeAddonConfigurationResponse>(request, EksOperations.DescribeAddonConfiguration, cancellationToken);

    public virtual Task<ListAccessEntriesResponse> ListAccessEntriesAsync(
        ListAccessEntriesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListAccessEntriesResponse>(request, EksOperations.ListAccessEntries, cancellationToken);

    public virtual Task<DescribeAccessEntryResponse> DescribeAccessEntryAsync(
        DescribeAccessEntryRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeAccessEntryResponse>(request, EksOperations.DescribeAccessEntry, cancellationToken);

    public virtual Task<ListAssociatedAccessPoliciesResponse> ListAssociatedAccessPoliciesAsync(
        ListAssociatedAccessPoliciesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListAssociatedAccessPoliciesResponse>(request, EksOperations.ListAssociatedAccessPolicies, cancellationToken);

    public virtual Task<ListAccessPoliciesResponse> ListAccessPoliciesAsync(
        ListAccessPoliciesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListAccessPoliciesResponse>(request, EksOperations.ListAccessPolicies, cancellationToken);

    public virtual Task<ListPodIdentityAssociationsResponse> ListPodIdentityAssociationsAsync(
        ListPodIdentityAssociationsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListPodIdentityAssociationsResponse>(request, EksOperations.ListPodIdentityAssociations, cancellationToken);

    public virtual Task<DescribePodIdentityAssociationResponse> DescribePodIdentityAssociationAsync(
        DescribePodIdentityAssociationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribePodIdentityAssociationResponse>(request, EksOperations.DescribePodIdentityAssociation, cancellationToken);

    public virtual Task<ListInsightsResponse> ListInsightsAsync(
        ListInsightsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListInsightsResponse>(request, EksOperations.ListInsights, cancellationToken);

    public virtual Task<DescribeInsightResponse> DescribeInsightAsync(
        DescribeInsightRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeInsightResponse>(request, EksOperations.DescribeInsight, cancellationToken);

    public virtual Task<DescribeInsightsRefreshResponse> DescribeInsightsRefreshAsync(
        DescribeInsightsRefreshRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeInsightsRefreshResponse>(request, EksOperations.DescribeInsightsRefresh, cancellationToken);

    public virtual Task<ListUpdatesResponse> ListUpdatesAsync(
        ListUpdatesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListUpdatesResponse>(request, EksOperations.ListUpdates, cancellationToken);

    public virtual Task<DescribeUpdateResponse> DescribeUpdateAsync(
        DescribeUpdateRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeUpdateResponse>(request, EksOperations.DescribeUpdate, cancellationToken);

    public virtual Task<ListIdentityProviderConfigsResponse> ListIdentityProviderConfigsAsync(
        ListIdentityProviderConfigsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListIdentityProviderConfigsResponse>(request, EksOperations.ListIdentityProviderConfigs, cancellationToken);

    public virtual Task<DescribeIdentityProviderConfigResponse> DescribeIdentityProviderConfigAsync(
        DescribeIdentityProviderConfigRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeIdentityProviderConfigResponse>(request, EksOperations.DescribeIdentityProviderConfig, cancellationToken);

    public virtual Task<DescribeClusterVersionsResponse> DescribeClusterVersionsAsync(
        DescribeClusterVersionsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeClusterVersionsResponse>(request, EksOperations.DescribeClusterVersions, cancellationToken);

    public virtual Task<ListCapabilitiesResponse> ListCapabilitiesAsync(
        ListCapabilitiesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListCapabilitiesResponse>(request, EksOperations.ListCapabilities, cancellationToken);

    public virtual Task<DescribeCapabilityResponse> DescribeCapabilityAsync(
        DescribeCapabilityRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeCapabilityResponse>(request, EksOperations.DescribeCapability, cancellationToken);

    public virtual Task<ListCertificateAuthoritiesResponse> ListCertificateAuthoritiesAsync(
        ListCertificateAuthoritiesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListCertificateAuthoritiesResponse>(request, EksOperations.ListCertificateAuthorities, cancellationToken);

    public virtual Task<DescribeCertificateAuthorityResponse> DescribeCertificateAuthorityAsync(
        DescribeCertificateAuthorityRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeCertificateAuthorityResponse>(request, EksOperations.DescribeCertificateAuthority, cancellationToken);

    public virtual Task<ListTagsForResourceResponse> ListTagsForResourceAsync(
        ListTagsForResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListTagsForResourceResponse>(request, EksOperations.ListTagsForResource, cancellationToken);
}
