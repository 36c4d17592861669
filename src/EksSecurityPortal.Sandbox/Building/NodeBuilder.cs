using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Building;

/// <summary>The Kubernetes node of an instance, labelled as EKS, Karpenter or Auto Mode label theirs.</summary>
internal static class NodeBuilder
{
    public static KubernetesNode Build(ClusterContext cluster, NodePoolPlan pool, Instance instance, ImageBuild image, bool isReady)
    {
        var type = PublicTables.InstanceType(instance.Type);
        var name = pool.Kind == PoolKind.Auto ? instance.Id : instance.PrivateDnsName(cluster.Region.Region);
        return new KubernetesNode
        {
            Name = name,
            Pool = pool.Name,
            ProviderId = $"aws:///{instance.ZoneName}/{instance.Id}",
            Zone = instance.ZoneName,
            InternalIp = instance.PrivateIp,
            ExternalIp = instance.PublicIp,
            Created = instance.Launched.AddSeconds(75),
            KubeletVersion = image.KubeletVersion,
            OsImage = pool.Kind == PoolKind.Auto ? image.OsImage.Replace("Bottlerocket OS", "Bottlerocket (EKS Auto, Standard)", StringComparison.Ordinal) : image.OsImage,
            KernelVersion = image.Kernel,
            ContainerRuntime = image.Runtime,
            OperatingSystem = image.IsWindows ? "windows" : "linux",
            Architecture = image.Architecture == "arm64" ? "arm64" : "amd64",
            Labels = Labels(cluster, pool, instance, image, name),
            Taints = pool.Taints,
            Cpus = type.Cpus,
            MemoryMiB = type.MemoryMiB,
            MaxPods = pool.Kind is PoolKind.Karpenter or PoolKind.Auto ? 110 : Math.Min(type.Cpus > 30 ? 250 : 110, (type.MaximumInterfaces * (type.AddressesPerInterface - 1)) + 2),
            IsReady = isReady,
        };
    }

    private static Dictionary<string, string> Labels(ClusterContext cluster, NodePoolPlan pool, Instance instance, ImageBuild image, string name)
    {
        var labels = new Dictionary<string, string>
        {
            ["kubernetes.io/hostname"] = name,
            ["kubernetes.io/os"] = image.IsWindows ? "windows" : "linux",
            ["kubernetes.io/arch"] = image.Architecture == "arm64" ? "arm64" : "amd64",
            ["node.kubernetes.io/instance-type"] = instance.Type,
            ["topology.kubernetes.io/region"] = cluster.Region.Region,
            ["topology.kubernetes.io/zone"] = instance.ZoneName,
        };
        var capacity = pool.IsSpot ? "spot" : "on-demand";
        switch (pool.Kind)
        {
            case PoolKind.Managed:
                labels["eks.amazonaws.com/nodegroup"] = pool.Name;
                labels["eks.amazonaws.com/nodegroup-image"] = image.ImageId;
                labels["eks.amazonaws.com/capacityType"] = pool.IsSpot ? "SPOT" : "ON_DEMAND";
                break;
            case PoolKind.Karpenter:
                labels["karpenter.sh/nodepool"] = pool.Name;
                labels["karpenter.k8s.aws/ec2nodeclass"] = pool.NodeClass;
                labels["karpenter.sh/capacity-type"] = capacity;
                labels["karpenter.sh/registered"] = "true";
                break;
            case PoolKind.Auto:
                labels["eks.amazonaws.com/compute-type"] = "auto";
                labels["eks.amazonaws.com/nodeclass"] = pool.NodeClass;
                labels["karpenter.sh/nodepool"] = pool.Name;
                labels["karpenter.sh/capacity-type"] = capacity;
                break;
            default:
                labels["node-lifecycle"] = "on-demand";
                break;
        }

        foreach (var (key, value) in pool.Labels)
        {
            labels[key] = value;
        }

        return labels;
    }
}
