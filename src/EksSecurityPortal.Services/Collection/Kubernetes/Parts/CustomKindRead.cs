using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Kubernetes.Documents;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Parts;

/// <summary>
/// Reads definitions of custom kinds, and the objects of those few kinds that matter. A kind that is not defined has no objects and costs no
/// request; when the definitions cannot be read, each kind is tried at its usual version.
/// </summary>
internal sealed class CustomKindRead(PartRunner runner, ClusterReadings readings)
{
    private readonly TaskCompletionSource<IReadOnlyDictionary<string, string?>?> versions = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal async Task<Part<IReadOnlyList<CustomResourceDefinition>>> ReadDefinitionsAsync()
    {
        try
        {
            return await runner.RunAsync<IReadOnlyList<CustomResourceDefinition>>(SnapshotPart.CustomResourceDefinitions, async read =>
            {
                var kinds = await read.ListAsync(KubernetesRequests.Definitions, KubernetesJson.Default.DefinitionDocument, readings.Definition);

                // an object of the list that could not be understood may be the definition of a kind that matters
                versions.SetResult(kinds is null || read.Gaps.Count > 0 ? null
                    : kinds.DistinctBy(kind => kind.Definition.Name).ToDictionary(kind => kind.Definition.Name, kind => kind.Version, StringComparer.Ordinal));
                return kinds is null ? null : [.. kinds.Select(kind => kind.Definition).OrderBy(definition => definition.Name, StringComparer.Ordinal)];
            });
        }
        finally
        {
            // only reached without versions when the run was cancelled
            versions.TrySetResult(null);
        }
    }

    internal Task<Part<IReadOnlyList<CustomObject>>> ReadCniPoliciesAsync() => runner.RunAsync<IReadOnlyList<CustomObject>>(SnapshotPart.CniPolicies, async read =>
    {
        var lists = await Task.WhenAll(KubernetesRequests.CniKinds.Select(kind => ReadAsync(read, kind)));

        // policies of another kind could still allow or deny anything
        return lists.Any(list => list is null) && lists.All(list => list is null or []) ? null : [.. lists.SelectMany(list => list ?? [])];
    });

    internal Task<Part<NodeProvisioningFacts>> ReadNodeProvisioningAsync() => runner.RunAsync<NodeProvisioningFacts>(SnapshotPart.NodeProvisioning, async read =>
    {
        var pools = ReadAsync(read, KubernetesRequests.NodePools);
        var claims = ReadAsync(read, KubernetesRequests.NodeClaims);
        var classes = await Task.WhenAll(KubernetesRequests.NodeClasses.Select(kind => ReadAsync(read, kind)));
        return await pools is { } allPools && await claims is { } allClaims && classes.All(list => list is not null)
            ? new(allPools, allClaims, [.. classes.SelectMany(list => list ?? [])]) : null;
    });

    private async Task<List<CustomObject>?> ReadAsync(PartRead read, KubernetesRequest request)
    {
        var defined = await versions.Task;
        if (defined is null)
        {
            return await read.ListAsync(request, KubernetesJson.Default.CustomDocument, readings.Custom(request));
        }

        return defined.GetValueOrDefault($"{request.Resource}.{request.Group}") is { } version
            ? await read.ListAsync(request, KubernetesJson.Default.CustomDocument, readings.Custom(request), version) : [];
    }
}
