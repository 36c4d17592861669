using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Networking;

namespace EksSecurityPortal.Core.Checks.Architecture;

/// <summary>Fails when the public endpoint is on and its allowed CIDRs together cover more public addresses than an IPv4 /8 or an IPv6 /16, as any /0 does.</summary>
public sealed class PublicEndpointOpenToInternet : ControlPlaneCheck
{
    public override string Id => "ARC-008";

    public override string Title => "The Kubernetes API endpoint answers the whole internet";

    public override CheckArea Area => CheckArea.Architecture;

    public override Severity Severity => Severity.Critical;

    public override string Risk =>
        "Anybody can try stolen tokens, guess at misconfigured anonymous access, or use a new flaw of the API server from anywhere. "
        + "Authentication is then the only thing between the internet and the cluster's control.";

    public override Remediation Remediation => new(
        "Turn the public endpoint off, or limit it to the addresses that need it. Turn the private endpoint on first, so that nodes keep their way to the API.",
        "aws eks update-cluster-config --region {region} --name {cluster} \\\n  --resources-vpc-config endpointPrivateAccess=true,endpointPublicAccess=true,publicAccessCidrs=<your-egress-cidr>\n"
        + "# or no public endpoint at all\naws eks update-cluster-config --region {region} --name {cluster} --resources-vpc-config endpointPrivateAccess=true,endpointPublicAccess=false");

    public override IReadOnlyList<string> References =>
    [
        "https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html",
        "https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html",
    ];

    public override IReadOnlyList<string> Mappings => ["CIS-EKS-1.8.0:5.4.1", "FSBP:EKS.1"];

    protected override CheckOutcome Judge(ControlPlane cluster, ResourceRef resource, ClusterSnapshot snapshot)
    {
        var isPublic = new Evidence("cluster.resourcesVpcConfig.endpointPublicAccess", EvidenceValue.Of(cluster.EndpointPublicAccess));
        if (cluster.EndpointPublicAccess is not { } hasPublicEndpoint)
        {
            return Unknown(resource, "The API did not say whether the public endpoint is on.", isPublic);
        }

        if (!hasPublicEndpoint)
        {
            return Pass(resource, "The public endpoint is off.", isPublic);
        }

        var cidrs = new Evidence("cluster.resourcesVpcConfig.publicAccessCidrs", OutcomeText.List(cluster.PublicAccessCidrs));
        var parsed = cluster.PublicAccessCidrs.Select(text => (Text: text, Block: Cidr.Parse(text))).ToList();
        var unread = parsed.Where(item => item.Block is null).Select(item => item.Text).ToList();
        return InternetBreadth.CoversInternet(parsed.Select(item => item.Block).OfType<Cidr>())
            ? Fail(resource, $"The public endpoint is on and open to {OutcomeText.List(cluster.PublicAccessCidrs)}.", isPublic, cidrs)
            : parsed.Count == 0 ? Unknown(resource, "The public endpoint is on, and the API did not say for which CIDRs.", isPublic, cidrs)
            : unread.Count > 0 ? Unknown(resource, $"These are no CIDRs: {OutcomeText.List(unread)}.", isPublic, cidrs)
            : Pass(resource, $"The public endpoint is on for {OutcomeText.Count(parsed.Count, "limited CIDR")}.", isPublic, cidrs);
    }
}
