using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Checks;

/// <summary>
/// Recognises workloads that AWS or Kubernetes itself brings: by namespace, kind, name and image repository together, so that a stranger who takes the name
/// of one is not taken for it.
/// </summary>
public static class SystemComponents
{
    private static readonly (string Namespace, string Kind, string Name, string[] Repositories)[] Known =
    [
        ("kube-system", "DaemonSet", "aws-node", ["amazon-k8s-cni", "amazon/aws-network-policy-agent", "amazon-k8s-cni-init"]),
        ("kube-system", "DaemonSet", "kube-proxy", ["eks/kube-proxy"]),
        ("kube-system", "DaemonSet", "kube-proxy-windows", ["eks/kube-proxy-windows"]),
        ("kube-system", "Deployment", "coredns", ["eks/coredns"]),
        ("kube-system", "Deployment", "metrics-server", ["eks/metrics-server", "metrics-server/metrics-server"]),
        ("kube-system", "DaemonSet", "ebs-csi-node", ["eks/aws-ebs-csi-driver", "eks/csi-node-driver-registrar", "eks/livenessprobe", "ebs-csi-driver/aws-ebs-csi-driver"]),
        ("kube-system", "Deployment", "ebs-csi-controller",
            ["eks/aws-ebs-csi-driver", "eks/csi-provisioner", "eks/csi-attacher", "eks/csi-snapshotter", "eks/csi-resizer", "eks/livenessprobe", "eks/volume-modifier-for-k8s", "ebs-csi-driver/aws-ebs-csi-driver"]),
        ("kube-system", "DaemonSet", "efs-csi-node", ["eks/aws-efs-csi-driver", "eks/csi-node-driver-registrar", "eks/livenessprobe"]),
        ("kube-system", "Deployment", "efs-csi-controller", ["eks/aws-efs-csi-driver", "eks/csi-provisioner", "eks/livenessprobe"]),
        ("kube-system", "DaemonSet", "eks-pod-identity-agent", ["eks/eks-pod-identity-agent"]),
        ("kube-system", "DaemonSet", "eks-node-monitoring-agent", ["eks/eks-node-monitoring-agent"]),
        ("kube-system", "Deployment", "snapshot-controller", ["eks/csi-snapshotter", "eks/snapshot-controller", "eks/csi-snapshot-controller"]),
        ("kube-system", "Deployment", "aws-load-balancer-controller", ["eks/aws-load-balancer-controller", "amazon/aws-load-balancer-controller"]),
        ("kube-system", "Deployment", "karpenter", ["karpenter/controller"]),
        ("karpenter", "Deployment", "karpenter", ["karpenter/controller"]),
        ("amazon-guardduty", "DaemonSet", "aws-guardduty-agent", ["eks/aws-guardduty-agent", "aws-guardduty-agent"]),
    ];

    private static readonly Dictionary<(string, string, string), string[]> ByIdentity = Known.ToDictionary(item => (item.Namespace, item.Kind, item.Name), item => item.Repositories);

    /// <summary>True when identity and every image of every running and declared container are the component's own, from a registry of AWS or its public gallery.</summary>
    public static bool Includes(Workload workload)
    {
        if (!ByIdentity.TryGetValue((workload.Namespace, workload.Kind, workload.Name), out var repositories))
        {
            return false;
        }

        var images = workload.Pods.Select(group => group.Template).Concat(workload.Template is { } template ? [template] : [])
            .SelectMany(pod => pod.Containers).Select(container => container.Image).Distinct(StringComparer.Ordinal).ToList();
        return images.Count > 0 && images.TrueForAll(image => Array.Exists(repositories, repository => IsOf(image, repository)));
    }

    /// <summary>True when the image is <c>{registry}/{repository}</c> with a registry that only AWS or the project itself can push to.</summary>
    internal static bool IsOf(string image, string repository)
    {
        var name = Repository(image);
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && IsTrustedRegistry(name[..slash]) && name[(slash + 1)..] == repository;
    }

    /// <summary>The image without tag and digest.</summary>
    internal static string Repository(string image)
    {
        var digest = image.IndexOf('@', StringComparison.Ordinal);
        var name = digest < 0 ? image : image[..digest];
        var tag = name.LastIndexOf(':');
        return tag > name.LastIndexOf('/') ? name[..tag] : name;
    }

    // AWS's own add-on registries are ECR registries of its accounts; anybody may have an ECR registry, so the account decides
    private static bool IsTrustedRegistry(string host) =>
        host is "public.ecr.aws" or "registry.k8s.io" || (host.Split('.') is [var account, "dkr", "ecr", ..] && AddonAccounts.Contains(account));

    /// <summary>Accounts from which EKS serves add-on images, see <see href="https://docs.aws.amazon.com/eks/latest/userguide/add-ons-images.html"/>; GuardDuty's agent comes from them too.</summary>
    private static readonly HashSet<string> AddonAccounts = new(StringComparer.Ordinal)
    {
        "602401143452", "877085696533", "800184023465", "533267051163", "296578399912", "900889452093", "491585149902", "151610086707", "333609536671", "121268973566",
        "918309763551", "961992271922", "590381155156", "455263428931", "900612956339", "558608220178", "759879836304", "066635153087", "761377655185", "151742754352", "013241004608",
    };
}
