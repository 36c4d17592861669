namespace Amazon.EKS.Model;

/// <summary>Whether access entries, the aws-auth ConfigMap or both decide who may enter.</summary>
public class AccessConfigResponse
{
    public bool? BootstrapClusterCreatorAdminPermissions { get; set; }
    public AuthenticationMode? AuthenticationMode { get; set; }
}

/// <summary>Control-plane log types that go to CloudWatch. A type that no enabled set-up names is off.</summary>
public class Logging
{
    public List<LogSetup>? ClusterLogging { get; set; }
}

/// <summary>Log types that are all on or all off; values of LogType.</summary>
public class LogSetup
{
    public List<string>? Types { get; set; }
    public bool? Enabled { get; set; }
}

/// <summary>Envelope encryption of Kubernetes resources ("secrets") with a KMS key of the customer's.</summary>
public class EncryptionConfig
{
    public List<string>? Resources { get; set; }
    public Provider? Provider { get; set; }
}

/// <summary>The KMS key of an envelope encryption.</summary>
public class Provider
{
    public string? KeyArn { get; set; }
}

/// <summary>The cluster as an identity provider for its service accounts (IRSA).</summary>
public class Identity
{
    public OIDC? Oidc { get; set; }
}

/// <summary>Issuer URL of the cluster's service-account tokens.</summary>
public class OIDC
{
    public string? Issuer { get; set; }
}

/// <summary>The cluster's certificate authority: base64 of PEM, which may hold several certificates during a rotation.</summary>
public class Certificate
{
    public string? Data { get; set; }
    public ActiveCertificateAuthority? Active { get; set; }
}

/// <summary>The certificate authority that signs now, and who switched to it.</summary>
public class ActiveCertificateAuthority
{
    public string? Id { get; set; }
    public CertificateAuthorityActivatedBy? ActivatedBy { get; set; }
}
