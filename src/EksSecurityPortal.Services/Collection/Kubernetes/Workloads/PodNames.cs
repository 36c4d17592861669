namespace EksSecurityPortal.Services.Collection.Kubernetes.Workloads;

/// <summary>What of names and labels differs between pods of one template, and is therefore left out of the template.</summary>
internal static class PodNames
{
    private static readonly byte[][] PerPodLabels =
    [
        .. new[]
        {
            "pod-template-hash", "controller-revision-hash", "pod-template-generation", "statefulset.kubernetes.io/pod-name", "apps.kubernetes.io/pod-index",
            "controller-uid", "job-name", "batch.kubernetes.io/controller-uid", "batch.kubernetes.io/job-name", "batch.kubernetes.io/job-completion-index",
        }.Select(System.Text.Encoding.UTF8.GetBytes),
    ];

    /// <summary>The API token's volume is named kube-api-access-x7k2p, another end for each pod.</summary>
    internal static int VolumeNameLength(ReadOnlySpan<byte> volume) =>
        volume.StartsWith("kube-api-access-"u8) ? "kube-api-access".Length : volume.Length;

    /// <summary>A StatefulSet's pod web-3 uses the claim data-web-3.</summary>
    internal static int ClaimNameLength(ReadOnlySpan<byte> claim, ReadOnlySpan<byte> podName)
    {
        var ordinal = podName.LastIndexOf((byte)'-');
        return ordinal > 0 && claim.Length > podName.Length && claim.EndsWith(podName) && claim[claim.Length - podName.Length - 1] == (byte)'-'
            ? claim.Length - (podName.Length - ordinal) : claim.Length;
    }

    internal static bool IsPerPodLabel(ReadOnlySpan<byte> label)
    {
        foreach (var known in PerPodLabels)
        {
            if (label.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }
}
