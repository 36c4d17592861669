using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Kubernetes.Workloads;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Parts;

/// <summary>Reads workloads, and the network plugin's settings, which stand in one of the same lists.</summary>
internal sealed class WorkloadRead
{
    private static readonly IReadOnlyList<KubernetesRequest> Controllers =
    [
        KubernetesRequests.Deployments, KubernetesRequests.StatefulSets, KubernetesRequests.DaemonSets, KubernetesRequests.ReplicaSets,
        KubernetesRequests.Jobs, KubernetesRequests.CronJobs, KubernetesRequests.ReplicationControllers,
    ];

    private readonly PartRunner runner;
    private readonly StringPool texts;
    private readonly TemplatePool templates;

    // told by the workloads' part, awaited by the network plugin's: the list is read once
    private readonly TaskCompletionSource<DaemonSetList> daemonSets = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal WorkloadRead(PartRunner runner, StringPool texts)
    {
        this.runner = runner;
        this.texts = texts;
        templates = new(texts);
    }

    internal async Task<Part<IReadOnlyList<Workload>>> ReadAsync()
    {
        try
        {
            return await runner.RunAsync<IReadOnlyList<Workload>>(SnapshotPart.Workloads, ReadAsync);
        }
        finally
        {
            // only reached without a list when the run was cancelled
            daemonSets.TrySetResult(new(null, []));
        }
    }

    internal Task<Part<CniConfig>> ReadCniConfigAsync() => runner.RunAsync<CniConfig>(SnapshotPart.CniConfig, async read =>
    {
        var vpcCni = read.GetMapAsync(KubernetesRequests.VpcCni);
        var cilium = read.GetMapAsync(KubernetesRequests.Cilium);
        var kubeProxy = read.GetMapAsync(KubernetesRequests.KubeProxy);
        await Task.WhenAll(vpcCni, cilium, kubeProxy);
        var agents = await daemonSets.Task;
        read.Add(agents.Gaps);

        // without the agents it is not known which plugin the settings are for
        return agents.Sink is null || !(await vpcCni).Found ? null
            : new CniReading(texts).Read((await vpcCni).Data, (await cilium).Data, (await kubeProxy).Data, agents.Sink);
    });

    private async Task<IReadOnlyList<Workload>?> ReadAsync(PartRead read)
    {
        var pods = new PodSink(texts, templates);
        var podsRead = read.ListAsync(KubernetesRequests.Pods, pods);
        var lists = Controllers.Select(request => ReadControllersAsync(read, request)).ToList();
        await Task.WhenAll(lists);
        var owners = new List<ListedOwner>();
        foreach (var list in lists)
        {
            owners.AddRange((await list)?.Owners ?? []);
        }

        // without pods nothing is known of what runs, only of what was asked for
        return await podsRead ? new WorkloadAssembly(owners).Join(pods.Fold) : null;
    }

    private async Task<WorkloadSink?> ReadControllersAsync(PartRead read, KubernetesRequest request)
    {
        var sink = new WorkloadSink(request.Kind, texts, templates);
        var isRead = await read.ListAsync(request, sink);
        if (request == KubernetesRequests.DaemonSets)
        {
            daemonSets.SetResult(new(isRead ? sink : null, [.. read.Gaps.Where(gap => gap.Operation == request.Operation)]));
        }

        return isRead ? sink : null;
    }

    private sealed record DaemonSetList(WorkloadSink? Sink, IReadOnlyList<PartGap> Gaps);
}
