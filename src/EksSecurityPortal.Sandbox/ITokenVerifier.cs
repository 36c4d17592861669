namespace EksSecurityPortal.Sandbox;

/// <summary>The principal behind an EKS bearer token, or why it is refused. Exactly one member is set.</summary>
/// <param name="PrincipalArn">The canonical ARN: a user's or a role's (an assumed-role session is told by its role).</param>
/// <param name="SessionArn">The ARN that STS answers, e.g. <c>arn:aws:sts::…:assumed-role/Reader/session</c>.</param>
public sealed record TokenIdentity(string? PrincipalArn, string? SessionArn, string? Refusal);

/// <summary>Verifies the bearer tokens of EKS, which are presigned STS GetCallerIdentity requests.</summary>
public interface ITokenVerifier
{
    /// <summary>
    /// Checks a token (<c>k8s-aws-v1.…</c>) for a cluster: shape, parameters, STS host of a region of the partition, the signed x-k8s-aws-id header,
    /// signature, session and age (15 minutes). Never throws; a refusal has its reason.
    /// </summary>
    TokenIdentity Verify(string token, string clusterName);
}
