using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Services.Tests.Posture;

/// <summary>A check of the tests' own: a namespace whose name begins with "bad" fails.</summary>
internal sealed class BadNamespaceCheck : Check
{
    internal const string CheckId = "TST-001";

    public override string Id => CheckId;

    public override string Title => "A namespace is bad";

    public override CheckArea Area => CheckArea.Networking;

    public override Severity Severity => Severity.High;

    public override string Risk => "None; it is a test.";

    public override Remediation Remediation => new("Rename it.", "kubectl delete namespace {resource}");

    public override IReadOnlyList<string> References => ["https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/"];

    public override IReadOnlyList<SnapshotPart> Requires => [SnapshotPart.Namespaces];

    protected override IEnumerable<CheckOutcome> Evaluate(ClusterSnapshot snapshot) => snapshot.Kubernetes.Namespaces.Value.Select(item => item.Name.StartsWith("bad", StringComparison.Ordinal)
        ? Fail(Resource(item.Name), $"{item.Name} is bad.", new Evidence("name", item.Name))
        : Pass(Resource(item.Name), $"{item.Name} is good."));

    private static ResourceRef Resource(string name) => new("Namespace", name, name, name);
}
