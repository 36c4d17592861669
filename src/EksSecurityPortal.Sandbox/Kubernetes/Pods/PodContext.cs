using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Pods;

/// <summary>Credentials that a webhook mounts into pods; RoleArn is set for web identity and null for Pod Identity.</summary>
internal sealed record CredentialInjection(string Region, string? RoleArn)
{
    public string VolumeName => RoleArn is null ? "eks-pod-identity-token" : "aws-iam-token";

    public string MountPath => RoleArn is null ? "/var/run/secrets/pods.eks.amazonaws.com/serviceaccount" : "/var/run/secrets/eks.amazonaws.com/serviceaccount";

    public string Audience => RoleArn is null ? "pods.eks.amazonaws.com" : "sts.amazonaws.com";

    public string TokenFile => RoleArn is null ? "eks-pod-identity-token" : "token";

    public IReadOnlyList<EnvironmentVariable> Environment => RoleArn is null
        ?
        [
            new("AWS_STS_REGIONAL_ENDPOINTS", "regional"), new("AWS_DEFAULT_REGION", Region), new("AWS_REGION", Region),
            new("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://169.254.170.23/v1/credentials"),
            new("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", $"{MountPath}/{TokenFile}"),
        ]
        :
        [
            new("AWS_STS_REGIONAL_ENDPOINTS", "regional"), new("AWS_DEFAULT_REGION", Region), new("AWS_REGION", Region),
            new("AWS_ROLE_ARN", RoleArn), new("AWS_WEB_IDENTITY_TOKEN_FILE", $"{MountPath}/{TokenFile}"),
        ];
}

/// <summary>What turns a template into a pod. A template inside its owner is written without one.</summary>
/// <param name="MountsToken">False when the pod or its service account opts out of the API token.</param>
internal sealed record PodContext(WorkloadPlan Plan, PodState State, CredentialInjection? Injection, bool MountsToken)
{
    public PodTemplate Template => Plan.Workload.Template;

    public bool IsScheduled => State != PodState.Unschedulable;

    public static string TokenVolume => "kube-api-access-" + HoleMarker.Of(PodHole.TokenSuffix);
}
