using System.Text;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Workloads;

/// <summary>
/// Components whose command-line flags are configuration worth showing. Recognised by the namespaces where only administrators put workloads and by
/// the image, both; everybody else's arguments are dropped, since people pass passwords in them.
/// </summary>
internal static class SystemComponents
{
    private static readonly HashSet<string> Namespaces = new(StringComparer.Ordinal) { "kube-system", "karpenter", "calico-system", "tigera-operator", "amazon-guardduty", "amazon-cloudwatch", "external-dns" };

    // last path segment of the image, without tag
    private static readonly byte[][] Images = [.. new[]
    {
        "amazon-k8s-cni", "amazon-k8s-cni-init", "aws-network-policy-agent", "kube-proxy", "coredns", "aws-ebs-csi-driver", "aws-efs-csi-driver", "aws-fsx-csi-driver",
        "aws-load-balancer-controller", "cluster-autoscaler", "controller", "eks-pod-identity-agent", "metrics-server", "external-dns", "aws-node-termination-handler",
        "snapshot-controller", "amazon-vpc-resource-controller", "cilium", "operator-aws", "operator-generic", "node", "kube-controllers",
    }.Select(Encoding.UTF8.GetBytes)];

    private static readonly string[] Flagged = ["password", "passwd", "secret", "token", "credential", "private-key", "api-key", "apikey", "access-key"];

    internal static bool IsSystemNamespace(string name) => Namespaces.Contains(name);

    /// <param name="image">UTF-8, as written in the spec.</param>
    internal static bool IsSystemImage(ReadOnlySpan<byte> image)
    {
        var digest = image.IndexOf((byte)'@');
        var name = digest < 0 ? image : image[..digest];
        name = name[(name.LastIndexOf((byte)'/') + 1)..];
        var tag = name.IndexOf((byte)':');
        name = tag < 0 ? name : name[..tag];
        foreach (var known in Images)
        {
            if (name.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A flag whose name speaks of a secret loses its value.</summary>
    internal static string WithoutSecret(string argument)
    {
        var value = argument.IndexOf('=', StringComparison.Ordinal);
        return value > 0 && Array.Exists(Flagged, word => argument.AsSpan(0, value).Contains(word, StringComparison.OrdinalIgnoreCase))
            ? argument[..(value + 1)] + "(removed)" : argument;
    }
}
