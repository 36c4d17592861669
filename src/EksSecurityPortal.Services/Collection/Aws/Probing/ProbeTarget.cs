using Amazon.IdentityManagement;
using EksSecurityPortal.Services.Collection.Aws.Clients;

namespace EksSecurityPortal.Services.Collection.Aws.Probing;

/// <summary>What probes are sent to.</summary>
/// <param name="Cluster">A cluster that exists, or <see cref="Nothing"/>.</param>
internal sealed record ProbeTarget(RegionClients Clients, IAmazonIdentityManagementService Iam, string Partition, string AccountId, string Cluster)
{
    /// <summary>A name that nothing has.</summary>
    public const string Nothing = "eks-security-portal-probe";

    public const string NoId = "00000000-0000-0000-0000-000000000000";

    public string NoRole => $"arn:{Partition}:iam::{AccountId}:role/{Nothing}";

    public string NoProvider => $"arn:{Partition}:iam::{AccountId}:oidc-provider/{Nothing}.invalid";

    public string NoLoadBalancer => $"arn:{Partition}:elasticloadbalancing:{Clients.Region}:{AccountId}:loadbalancer/app/{Nothing}/0000000000000000";
}
