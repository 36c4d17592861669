using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Checks.Identity;

/// <summary>Fails when the cluster's authentication mode lets the aws-auth ConfigMap map IAM principals (CONFIG_MAP or API_AND_CONFIG_MAP).</summary>
public sealed class AwsAuthConfigMapInUse : ControlPlaneCheck
{
    public override string Id => "IAM-029";

    public override string Title => "The cluster still takes access from the aws-auth ConfigMap";

    public override CheckArea Area => CheckArea.Identity;

    public override Severity Severity => Severity.Medium;

    public override string Risk =>
        "Whoever may edit one ConfigMap in kube-system can make any IAM principal cluster-admin, outside IAM's logging and guardrails. One malformed line breaks "
        + "the access of everybody, nodes included. With CONFIG_MAP the creator of the cluster is a hidden administrator that no list shows.";

    public override Remediation Remediation => new(
        "Give every principal of aws-auth an access entry, then set the mode to API. Each step is one-way; test that nodes and people still get in between the two.",
        "aws eks update-cluster-config --region {region} --name {cluster} --access-config authenticationMode=API_AND_CONFIG_MAP\n"
        + "aws eks create-access-entry --region {region} --cluster-name {cluster} --principal-arn <principal-arn>\n"
        + "# when aws-auth holds nothing that has no entry\naws eks update-cluster-config --region {region} --name {cluster} --access-config authenticationMode=API");

    public override IReadOnlyList<string> References =>
    [
        "https://docs.aws.amazon.com/eks/latest/userguide/migrating-access-entries.html",
        "https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html",
    ];

    public override IReadOnlyList<string> Mappings => ["CIS-EKS-1.8.0:4.1.7", "CIS-EKS-1.8.0:5.5.1"];

    protected override CheckOutcome Judge(ControlPlane cluster, ResourceRef resource, ClusterSnapshot snapshot)
    {
        var mode = new Evidence("cluster.accessConfig.authenticationMode", EvidenceValue.Of(cluster.AuthenticationMode));
        var creator = new Evidence("cluster.accessConfig.bootstrapClusterCreatorAdminPermissions", EvidenceValue.Of(cluster.BootstrapClusterCreatorAdminPermissions));
        return cluster.AuthenticationMode switch
        {
            "API" => Pass(resource, "Access comes from access entries only.", mode),
            "CONFIG_MAP" => Fail(resource, "Access comes from the aws-auth ConfigMap only; access entries have no effect.", mode, creator),
            "API_AND_CONFIG_MAP" => Fail(resource, "The aws-auth ConfigMap still gives access beside access entries.", mode, creator),
            null => Unknown(resource, "The API did not say the authentication mode.", mode),
            var other => Unknown(resource, $"The authentication mode {other} is not known to the portal.", mode),
        };
    }
}
