namespace Amazon.EKS.Model;

/// <summary>A controller that AWS runs for a cluster (ACK, Argo CD, kro) with a role of the customer's.</summary>
public class Capability
{
    public string? CapabilityName { get; set; }
    public string? Arn { get; set; }
    public string? ClusterName { get; set; }
    public CapabilityType? Type { get; set; }
    public string? RoleArn { get; set; }
    public CapabilityStatus? Status { get; set; }
    public string? Version { get; set; }
    public CapabilityConfigurationResponse? Configuration { get; set; }
    public Dictionary<string, string>? Tags { get; set; }
    public CapabilityHealth? Health { get; set; }
    public DateTime? CreatedAt { get; set; }
    public DateTime? ModifiedAt { get; set; }
    public CapabilityDeletePropagationPolicy? DeletePropagationPolicy { get; set; }
}

public class CapabilityConfigurationResponse
{
    public ArgoCdConfigResponse? ArgoCd { get; set; }
    public AckConfigResponse? Ack { get; set; }
}

public class ArgoCdConfigResponse
{
    public string? Namespace { get; set; }
    public ArgoCdAwsIdcConfigResponse? AwsIdc { get; set; }
    public List<ArgoCdRoleMapping>? RbacRoleMappings { get; set; }
    public ArgoCdNetworkAccessConfigResponse? NetworkAccess { get; set; }
    public string? ServerUrl { get; set; }
    public string? EndpointPrefix { get; set; }
}

public class ArgoCdAwsIdcConfigResponse
{
    public string? IdcInstanceArn { get; set; }
    public string? IdcRegion { get; set; }
    public string? IdcManagedApplicationArn { get; set; }
}

/// <summary>Who has a role in Argo CD.</summary>
public class ArgoCdRoleMapping
{
    public ArgoCdRole? Role { get; set; }
    public List<SsoIdentity>? Identities { get; set; }
}

public class SsoIdentity
{
    public string? Id { get; set; }
    public SsoIdentityType? Type { get; set; }
}

public class ArgoCdNetworkAccessConfigResponse
{
    public List<string>? VpceIds { get; set; }
}

public class AckConfigResponse
{
    public bool? EnableCrossNamespace { get; set; }
    public List<string>? DisabledServices { get; set; }
}

public class CapabilityHealth
{
    public List<CapabilityIssue>? Issues { get; set; }
}

public class CapabilityIssue
{
    public CapabilityIssueCode? Code { get; set; }
    public string? Message { get; set; }
}

/// <summary>A managed capability without its configuration.</summary>
public class CapabilitySummary
{
    public string? CapabilityName { get; set; }
    public string? Arn { get; set; }
    public CapabilityType? Type { get; set; }
    public CapabilityStatus? Status { get; set; }
    public string? Version { get; set; }
    public DateTime? CreatedAt { get; set; }
    public DateTime? ModifiedAt { get; set; }
}
