using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Kubernetes.Documents;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Parts;

/// <summary>Facts of nodes, namespaces, ServiceAccounts and definitions.</summary>
internal sealed class ClusterReadings(StringPool texts)
{
    private const string HealthyWhenTrue = "Ready";

    internal IEnumerable<Node> Node(NodeDocument document)
    {
        var conditions = document.Status?.Conditions.Present().ToList() ?? [];
        var system = document.Status?.NodeInfo;
        yield return new Node
        {
            Name = document.Metadata.NameOf(texts),
            ProviderId = texts.Find(document.Spec?.ProviderId),
            KubeletVersion = texts.Find(system?.KubeletVersion),
            OsImage = texts.Find(system?.OsImage),
            KernelVersion = texts.Find(system?.KernelVersion),
            ContainerRuntimeVersion = texts.Find(system?.ContainerRuntimeVersion),
            OperatingSystem = texts.Find(system?.OperatingSystem),
            Architecture = texts.Find(system?.Architecture),
            CreatedAt = document.Metadata?.CreationTimestamp,
            IsUnschedulable = document.Spec?.Unschedulable == true,
            IsReady = conditions.Find(condition => condition.Type == HealthyWhenTrue) is { } ready ? ready.Status == "True" : null,
            ProblemConditions = [.. conditions.Where(condition => condition.Type != HealthyWhenTrue && condition.Status == "True" && IsProblem(condition.Type)).Select(condition => texts.Get(condition.Type ?? ""))],
            InternalIps = Addresses(document, "InternalIP"),
            ExternalIps = Addresses(document, "ExternalIP"),
            Taints = [.. (document.Spec?.Taints).Present().Select(taint => new NodeTaint(texts.Get(taint.Key ?? ""), texts.Find(taint.Value), texts.Get(taint.Effect ?? "")))],
            Allocatable = texts.Get(document.Status?.Allocatable),
            Labels = document.Metadata.LabelsOf(texts),
            Annotations = document.Metadata.AnnotationsOf(texts),
        };
    }

    internal IEnumerable<KubernetesNamespace> Namespace(NamespaceDocument document) =>
    [
        new(document.Metadata.NameOf(texts), texts.Get(document.Status?.Phase ?? ""), document.Metadata?.CreationTimestamp,
            document.Metadata.LabelsOf(texts), document.Metadata.AnnotationsOf(texts)),
    ];

    internal IEnumerable<ServiceAccount> ServiceAccount(ServiceAccountDocument document) =>
    [
        new(document.Metadata.NamespaceOf(texts), document.Metadata.NameOf(texts), document.AutomountServiceAccountToken, document.Metadata.AnnotationsOf(texts),
            document.ImagePullSecrets.Present().Count(), document.Metadata?.CreationTimestamp),
    ];

    internal IEnumerable<DefinedKind> Definition(DefinitionDocument document)
    {
        var served = (document.Spec?.Versions).Present().Where(version => version.Served == true && version.Name is not null).ToList();
        var fact = new CustomResourceDefinition(
            document.Metadata.NameOf(texts), texts.Get(document.Spec?.Group ?? ""), texts.Get(document.Spec?.Names?.Kind ?? ""), texts.Get(document.Spec?.Scope ?? ""),
            texts.Get(served.Select(version => version.Name).ToList()), document.Metadata?.CreationTimestamp);
        yield return new(fact, (served.Find(version => version.Storage == true) ?? served.FirstOrDefault())?.Name);
    }

    internal Func<CustomDocument, IEnumerable<CustomObject>> Custom(KubernetesRequest request) => document =>
    [
        new(request.Group, request.Kind, texts.Find(document.Metadata?.Namespace), document.Metadata.NameOf(texts), document.Metadata.LabelsOf(texts),
            document.Metadata.AnnotationsOf(texts), document.Metadata?.CreationTimestamp, document.Spec, document.Status),
    ];

    // other controllers add conditions of their own that are good news when true
    private static bool IsProblem(string? condition) =>
        condition is not null && (condition.EndsWith("Pressure", StringComparison.Ordinal) || condition.EndsWith("Unavailable", StringComparison.Ordinal)
            || condition.EndsWith("Problem", StringComparison.Ordinal) || condition.EndsWith("Deadlock", StringComparison.Ordinal) || condition.EndsWith("ReadonlyFilesystem", StringComparison.Ordinal));

    private IReadOnlyList<string> Addresses(NodeDocument document, string type) =>
        [.. (document.Status?.Addresses).Present().Where(address => address.Type == type && address.Address is not null).Select(address => texts.Get(address.Address!))];
}

/// <param name="Version">The version to ask for: the stored one when it is served, else the first that is; null when none is.</param>
internal sealed record DefinedKind(CustomResourceDefinition Definition, string? Version);
