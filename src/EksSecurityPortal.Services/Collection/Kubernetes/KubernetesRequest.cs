using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Services.Collection.Kubernetes;

/// <summary>One kind of request to the Kubernetes API: a verb on a resource, as RBAC grants it.</summary>
/// <param name="Verb">list or get; create for the self-review only, which stores nothing.</param>
/// <param name="Group">API group; empty for the core group.</param>
/// <param name="Version">The version asked for; for custom kinds only a fallback, the version in use comes from their definition.</param>
/// <param name="Resource">Plural name, or a path for an address that is no resource (<c>/version</c>).</param>
/// <param name="Kind">Kind of one object; a list answers with this and "List".</param>
/// <param name="Part">What it is read for.</param>
/// <param name="Purpose">What the portal shows with it; one short sentence.</param>
public sealed record KubernetesRequest(string Verb, string Group, string Version, string Resource, string Kind, SnapshotPart Part, string Purpose)
{
    /// <summary>Namespace of a named object; null for all namespaces and cluster-wide kinds.</summary>
    public string? Namespace { get; init; }

    /// <summary>The one object that is read; null for lists.</summary>
    public string? Name { get; init; }

    /// <summary>A kind that a CustomResourceDefinition brings: where it is not installed, there are none.</summary>
    public bool IsCustom { get; init; }

    /// <summary>Kubernetes grants it to every authenticated identity, so the reader role does not list it.</summary>
    public bool IsGrantedToEveryone { get; init; }

    /// <summary><c>k8s:list deployments.apps</c>; names the call in gaps and permission tests.</summary>
    public string Operation => Resource.StartsWith('/') ? $"k8s:{Verb} {Resource}"
        : $"k8s:{Verb} {Resource}{(Group.Length > 0 ? "." + Group : "")}{(Name is null ? "" : $"/{Namespace}/{Name}")}";

    /// <summary>The RBAC rule that allows it, as a line of a ClusterRole (or of a Role in <see cref="Namespace"/>).</summary>
    public string Rule => $"{{apiGroups: [\"{Group}\"], resources: [\"{Resource}\"]{(Name is null ? "" : $", resourceNames: [\"{Name}\"]")}, verbs: [\"{Verb}\"]}}"
        + (Namespace is null ? "" : $" in namespace {Namespace}");

    /// <summary>Path of the list or object.</summary>
    public string Path => Resource.StartsWith('/') ? Resource
        : (Group.Length == 0 ? $"/api/{Version}" : $"/apis/{Group}/{Version}")
            + (Namespace is null ? "" : $"/namespaces/{Namespace}") + "/" + Resource + (Name is null ? "" : "/" + Name);
}

/// <summary>One rule of the role that the portal needs in a cluster.</summary>
/// <param name="Namespace">Where a Role holds it; null for the ClusterRole.</param>
/// <param name="Names">resourceNames; empty for all objects.</param>
public sealed record ReaderRule(string? Namespace, string Group, IReadOnlyList<string> Resources, IReadOnlyList<string> Names, string Verb);
