using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Aws.Clients;
using EksSecurityPortal.Services.Collection.Aws.Reading;

namespace EksSecurityPortal.Services.Collection.Aws.Readers;

/// <summary>What every reader of one cluster works with.</summary>
/// <param name="Clients">Of the cluster's account and region.</param>
/// <param name="Shared">Answers that the account's other clusters need as well.</param>
/// <param name="Parts">Reads a part under its deadline.</param>
internal sealed record ClusterScope(ClusterRef Cluster, RegionClients Clients, SharedAnswers Shared, PartReader Parts)
{
    public string Name => Cluster.Name;

    public string Region => Cluster.Region;
}
