using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Checks.Architecture;

/// <summary>Fails when no customer-managed KMS key protects API data: medium from 1.28 (the AWS-owned key does), high before (Secrets are not encrypted by EKS at all).</summary>
public sealed class ApiDataWithoutCustomerKey : ControlPlaneCheck
{
    private static readonly KubernetesMinor EncryptedByDefault = new(1, 28);

    public override string Id => "ARC-012";

    public override string Title => "Kubernetes API data is not encrypted with a customer-managed KMS key";

    public override CheckArea Area => CheckArea.Architecture;

    public override Severity Severity => Severity.Medium;

    public override string Risk =>
        "With AWS's own key nobody on your side can see when the data key is used, rotate it, or take it away. On clusters before 1.28 without a key, Secrets lie in "
        + "etcd with no envelope encryption.";

    public override Remediation Remediation => new(
        "Associate a symmetric KMS key of the same region, and never disable or delete it: the cluster cannot be recovered without it. The association cannot be undone.",
        "aws eks associate-encryption-config --region {region} --cluster-name {cluster} \\\n  --encryption-config '[{\"resources\":[\"secrets\"],\"provider\":{\"keyArn\":\"<kms-key-arn>\"}}]'");

    public override IReadOnlyList<string> References =>
    [
        "https://docs.aws.amazon.com/eks/latest/userguide/envelope-encryption.html",
        "https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html",
    ];

    public override IReadOnlyList<string> Mappings => ["CIS-EKS-1.8.0:5.3.1", "FSBP:EKS.3"];

    protected override CheckOutcome Judge(ControlPlane cluster, ResourceRef resource, ClusterSnapshot snapshot)
    {
        Evidence[] evidence =
        [
            new("cluster.encryptionConfig[].provider.keyArn", OutcomeText.List(cluster.EncryptionKeyArns)),
            new("cluster.version", cluster.Version),
        ];
        if (cluster.EncryptionKeyArns.Count > 0)
        {
            return Pass(resource, "A customer-managed KMS key protects API data.", evidence);
        }

        return KubernetesMinor.Parse(cluster.Version) is not { } version
            ? Unknown(resource, $"Without a customer key, whether data is encrypted depends on the version, and {cluster.Version} cannot be read.", evidence)
            : version >= EncryptedByDefault ? Fail(resource, "API data is encrypted with an AWS-owned key only.", evidence)
            : Fail(Severity.High, resource, $"Secrets are not envelope-encrypted: Kubernetes {version} does so only with a customer key.", evidence);
    }
}
