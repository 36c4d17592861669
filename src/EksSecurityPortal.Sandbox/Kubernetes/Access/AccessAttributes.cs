namespace EksSecurityPortal.Sandbox.Kubernetes.Access;

/// <summary>What a request wants to do. Resource holds a subresource as "pods/exec"; Namespace is null at the cluster scope.</summary>
internal sealed record AccessAttributes(string Verb, string Group, string Resource, string? Namespace, string? Name);
