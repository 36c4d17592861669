using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Kubernetes.Connection;
using EksSecurityPortal.Services.Collection.Kubernetes.Documents;
using EksSecurityPortal.Services.Collection.Kubernetes.Parts;
using EksSecurityPortal.Services.Collection.Kubernetes.Workloads;

namespace EksSecurityPortal.Services.Collection.Kubernetes;

/// <summary>One run over one cluster whose endpoint answers: all parts side by side, as many requests at once as the API's slots allow.</summary>
internal sealed class ClusterRead
{
    private readonly PartRunner runner;
    private readonly ClusterReadings cluster;
    private readonly NetworkReadings network;
    private readonly GovernanceReadings governance;
    private readonly StorageReadings storage;
    private readonly WorkloadRead workloads;
    private readonly CustomKindRead customKinds;
    private readonly StringPool texts = new();

    internal ClusterRead(KubernetesApi api, CollectionOptions options, TimeProvider clock, IProgress<PartProgress> progress, CancellationToken cancellationToken)
    {
        runner = new(api, options, clock, progress, cancellationToken);
        cluster = new(texts);
        network = new(texts);
        governance = new(texts);
        storage = new(texts);
        workloads = new(runner, texts);
        customKinds = new(runner, cluster);
    }

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    internal async Task<KubernetesFacts> ReadAsync()
    {
        var parts = Start();
        await parts.WhenAllAsync();
        return await parts.ToFactsAsync();
    }

    /// <summary>Starts every part; the longest list first, the others fit in beside it.</summary>
    private PartsUnderWay Start() => new()
    {
        Workloads = workloads.ReadAsync(),
        CniConfig = workloads.ReadCniConfigAsync(),
        CustomResourceDefinitions = customKinds.ReadDefinitionsAsync(),
        Version = runner.RunAsync(SnapshotPart.KubernetesVersion, read => read.GetVersionAsync()),
        Nodes = List(SnapshotPart.Nodes, KubernetesRequests.Nodes, KubernetesJson.Default.NodeDocument, cluster.Node, node => node.Name),
        Namespaces = List(SnapshotPart.Namespaces, KubernetesRequests.Namespaces, KubernetesJson.Default.NamespaceDocument, cluster.Namespace, space => space.Name),
        Services = List(SnapshotPart.Services, KubernetesRequests.Services, KubernetesJson.Default.ServiceDocument, network.Service, service => $"{service.Namespace}/{service.Name}"),
        Ingresses = List(SnapshotPart.Ingresses, KubernetesRequests.Ingresses, KubernetesJson.Default.IngressDocument, network.Ingress, ingress => $"{ingress.Namespace}/{ingress.Name}"),
        EndpointSlices = List(SnapshotPart.EndpointSlices, KubernetesRequests.EndpointSlices, KubernetesJson.Default.EndpointSliceDocument, network.EndpointSlice, slice => $"{slice.Namespace}/{slice.Name}"),
        ServiceAccounts = List(SnapshotPart.ServiceAccounts, KubernetesRequests.ServiceAccounts, KubernetesJson.Default.ServiceAccountDocument, cluster.ServiceAccount, account => $"{account.Namespace}/{account.Name}"),
        NetworkPolicies = List(SnapshotPart.NetworkPolicies, KubernetesRequests.NetworkPolicies, KubernetesJson.Default.NetworkPolicyDocument, network.NetworkPolicy, policy => $"{policy.Namespace}/{policy.Name}"),
        DisruptionBudgets = List(SnapshotPart.DisruptionBudgets, KubernetesRequests.DisruptionBudgets, KubernetesJson.Default.DisruptionBudgetDocument, governance.DisruptionBudget, budget => $"{budget.Namespace}/{budget.Name}"),
        Autoscalers = List(SnapshotPart.Autoscalers, KubernetesRequests.Autoscalers, KubernetesJson.Default.AutoscalerDocument, governance.Autoscaler, scaler => $"{scaler.Namespace}/{scaler.Name}"),
        Rbac = runner.RunAsync(SnapshotPart.Rbac, ReadRbacAsync),
        Quotas = runner.RunAsync(SnapshotPart.Quotas, ReadQuotasAsync),
        Admission = runner.RunAsync(SnapshotPart.Admission, ReadAdmissionAsync),
        Storage = runner.RunAsync(SnapshotPart.Storage, ReadStorageAsync),
        AwsAuth = runner.RunAsync(SnapshotPart.AwsAuth, ReadAwsAuthAsync),
        CniPolicies = customKinds.ReadCniPoliciesAsync(),
        NodeProvisioning = customKinds.ReadNodeProvisioningAsync(),
    };

    private Task<Part<IReadOnlyList<TFact>>> List<TDocument, TFact>(
        SnapshotPart part, KubernetesRequest request, System.Text.Json.Serialization.Metadata.JsonTypeInfo<TDocument> contract,
        Func<TDocument, IEnumerable<TFact>> map, Func<TFact, string> key) =>
        runner.RunAsync<IReadOnlyList<TFact>>(part, async read =>
            await read.ListAsync(request, contract, map) is { } facts ? [.. facts.OrderBy(key, StringComparer.Ordinal)] : null);

    private async Task<RbacFacts?> ReadRbacAsync(PartRead read)
    {
        var roles = read.ListAsync(KubernetesRequests.Roles, KubernetesJson.Default.RoleDocument, governance.Role);
        var clusterRoles = read.ListAsync(KubernetesRequests.ClusterRoles, KubernetesJson.Default.RoleDocument, governance.Role);
        var bindings = read.ListAsync(KubernetesRequests.RoleBindings, KubernetesJson.Default.BindingDocument, governance.Binding);
        var clusterBindings = read.ListAsync(KubernetesRequests.ClusterRoleBindings, KubernetesJson.Default.BindingDocument, governance.Binding);
        await Task.WhenAll(roles, clusterRoles, bindings, clusterBindings);

        // half of the permissions would look like few permissions
        return await roles is { } inNamespaces && await clusterRoles is { } wide && await bindings is { } given && await clusterBindings is { } givenWide
            ? new([.. wide, .. inNamespaces], [.. givenWide, .. given]) : null;
    }

    private async Task<QuotaFacts?> ReadQuotasAsync(PartRead read)
    {
        var quotas = read.ListAsync(KubernetesRequests.ResourceQuotas, KubernetesJson.Default.ResourceQuotaDocument, governance.ResourceQuota);
        var ranges = read.ListAsync(KubernetesRequests.LimitRanges, KubernetesJson.Default.LimitRangeDocument, governance.LimitRange);
        await Task.WhenAll(quotas, ranges);
        return await quotas is { } hard && await ranges is { } defaults ? new(hard, defaults) : null;
    }

    private async Task<AdmissionFacts?> ReadAdmissionAsync(PartRead read)
    {
        var validating = read.ListAsync(KubernetesRequests.ValidatingWebhooks, KubernetesJson.Default.WebhooksDocument, governance.Webhooks("ValidatingWebhookConfiguration"));
        var mutating = read.ListAsync(KubernetesRequests.MutatingWebhooks, KubernetesJson.Default.WebhooksDocument, governance.Webhooks("MutatingWebhookConfiguration"));
        var policies = read.ListAsync(KubernetesRequests.AdmissionPolicies, KubernetesJson.Default.AdmissionPolicyDocument, governance.AdmissionPolicy);
        var bindings = read.ListAsync(KubernetesRequests.AdmissionBindings, KubernetesJson.Default.AdmissionPolicyDocument, governance.PolicyBinding);
        await Task.WhenAll(validating, mutating, policies, bindings);
        var bound = (await bindings ?? []).ToLookup(binding => binding.Policy, StringComparer.Ordinal);
        return await validating is { } validators && await mutating is { } mutators
            ? new([.. validators, .. mutators], [.. (await policies ?? []).Select(policy => policy with { BoundActions = [.. bound[policy.Name].SelectMany(binding => binding.Actions).Distinct()] })])
            : null;
    }

    private async Task<StorageFacts?> ReadStorageAsync(PartRead read)
    {
        var classes = read.ListAsync(KubernetesRequests.StorageClasses, KubernetesJson.Default.StorageClassDocument, storage.Class);
        var volumes = read.ListAsync(KubernetesRequests.Volumes, KubernetesJson.Default.PersistentVolumeDocument, storage.Volume);
        var claims = read.ListAsync(KubernetesRequests.Claims, KubernetesJson.Default.VolumeClaimDocument, storage.Claim);
        var drivers = read.ListAsync(KubernetesRequests.CsiDrivers, KubernetesJson.Default.NamedDocument, storage.DriverName);
        await Task.WhenAll(classes, volumes, claims, drivers);
        return await classes is { } kinds && await volumes is { } all && await claims is { } claimed ? new(kinds, all, claimed, await drivers ?? []) : null;
    }

    private async Task<AwsAuth?> ReadAwsAuthAsync(PartRead read)
    {
        var (found, data) = await read.GetMapAsync(KubernetesRequests.AwsAuth);
        return found ? new AwsAuthReading(texts).Read(data) : null;
    }
}
