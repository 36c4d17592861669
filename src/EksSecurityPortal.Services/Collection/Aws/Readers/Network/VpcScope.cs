using Amazon.EC2.Model;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Aws.Reading;

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

    /// <summary>The id, or why there is none. An answer that names only subnets names their VPC as well.</summary>
    public async Task<(string? VpcId, PartGap Gap)> FindVpcAsync()
    {
        var cluster = await controlPlane;
        if (cluster.Facts is not { } facts)
        {
            return (null, Dependency.Of(SnapshotPart.ControlPlane, cluster));
        }

        var none = new PartGap(GapReason.NotCollected, "eks:DescribeCluster", "The cluster names no VPC.");
        if (!string.IsNullOrEmpty(facts.VpcId) || facts.SubnetIds.Count == 0)
        {
            return (string.IsNullOrEmpty(facts.VpcId) ? null : facts.VpcId, none);
        }

        try
        {
            var vpcId = await scope.Shared.GetAsync($"vpc-of/{scope.Cluster}", token => VpcOfAsync(facts.SubnetIds, token), scope.Parts.Cancellation);
            return (vpcId, none);
        }
        catch (Exception exception) when (AwsGaps.IsExpected(exception) && !scope.Parts.Cancellation.IsCancellationRequested)
        {
            return (null, AwsGaps.Of(exception));
        }
    }

    private async Task<string?> VpcOfAsync(IReadOnlyList<string> subnetIds, CancellationToken cancellationToken)
    {
        var answer = await scope.Clients.Ec2.DescribeSubnetsAsync(new DescribeSubnetsRequest { Filters = Ec2Filter.By("subnet-id", subnetIds) }, cancellationToken);
        return SdkValues.TextOf(answer.Subnets?.FirstOrDefault()?.VpcId);
    }
}
