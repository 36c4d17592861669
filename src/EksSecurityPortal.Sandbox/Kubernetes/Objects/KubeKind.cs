namespace EksSecurityPortal.Sandbox.Kubernetes.Objects;

/// <summary>A kind of object and the resource it is served as. Group is empty for the core group.</summary>
/// <param name="IsCustom">Comes from a CustomResourceDefinition, which the API server encodes differently.</param>
internal sealed record KubeKind(string Group, string Version, string Kind, string Plural, bool IsNamespaced, bool IsCustom = false)
{
    public string ApiVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";

    public string ListKind => Kind + "List";
}
