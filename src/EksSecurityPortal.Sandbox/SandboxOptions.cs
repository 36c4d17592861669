namespace EksSecurityPortal.Sandbox;

/// <summary>How a sandbox listens and behaves.</summary>
/// <param name="AwsPort">Loopback port of the AWS services; 0 chooses a free one.</param>
/// <param name="KubernetesPort">First loopback port of the Kubernetes endpoints, one for each cluster in order; 0 chooses free ones.</param>
/// <param name="Latency">Added to every answer.</param>
/// <param name="Clock">The clock of signatures, sessions and tokens; the system's when null.</param>
public sealed record SandboxOptions(int AwsPort = 0, int KubernetesPort = 0, TimeSpan Latency = default, TimeProvider? Clock = null);

/// <summary>An access key and its secret.</summary>
public sealed record SandboxCredentials(string AccessKeyId, string SecretAccessKey);
