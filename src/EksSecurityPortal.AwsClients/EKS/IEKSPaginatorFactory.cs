using Amazon.EKS.Model;

namespace Amazon.EKS;

/// <summary>Makes paginators; each can be read once.</summary>
public interface IEKSPaginatorFactory
{
    IListClustersPaginator ListClusters(ListClustersRequest request);

    IListNodegroupsPaginator ListNodegroups(ListNodegroupsRequest request);

    IListFargateProfilesPaginator ListFargateProfiles(ListFargateProfilesRequest request);

    IListAddonsPaginator ListAddons(ListAddonsRequest request);

    IDescribeAddonVersionsPaginator DescribeAddonVersions(DescribeAddonVersionsRequest request);

    IListAccessEntriesPaginator ListAccessEntries(ListAccessEntriesRequest request);

    IListAssociatedAccessPoliciesPaginator ListAssociatedAccessPolicies(ListAssociatedAccessPoliciesRequest request);

    IListAccessPoliciesPaginator ListAccessPolicies(ListAccessPoliciesRequest request);

    IListPodIdentityAssociationsPaginator ListPodIdentityAssociations(ListPodIdentityAssociationsRequest request);

    IListInsightsPaginator ListInsights(ListInsightsRequest request);

    IListUpdatesPaginator ListUpdates(ListUpdatesRequest request);

    IListIdentityProviderConfigsPaginator ListIdentityProviderConfigs(ListIdentityProviderConfigsRequest request);

    IDescribeClusterVersionsPaginator DescribeClusterVersions(DescribeClusterVersionsRequest request);

    IListCapabilitiesPaginator ListCapabilities(ListCapabilitiesRequest request);

    IListCertificateAuthoritiesPaginator ListCertificateAuthorities(ListCertificateAuthoritiesRequest request);
}

internal sealed class EKSPaginatorFactory(IAmazonEKS client) : IEKSPaginatorFactory
{
    public IListClustersPaginator ListClusters(ListClustersRequest request) => new ListClustersPaginator(client, request);

    public IListNodegroupsPaginator ListNodegroups(ListNodegroupsRequest request) => new ListNodegroupsPaginator(client, request);

    public IListFargateProfilesPaginator ListFargateProfiles(ListFargateProfilesRequest request) => new ListFargateProfilesPaginator(client, request);

    public IListAddonsPaginator ListAddons(ListAddonsRequest request) => new ListAddonsPaginator(client, request);

    public IDescribeAddonVersionsPaginator DescribeAddonVersions(DescribeAddonVersionsRequest request) =>
        new DescribeAddonVersionsPaginator(client, request);

    public IListAccessEntriesPaginator ListAccessEntries(ListAccessEntriesRequest request) => new ListAccessEntriesPaginator(client, request);

    public IListAssociatedAccessPoliciesPaginator ListAssociatedAccessPolicies(ListAssociatedAccessPoliciesRequest request) =>
        new ListAssociatedAccessPoliciesPaginator(client, request);

    public IListAccessPoliciesPaginator ListAccessPolicies(ListAccessPoliciesRequest request) => new ListAccessPoliciesPaginator(client, request);

    public IListPodIdentityAssociationsPaginator ListPodIdentityAssociations(ListPodIdentityAssociationsRequest request) =>
        new ListPodIdentityAssociationsPaginator(client, request);

    public IListInsightsPaginator ListInsights(ListInsightsRequest request) => new ListInsightsPaginator(client, request);

    public IListUpdatesPaginator ListUpdates(ListUpdatesRequest request) => new ListUpdatesPaginator(client, request);

    public IListIdentityProviderConfigsPaginator ListIdentityProviderConfigs(ListIdentityProviderConfigsRequest request) =>
        new ListIdentityProviderConfigsPaginator(client, request);

    public IDescribeClusterVersionsPaginator DescribeClusterVersions(DescribeClusterVersionsRequest request) =>
        new DescribeClusterVersionsPaginator(client, request);

    public IListCapabilitiesPaginator ListCapabilities(ListCapabilitiesRequest request) => new ListCapabilitiesPaginator(client, request);

    public IListCertificateAuthoritiesPaginator ListCertificateAuthorities(ListCertificateAuthoritiesRequest request) =>
        new ListCertificateAuthoritiesPaginator(client, request);
}
