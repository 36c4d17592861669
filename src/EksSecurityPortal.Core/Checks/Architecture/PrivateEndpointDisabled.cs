using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Checks.Architecture;

/// <summary>Fails when the private endpoint is off: nodes and pods reach the API server over public addresses.</summary>
public sealed class PrivateEndpointDisabled : ControlPlaneCheck
{
    public override string Id => "ARC-010";

    public override string Title => "The private Kubernetes API endpoint is off";

    public override CheckArea Area => CheckArea.Architecture;

    public override Severity Severity => Severity.High;

    public override string Risk =>
        "Nodes and pods leave the VPC to talk to the API server: they need a way to the internet, and the public endpoint must admit their addresses. "
        + "Whoever closes the public endpoint then cuts off the nodes, which keeps it open.";

    public override Remediation Remediation => new(
        "Turn the private endpoint on. The VPC needs DNS host names and DNS support, and the cluster security group must admit port 443 from where clients stand.",
        "aws eks update-cluster-config --region {region} --name {cluster} --resources-vpc-config endpointPrivateAccess=true");

    public override IReadOnlyList<string> References => ["https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html"];

    public override IReadOnlyList<string> Mappings => ["CIS-EKS-1.8.0:5.4.1", "CIS-EKS-1.8.0:5.4.2"];

    protected override CheckOutcome Judge(ControlPlane cluster, ResourceRef resource, ClusterSnapshot snapshot)
    {
        Evidence[] evidence =
        [
            new("cluster.resourcesVpcConfig.endpointPrivateAccess", EvidenceValue.Of(cluster.EndpointPrivateAccess)),
            new("cluster.resourcesVpcConfig.endpointPublicAccess", EvidenceValue.Of(cluster.EndpointPublicAccess)),
        ];
        return cluster.EndpointPrivateAccess switch
        {
            true => Pass(resource, "The private endpoint is on.", evidence),
            false => Fail(resource, "The private endpoint is off.", evidence),
            null => Unknown(resource, "The API did not say whether the private endpoint is on.", evidence),
        };
    }
}
