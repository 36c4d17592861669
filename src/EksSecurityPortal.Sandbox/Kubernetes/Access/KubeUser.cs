namespace EksSecurityPortal.Sandbox.Kubernetes.Access;

/// <summary>Who a request comes from, in Kubernetes' terms.</summary>
/// <param name="PrincipalArn">The IAM principal behind it; access policies are given to it rather than to the user.</param>
internal sealed record KubeUser(string Name, IReadOnlyList<string> Groups, string PrincipalArn);
