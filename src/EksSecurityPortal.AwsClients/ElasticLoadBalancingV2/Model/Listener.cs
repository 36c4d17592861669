namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>A port of a load balancer, its certificates, its TLS policy and what it does with a request.</summary>
public class Listener
{
    public string? ListenerArn { get; set; }
    public string? LoadBalancerArn { get; set; }
    public int? Port { get; set; }
    public ProtocolEnum? Protocol { get; set; }
    public List<Certificate>? Certificates { get; set; }
    public string? SslPolicy { get; set; }
    public List<Action>? DefaultActions { get; set; }
    public List<string>? AlpnPolicy { get; set; }
    public MutualAuthenticationAttributes? MutualAuthentication { get; set; }
}

/// <summary>A certificate of a listener.</summary>
public class Certificate
{
    public string? CertificateArn { get; set; }
    public bool? IsDefault { get; set; }
}

/// <summary>Whether and how client certificates are checked.</summary>
public class MutualAuthenticationAttributes
{
    public string? Mode { get; set; }
    public string? TrustStoreArn { get; set; }
    public bool? IgnoreClientCertificateExpiry { get; set; }
    public TrustStoreAssociationStatusEnum? TrustStoreAssociationStatus { get; set; }
    public AdvertiseTrustStoreCaNamesEnum? AdvertiseTrustStoreCaNames { get; set; }
}
