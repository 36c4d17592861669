namespace Amazon.EKS.Model;

/// <summary>Problems that EKS sees in a cluster; empty when it sees none.</summary>
public class ClusterHealth
{
    public List<ClusterIssue>? Issues { get; set; }
}

public class ClusterIssue
{
    public ClusterIssueCode? Code { get; set; }
    public string? Message { get; set; }
    public List<string>? ResourceIds { get; set; }
}

/// <summary>What happens at the end of standard support: automatic upgrade, or paid extended support.</summary>
public class UpgradePolicyResponse
{
    public SupportType? SupportType { get; set; }
}

/// <summary>Auto Mode's compute: on or off, its built-in node pools and the role of its nodes.</summary>
public class ComputeConfigResponse
{
    public bool? Enabled { get; set; }
    public List<string>? NodePools { get; set; }
    public string? NodeRoleArn { get; set; }
}

/// <summary>Auto Mode's storage.</summary>
public class StorageConfigResponse
{
    public BlockStorage? BlockStorage { get; set; }
}

public class BlockStorage
{
    public bool? Enabled { get; set; }
}

/// <summary>A cluster outside EKS that is only registered with it.</summary>
public class ConnectorConfigResponse
{
    public string? ActivationId { get; set; }
    public string? ActivationCode { get; set; }
    public DateTime? ActivationExpiry { get; set; }
    public string? Provider { get; set; }
    public string? RoleArn { get; set; }
}
