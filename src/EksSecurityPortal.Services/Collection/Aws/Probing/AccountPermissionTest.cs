using Amazon.EKS.Model;
using Amazon.Runtime;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Aws.Reading;
using EksSecurityPortal.Services.Collection.Kubernetes;

namespace EksSecurityPortal.Services.Collection.Aws.Probing;

/// <summary>
/// Tries every permission once. Operations on one thing are asked about a thing that does not exist: "not found" proves the permission, because
/// AWS decides on it first. The Kubernetes rules are tried on the first cluster that is found.
/// </summary>
internal sealed class AccountPermissionTest(AccountSession session, IKubernetesReader kubernetes)
{
    private const int AtOnce = 8;

    public async Task<IReadOnlyList<PermissionProbe>> RunAsync(CancellationToken cancellationToken)
    {
        var found = await session.FindClustersAsync(cancellationToken);
        var cluster = found.Clusters.Count > 0 ? found.Clusters[0] : null;
        var region = cluster?.Region ?? (found.Regions.Count > 0 ? found.Regions[0] : session.HomeRegion);
        var target = new ProbeTarget(session.ClientsOf(region), session.Iam, session.Partition, session.AccountId, cluster?.Name ?? ProbeTarget.Nothing);
        var operations = AwsOperations.All;
        var probes = new PermissionProbe[operations.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, operations.Count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (index, token) => probes[index] = await TryAsync(operations[index], target, token));
        return cluster is null ? probes : [.. probes, .. await TryKubernetesAsync(cluster, cancellationToken)];
    }

    /// <summary>An account that could not be entered: the way in is what fails, and nothing else could be tried.</summary>
    public static IReadOnlyList<PermissionProbe> Refused(PartGap gap) =>
    [
        .. AwsOperations.All.Select(operation => operation.IamAction == "sts:AssumeRole"
            ? new PermissionProbe(operation.IamAction, operation.Purpose, gap.Reason is GapReason.Denied or GapReason.CredentialsRejected ? ProbeResult.Denied : ProbeResult.NotTested, gap.Detail)
            : new PermissionProbe(operation.IamAction, operation.Purpose, ProbeResult.NotTested, "The account could not be entered.")),
    ];

    private static async Task<PermissionProbe> TryAsync(AwsOperation operation, ProbeTarget target, CancellationToken cancellationToken)
    {
        try
        {
            if (AwsProbes.Find(operation.IamAction) is { } probe)
            {
                await probe(target, cancellationToken);
            }

            // without a probe of its own an operation was needed to come this far
            return new PermissionProbe(operation.IamAction, operation.Purpose, ProbeResult.Granted, null);
        }
        catch (Exception exception) when (AwsGaps.IsExpected(exception) && !cancellationToken.IsCancellationRequested)
        {
            if (exception is AmazonServiceException service && ErrorCodes.IsAbsent(service.ErrorCode))
            {
                return new PermissionProbe(operation.IamAction, operation.Purpose, ProbeResult.Granted, null);
            }

            var gap = AwsGaps.Of(exception);
            return new PermissionProbe(operation.IamAction, operation.Purpose, gap.Reason == GapReason.Denied ? ProbeResult.Denied : ProbeResult.NotTested, gap.Detail);
        }
    }

    private async Task<IReadOnlyList<PermissionProbe>> TryKubernetesAsync(ClusterRef cluster, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await session.ClientsOf(cluster.Region).Eks.DescribeClusterAsync(new DescribeClusterRequest { Name = cluster.Name }, cancellationToken);
            if (answer.Cluster is not { Endpoint: { Length: > 0 } endpoint, CertificateAuthority.Data: { Length: > 0 } authority })
            {
                return [];
            }

            var probes = await kubernetes.TestAsync(new KubernetesTarget(cluster, endpoint, authority, session.Credentials), cancellationToken);
            return [.. probes.Select(probe => probe with { Purpose = $"{probe.Purpose} (tried in {cluster.Name})" })];
        }
        catch (Exception exception) when (AwsGaps.IsExpected(exception) && !cancellationToken.IsCancellationRequested)
        {
            // the probe of eks:DescribeCluster says why
            return [];
        }
    }
}
