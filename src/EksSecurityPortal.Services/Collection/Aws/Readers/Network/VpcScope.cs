using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Services.Collection.Aws.Readers.Network;

/// <summary>The parts that need the cluster's VPC. Their answers are shared with the other clusters of the VPC.</summary>
internal sealed class VpcScope(ClusterScope scope, Task<Part<ControlPlane>> controlPlane)
{
    public ClusterScope Cluster => scope;

    /// <summary>Reads a part of the VPC; it is missing when the cluster's VPC is not known.</summary>
    /// <param name="hole">What the answer will lack for want of another part; null when it lacks nothing.</param>
    public async Task<Part<T>> ReadAsync<T>(SnapshotPart part, Func<string, CancellationToken, Task<T>> read, PartGap? hole = null)
        where T : class
    {
        var (vpcId, gap) = await FindVpcAsync();
        return vpcId is null
            ? scope.Parts.Skip<T>(part, gap)
            : await scope.Parts.ReadAsync(part, reading =>
            {
                reading.Note(hole is null ? [] : [hole]);
                return scope.Shared.GetAsync($"{part}/{scope.Region}/{vpcId}", token => read(vpcId, token), reading.Cancellation);
            });
    }

    /// <summary>The id, or why there is none.</summary>
    public async Task<(string? VpcId, PartGap Gap)> FindVpcAsync()
    {
        var cluster = await controlPlane;
        if (cluster.Facts is not { } facts)
        {
            return (null, Dependency.Of(SnapshotPart.ControlPlane, cluster));
        }

        return (string.IsNullOrEmpty(facts.VpcId) ? null : facts.VpcId, new PartGap(GapReason.NotCollected, "eks:DescribeCluster", "The cluster names no VPC."));
    }
}
