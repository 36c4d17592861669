namespace Amazon.EKS.Model;

/// <summary>A certificate authority of a cluster.</summary>
public class CertificateAuthority
{
    public string? Id { get; set; }
    public DateTime? CreatedAt { get; set; }
    public CertificateAuthorityCreatedBy? CreatedBy { get; set; }
    public DateTime? ActivatedAt { get; set; }
    public CertificateAuthorityActivatedBy? ActivatedBy { get; set; }
    public CertificateAuthoritySigningStatus? SigningStatus { get; set; }
    public CertificateAuthorityDistributionStatus? DistributionStatus { get; set; }
    public CertificateAuthorityValidity? Validity { get; set; }
    public CertificateAuthorityScheduledEvents? ScheduledEvents { get; set; }
    public bool? RollbackAvailable { get; set; }
    public string? Data { get; set; }
}

public class CertificateAuthorityValidity
{
    public DateTime? NotBefore { get; set; }
    public DateTime? NotAfter { get; set; }
}

/// <summary>When EKS will switch to the authority by itself.</summary>
public class CertificateAuthorityScheduledEvents
{
    public DateTime? FirstAutoActivation { get; set; }
    public DateTime? FinalAutoActivation { get; set; }
}

/// <summary>A certificate authority without its certificate.</summary>
public class CertificateAuthoritySummary
{
    public string? Id { get; set; }
    public DateTime? CreatedAt { get; set; }
    public CertificateAuthorityCreatedBy? CreatedBy { get; set; }
    public DateTime? ActivatedAt { get; set; }
    public CertificateAuthorityActivatedBy? ActivatedBy { get; set; }
    public CertificateAuthoritySigningStatus? SigningStatus { get; set; }
    public CertificateAuthorityDistributionStatus? DistributionStatus { get; set; }
}
