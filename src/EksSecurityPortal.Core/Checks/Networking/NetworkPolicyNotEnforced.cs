using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Networking;

namespace EksSecurityPortal.Core.Checks.Networking;

/// <summary>
/// Fails per pool on whose nodes no engine enforces network policies: for EC2 Linux the VPC CNI's agent, Calico or Cilium, ready on every node; for Auto
/// Mode the NodeClass's setting with the policy controller; for hybrid nodes a third-party engine.
/// </summary>
public sealed class NetworkPolicyNotEnforced : NodePoolCheck
{
    public override string Id => "NET-016";

    public override string Title => "Network policies are not enforced on the nodes";

    public override CheckArea Area => CheckArea.Networking;

    public override Severity Severity => Severity.High;

    public override string Risk =>
        "NetworkPolicy objects are accepted by the API server whether anything enforces them or not. Without an engine on the node they are decoration: every pod reaches every other, "
        + "and whoever wrote the policies believes otherwise.";

    public override Remediation Remediation => new(
        "Turn on the VPC CNI's network policy support, or run one other engine on every node.",
        "aws eks update-addon --region {region} --cluster-name {cluster} --addon-name vpc-cni --resolve-conflicts PRESERVE \\\n  --configuration-values '{\"enableNetworkPolicy\":\"true\"}'",
        "# Auto Mode\napiVersion: eks.amazonaws.com/v1\nkind: NodeClass\nmetadata:\n  name: <node-class>\nspec:\n  networkPolicy: DefaultAllow\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n"
        + "  name: amazon-vpc-cni\n  namespace: kube-system\ndata:\n  enable-network-policy-controller: \"true\"\n");

    public override IReadOnlyList<string> References =>
    [
        "https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy-configure.html",
        "https://docs.aws.amazon.com/eks/latest/userguide/auto-net-pol.html",
        "https://docs.aws.amazon.com/eks/latest/best-practices/network-security.html",
    ];

    public override IReadOnlyList<SnapshotPart> Requires => [];

    public override IReadOnlyList<SnapshotPart> Consults =>
        [SnapshotPart.CniConfig, SnapshotPart.Addons, SnapshotPart.NodeGroups, SnapshotPart.Instances, SnapshotPart.Nodes, SnapshotPart.NodeProvisioning];

    public override IReadOnlyList<string> Mappings => ["CIS-EKS-1.8.0:4.3.1", "CIS-EKS-1.8.0:5.4.4"];

    private protected override Func<NodePool, ResourceRef, CheckOutcome> Prepare(ClusterSnapshot snapshot)
    {
        var linux = PolicyEngine.OnLinuxNodes(snapshot);
        var thirdParty = PolicyEngine.OfThirdParty(snapshot);
        var controller = snapshot.Kubernetes.CniConfig.Facts is { } config ? config.VpcCniConfigMap?.GetValueOrDefault("enable-network-policy-controller") ?? "" : null;
        return (pool, resource) => pool.Kind switch
        {
            NodePoolKind.Fargate => NotApplicable(resource, "No engine enforces network policies for Fargate pods: policies that select them have no effect. Use security groups for pods."),
            NodePoolKind.AutoMode => AutoMode(pool, resource, controller),
            NodePoolKind.Hybrid => Say(resource, thirdParty),
            _ when pool.IsWindows => NotApplicable(resource, "The VPC CNI enforces network policies on Linux only: policies that select pods on Windows nodes have no effect."),
            _ => Say(resource, linux),
        };
    }

    private CheckOutcome Say(ResourceRef resource, EnforcementVerdict verdict) => verdict.State switch
    {
        Enforcement.On => Pass(resource, verdict.Summary, verdict.Evidence),
        Enforcement.Unknown => Unknown(resource, verdict.Summary, verdict.Evidence),
        _ => Fail(resource, verdict.Summary, verdict.Evidence),
    };

    private CheckOutcome AutoMode(NodePool pool, ResourceRef resource, string? controller)
    {
        if (pool.NodeClass is not { } nodeClass)
        {
            return Unknown(resource, "The pool's NodeClass was not read.");
        }

        var setting = SpecReader.Find(nodeClass.SpecJson, "networkPolicy") is { ValueKind: System.Text.Json.JsonValueKind.String } value ? value.GetString() : null;
        Evidence[] evidence =
        [
            new($"NodeClass {nodeClass.Name}: spec.networkPolicy", EvidenceValue.Of(setting)),
            new("ConfigMap kube-system/amazon-vpc-cni: enable-network-policy-controller", controller is null ? "not read" : EvidenceValue.Of(controller)),
        ];
        return nodeClass.SpecJson is null ? Unknown(resource, "The NodeClass's spec was not kept.", evidence)
            : setting == "DefaultDeny" && controller == "true" ? Pass(resource, "Auto Mode enforces policies, and denies until one allows.", evidence)
            : setting is "DefaultAllow" or null && controller == "true" ? Pass(resource, "Auto Mode enforces policies.", evidence)
            : setting is not ("DefaultAllow" or "DefaultDeny" or null) ? Unknown(resource, $"The setting {setting} is not known to the portal.", evidence)
            : controller is null ? Unknown(resource, "Whether the policy controller is on was not read.", evidence)
            : Fail(resource, "The policy controller is off: Auto Mode enforces no policies.", evidence);
    }
}
