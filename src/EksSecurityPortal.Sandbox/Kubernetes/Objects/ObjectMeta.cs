using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Objects;

internal sealed record Owner(string ApiVersion, string Kind, string Name, string Uid);

/// <summary>The metadata of one object.</summary>
internal sealed record ObjectMeta(string? Namespace, string Name, string Uid, string ResourceVersion, string Created)
{
    public string? GenerateName { get; init; }

    public int? Generation { get; init; }

    public IReadOnlyDictionary<string, string> Labels { get; init; } = Empty.Tags;

    public IReadOnlyDictionary<string, string> Annotations { get; init; } = Empty.Tags;

    public Owner? Owner { get; init; }

    /// <summary>Who wrote the object, as managedFields tells it.</summary>
    public string Manager { get; init; } = "kube-controller-manager";

    /// <summary>Who wrote its status.</summary>
    public string StatusManager { get; init; } = "kube-controller-manager";

    /// <summary>True: made by "kubectl apply", whose annotation holds the whole object once more.</summary>
    public bool IsApplied { get; init; }

    /// <summary>What lists are sorted by, as the keys of etcd: "namespace/name", or the name alone.</summary>
    public string Key => Namespace is null ? Name : $"{Namespace}/{Name}";
}
