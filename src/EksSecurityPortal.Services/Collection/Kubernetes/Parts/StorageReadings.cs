using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Kubernetes.Documents;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Parts;

/// <summary>Facts of storage.</summary>
internal sealed class StorageReadings(StringPool texts)
{
    private static readonly string[] ZoneKeys = ["topology.kubernetes.io/zone", "topology.ebs.csi.aws.com/zone", "failure-domain.beta.kubernetes.io/zone"];

    internal IEnumerable<StorageClass> Class(StorageClassDocument document)
    {
        var annotations = document.Metadata.AnnotationsOf(texts);
        var isDefault = annotations.GetValueOrDefault("storageclass.kubernetes.io/is-default-class") == "true"
            || annotations.GetValueOrDefault("storageclass.beta.kubernetes.io/is-default-class") == "true";
        yield return new(
            document.Metadata.NameOf(texts), texts.Get(document.Provisioner ?? ""), texts.Find(document.ReclaimPolicy), texts.Find(document.VolumeBindingMode),
            texts.Get(document.Parameters), isDefault);
    }

    internal IEnumerable<PersistentVolume> Volume(PersistentVolumeDocument document)
    {
        var spec = document.Spec ?? new PersistentVolumeSpecDocument();
        var source = spec switch
        {
            { Csi: { } csi } => csi.Driver ?? "csi",
            { HostPath: not null } => "hostPath",
            { Local: not null } => "local",
            { Nfs: not null } => "nfs",
            { AwsElasticBlockStore: not null } => "awsElasticBlockStore",
            _ => "other",
        };
        var zones = (spec.NodeAffinity?.Required?.NodeSelectorTerms).Present()
            .SelectMany(term => term.MatchExpressions.Present())
            .Where(requirement => ZoneKeys.Contains(requirement.Key))
            .SelectMany(requirement => requirement.Values ?? [])
            .Distinct()
            .ToList();
        yield return new(
            document.Metadata.NameOf(texts), texts.Get(source), texts.Find(spec.HostPath?.Path ?? spec.Local?.Path), texts.Find(spec.StorageClassName),
            texts.Find(spec.ClaimRef?.Namespace), texts.Find(spec.ClaimRef?.Name), texts.Find(document.Status?.Phase), texts.Get(zones));
    }

    internal IEnumerable<PersistentVolumeClaim> Claim(VolumeClaimDocument document) =>
    [
        new(document.Metadata.NamespaceOf(texts), document.Metadata.NameOf(texts), texts.Find(document.Spec?.StorageClassName), texts.Find(document.Spec?.VolumeName),
            texts.Find(document.Status?.Phase), texts.Get(document.Spec?.AccessModes)),
    ];

    internal IEnumerable<string> DriverName(NamedDocument document) => [document.Metadata.NameOf(texts)];
}
