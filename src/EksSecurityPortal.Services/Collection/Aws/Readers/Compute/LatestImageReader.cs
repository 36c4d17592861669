using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using EksSecurityPortal.Core.Inventory;
using static EksSecurityPortal.Services.Collection.Aws.Readers.SdkValues;

namespace EksSecurityPortal.Services.Collection.Aws.Readers.Compute;

/// <summary>The newest published image of each AMI type and minor in use, from the public parameters of ssm; shared by clusters that use the same.</summary>
internal static class LatestImageReader
{
    private const int NamesAtOnce = 10;

    public static async Task<Part<IReadOnlyList<LatestImage>>> ReadAsync(
        ClusterScope scope, Task<Part<ControlPlane>> controlPlane, Task<Part<IReadOnlyList<NodeGroup>>> nodeGroups, Task<KubernetesFacts> kubernetes)
    {
        var cluster = await controlPlane;
        var groups = await nodeGroups;
        var nodes = (await kubernetes).Nodes;
        var used = NodeImages.InUse(cluster.Facts?.Version, groups.Facts ?? [], nodes.Facts ?? []);
        return await scope.Parts.ReadAsync(SnapshotPart.LatestImages, async reading =>
        {
            // what is in use is known from these two; without both, something may be left out
            reading.Note(groups.IsPresent ? [] : [Dependency.Of(SnapshotPart.NodeGroups, groups)]);
            var key = string.Join(',', used.Select(parameters => $"{parameters.AmiType}:{parameters.Minor}"));
            return await scope.Shared.GetAsync($"latest-images/{scope.Region}/{key}", token => ReadAsync(scope.Clients.Ssm, used, token), reading.Cancellation);
        });
    }

    /// <summary>AWS publishes nothing for some pairs (AL2 after 1.32): the image is then null, which is an answer and not a gap.</summary>
    private static async Task<IReadOnlyList<LatestImage>> ReadAsync(IAmazonSimpleSystemsManagement ssm, IReadOnlyList<AmiParameters> used, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, Parameter>(StringComparer.Ordinal);
        foreach (var names in used.SelectMany(parameters => new[] { parameters.ImageParameter, parameters.ReleaseParameter }).Chunk(NamesAtOnce))
        {
            var answer = await ssm.GetParametersAsync(new GetParametersRequest { Names = [.. names] }, cancellationToken);
            foreach (var parameter in answer.Parameters ?? [])
            {
                values[Required(parameter.Name, "ssm:GetParameters", "name")] = parameter;
            }
        }

        return
        [
            .. used.Select(parameters => new LatestImage(
                parameters.Family,
                parameters.AmiType,
                parameters.Minor,
                TextOf(values.GetValueOrDefault(parameters.ImageParameter)?.Value),
                TextOf(values.GetValueOrDefault(parameters.ReleaseParameter)?.Value),
                UtcOf(values.GetValueOrDefault(parameters.ImageParameter)?.LastModifiedDate),
                parameters.ImageParameter)),
        ];
    }
}
