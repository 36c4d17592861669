using EksSecurityPortal.Sandbox.Kubernetes.Objects;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Pods;

/// <summary>How a pod is doing; each has its own shape of status.</summary>
internal enum PodState
{
    Ready,
    CrashLooping,
    Succeeded,

    /// <summary>No node of its pools exists.</summary>
    Unschedulable,
}

/// <summary>A workload with what follows from it: its ids, its owner chain, and each pod's name, node, address and state.</summary>
internal sealed class WorkloadPlan
{
    private readonly Cluster cluster;
    private readonly int firstPod;
    private readonly DateTimeOffset now;

    /// <param name="firstPod">Number of pods of the workloads before this one; makes addresses distinct.</param>
    public WorkloadPlan(Cluster cluster, Workload workload, IReadOnlyList<KubernetesNode> nodes, int firstPod, DateTimeOffset now)
    {
        this.cluster = cluster;
        this.firstPod = firstPod;
        this.now = now;
        Workload = workload;
        Nodes = nodes;
        Seed = Stable.Hash(cluster.Arn, workload.Kind.ToString(), workload.Namespace, workload.Name);
        Count = workload.Kind == WorkloadKind.DaemonSet ? nodes.Count : workload.Replicas;
        TemplateHash = Stable.TemplateHash(Seed);
        IsFargate = nodes.Count > 0 && nodes[0].Labels.GetValueOrDefault("eks.amazonaws.com/compute-type") == "fargate";
    }

    public Workload Workload { get; }

    public IReadOnlyList<KubernetesNode> Nodes { get; }

    public ulong Seed { get; }

    public int Count { get; }

    public string TemplateHash { get; }

    public bool IsFargate { get; }

    public bool IsApplied => Seed % 3 == 0;

    public int ReadyCount => Workload.Kind is WorkloadKind.Job or WorkloadKind.CronJob || Nodes.Count == 0 ? 0 : Math.Max(0, Count - Workload.UnreadyReplicas);

    public string OwnerUid => Stable.Uid(Seed);

    public string ReplicaSetName => $"{Workload.Name}-{TemplateHash}";

    public string ReplicaSetUid => Stable.Uid(Seed + 1);

    /// <summary>The job a CronJob started last (named by its minute, as the controller does), or the Job itself.</summary>
    public string JobName => Workload.Kind == WorkloadKind.CronJob ? $"{Workload.Name}-{now.ToUnixTimeSeconds() / 60}" : Workload.Name;

    public string JobUid => Workload.Kind == WorkloadKind.CronJob ? Stable.Uid(Seed + 2) : OwnerUid;

    /// <summary>The controlling owner of the pods; null for a bare pod.</summary>
    public Owner? PodOwner => Workload.Kind switch
    {
        WorkloadKind.Deployment => new Owner("apps/v1", "ReplicaSet", ReplicaSetName, ReplicaSetUid),
        WorkloadKind.StatefulSet => new Owner("apps/v1", "StatefulSet", Workload.Name, OwnerUid),
        WorkloadKind.DaemonSet => new Owner("apps/v1", "DaemonSet", Workload.Name, OwnerUid),
        WorkloadKind.Job or WorkloadKind.CronJob => new Owner("batch/v1", "Job", JobName, JobUid),
        _ => null,
    };

    /// <summary>What the API server appends random letters to; null when the name is given whole.</summary>
    public string? GenerateName => Workload.Kind switch
    {
        WorkloadKind.Deployment => ReplicaSetName + "-",
        WorkloadKind.DaemonSet => Workload.Name + "-",
        WorkloadKind.Job or WorkloadKind.CronJob => JobName + "-",
        _ => null,
    };

    public string PodName(int ordinal) => Workload.Kind switch
    {
        WorkloadKind.StatefulSet => $"{Workload.Name}-{ordinal}",
        WorkloadKind.Pod when Workload.IsStatic => $"{Workload.Name}-{NodeOf(ordinal)?.Name}",
        WorkloadKind.Pod => Count == 1 ? Workload.Name : $"{Workload.Name}-{ordinal}",
        _ => GenerateName + Stable.Suffix(Seed, ordinal),
    };

    public string PodKey(int ordinal) => $"{Workload.Namespace}/{PodName(ordinal)}";

    public ulong PodSeed(int ordinal) => Stable.Mix(Seed + 1000 + (ulong)ordinal);

    /// <summary>Round-robin from a place of the workload's own, so that small workloads do not all sit on the first node.</summary>
    public KubernetesNode? NodeOf(int ordinal)
    {
        if (Nodes.Count == 0)
        {
            return null;
        }

        var first = Workload.Kind == WorkloadKind.DaemonSet ? 0UL : Seed % (ulong)Nodes.Count;
        return Nodes[(int)((first + (ulong)ordinal) % (ulong)Nodes.Count)];
    }

    public PodState StateOf(int ordinal)
    {
        if (Nodes.Count == 0)
        {
            return PodState.Unschedulable;
        }

        if (Workload.Kind is WorkloadKind.Job or WorkloadKind.CronJob)
        {
            return ordinal < Workload.UnreadyReplicas ? PodState.CrashLooping : PodState.Succeeded;
        }

        return ordinal < Workload.UnreadyReplicas ? PodState.CrashLooping : PodState.Ready;
    }

    /// <summary>Neither older than its node nor than its workload.</summary>
    public DateTimeOffset StartedAt(int ordinal)
    {
        var node = NodeOf(ordinal);
        var earliest = node is not null && node.Created > Workload.Created ? node.Created : Workload.Created;
        var start = earliest.AddSeconds(30 + (int)(PodSeed(ordinal) % 1800));
        return start < now ? start : now.AddSeconds(-45);
    }

    /// <summary>An address that no other pod of the cluster has; empty while there is no node.</summary>
    public string PodIp(int ordinal)
    {
        if (NodeOf(ordinal) is not { } node)
        {
            return "";
        }

        return Workload.Template.HostNetwork || IsFargate ? node.InternalIp : PodAddresses.Of(cluster, node, firstPod + ordinal);
    }
}
