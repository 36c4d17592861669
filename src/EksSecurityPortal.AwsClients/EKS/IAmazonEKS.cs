using Amazon.EKS.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.EKS;

/// <summary>The read operations of Amazon EKS that the portal uses, in the shape of the official package.</summary>
public interface IAmazonEKS : IAmazonService, IDisposable
{
    /// <summary>Pages of the list operations as asynchronous streams.</summary>
    IEKSPaginatorFactory Paginators { get; }

    /// <summary>Names of the clusters of the account in the region.</summary>
    Task<ListClustersResponse> ListClustersAsync(ListClustersRequest request, CancellationToken cancellationToken = default);

    /// <summary>One cluster: its endpoint, network, logging, encryption and access settings.</summary>
    Task<DescribeClusterResponse> DescribeClusterAsync(DescribeClusterRequest request, CancellationToken cancellationToken = default);

    /// <summary>Names of a cluster's managed node groups.</summary>
    Task<ListNodegroupsResponse> ListNodegroupsAsync(ListNodegroupsRequest request, CancellationToken cancellationToken = default);

    /// <summary>One managed node group: its image, scaling, update and repair settings, and its health.</summary>
    Task<DescribeNodegroupResponse> DescribeNodegroupAsync(DescribeNodegroupRequest request, CancellationToken cancellationToken = default);

    /// <summary>Names of a cluster's Fargate profiles.</summary>
    Task<ListFargateProfilesResponse> ListFargateProfilesAsync(ListFargateProfilesRequest request, CancellationToken cancellationToken = default);

    /// <summary>One Fargate profile: which pods it takes, in which subnets, under which role.</summary>
    Task<DescribeFargateProfileResponse> DescribeFargateProfileAsync(
        DescribeFargateProfileRequest request, CancellationToken cancellationToken = default);

    /// <summary>Names of the add-ons installed in a cluster.</summary>
    Task<ListAddonsResponse> ListAddonsAsync(ListAddonsRequest request, CancellationToken cancellationToken = default);

    /// <summary>One installed add-on: version, configuration, role and health.</summary>
    Task<DescribeAddonResponse> DescribeAddonAsync(DescribeAddonRequest request, CancellationToken cancellationToken = default);

    /// <summary>The add-on versions that AWS offers, with the cluster versions that they go with.</summary>
    Task<DescribeAddonVersionsResponse> DescribeAddonVersionsAsync(
        DescribeAddonVersionsRequest request, CancellationToken cancellationToken = default);

    /// <summary>The configuration schema of an add-on version, and the roles that it asks for.</summary>
    Task<DescribeAddonConfigurationResponse> DescribeAddonConfigurationAsync(
        DescribeAddonConfigurationRequest request, CancellationToken cancellationToken = default);

    /// <summary>ARNs of the IAM principals that have an access entry in a cluster.</summary>
    Task<ListAccessEntriesResponse> ListAccessEntriesAsync(ListAccessEntriesRequest request, CancellationToken cancellationToken = default);

    /// <summary>One access entry: the Kubernetes user name and groups of an IAM principal.</summary>
    Task<DescribeAccessEntryResponse> DescribeAccessEntryAsync(DescribeAccessEntryRequest request, CancellationToken cancellationToken = default);

    /// <summary>Access policies that an access entry carries, with their scope.</summary>
    Task<ListAssociatedAccessPoliciesResponse> ListAssociatedAccessPoliciesAsync(
        ListAssociatedAccessPoliciesRequest request, CancellationToken cancellationToken = default);

    /// <summary>The access policies that AWS offers.</summary>
    Task<ListAccessPoliciesResponse> ListAccessPoliciesAsync(ListAccessPoliciesRequest request, CancellationToken cancellationToken = default);

    /// <summary>A cluster's Pod Identity associations, without their roles: those come from DescribePodIdentityAssociation.</summary>
    Task<ListPodIdentityAssociationsResponse> ListPodIdentityAssociationsAsync(
        ListPodIdentityAssociationsRequest request, CancellationToken cancellationToken = default);

    /// <summary>One Pod Identity association: the role of a service account, and the session policy that narrows it.</summary>
    Task<DescribePodIdentityAssociationResponse> DescribePodIdentityAssociationAsync(
        DescribePodIdentityAssociationRequest request, CancellationToken cancellationToken = default);

    /// <summary>What AWS noticed about a cluster's configuration and its readiness for an upgrade.</summary>
    Task<ListInsightsResponse> ListInsightsAsync(ListInsightsRequest request, CancellationToken cancellationToken = default);

    /// <summary>One insight: the resources that it concerns and what AWS recommends.</summary>
    Task<DescribeInsightResponse> DescribeInsightAsync(DescribeInsightRequest request, CancellationToken cancellationToken = default);

    /// <summary>State of the last refresh of a cluster's insights that was asked for.</summary>
    Task<DescribeInsightsRefreshResponse> DescribeInsightsRefreshAsync(
        DescribeInsightsRefreshRequest request, CancellationToken cancellationToken = default);

    /// <summary>Ids of the updates of a cluster, or of one of its node groups, add-ons or capabilities.</summary>
    Task<ListUpdatesResponse> ListUpdatesAsync(ListUpdatesRequest request, CancellationToken cancellationToken = default);

    /// <summary>One update: what it changes, how far it is, and why it failed.</summary>
    Task<DescribeUpdateResponse> DescribeUpdateAsync(DescribeUpdateRequest request, CancellationToken cancellationToken = default);

    /// <summary>Names of the OpenID Connect providers that a cluster trusts for its users.</summary>
    Task<ListIdentityProviderConfigsResponse> ListIdentityProviderConfigsAsync(
        ListIdentityProviderConfigsRequest request, CancellationToken cancellationToken = default);

    /// <summary>One OpenID Connect provider that a cluster trusts for its users.</summary>
    Task<DescribeIdentityProviderConfigResponse> DescribeIdentityProviderConfigAsync(
        DescribeIdentityProviderConfigRequest request, CancellationToken cancellationToken = default);

    /// <summary>The Kubernetes versions that EKS offers, with the end of their support.</summary>
    Task<DescribeClusterVersionsResponse> DescribeClusterVersionsAsync(
        DescribeClusterVersionsRequest request, CancellationToken cancellationToken = default);

    /// <summary>A cluster's managed capabilities (ACK, Argo CD, kro).</summary>
    Task<ListCapabilitiesResponse> ListCapabilitiesAsync(ListCapabilitiesRequest request, CancellationToken cancellationToken = default);

    /// <summary>One managed capability: its role, configuration and health.</summary>
    Task<DescribeCapabilityResponse> DescribeCapabilityAsync(DescribeCapabilityRequest request, CancellationToken cancellationToken = default);

    /// <summary>Certificate authorities of a cluster: the one in use and those of a rotation.</summary>
    Task<ListCertificateAuthoritiesResponse> ListCertificateAuthoritiesAsync(
        ListCertificateAuthoritiesRequest request, CancellationToken cancellationToken = default);

    /// <summary>One certificate authority of a cluster: its certificate, validity and the dates of its rotation.</summary>
    Task<DescribeCertificateAuthorityResponse> DescribeCertificateAuthorityAsync(
        DescribeCertificateAuthorityRequest request, CancellationToken cancellationToken = default);

    /// <summary>Tags of any EKS resource.</summary>
    Task<ListTagsForResourceResponse> ListTagsForResourceAsync(ListTagsForResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>The address that a request goes to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonEKSConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonEKSClient(awsCredentials, (AmazonEKSConfig)clientConfig);
}
