namespace Amazon.EKS.Model;

/// <summary>A cluster as EKS knows it. Certificate data and the endpoint are absent while it is being created.</summary>
public class Cluster
{
    public string? Name { get; set; }
    public string? Arn { get; set; }
    public DateTime? CreatedAt { get; set; }
    public string? Version { get; set; }
    public string? Endpoint { get; set; }
    public string? RoleArn { get; set; }
    public VpcConfigResponse? ResourcesVpcConfig { get; set; }
    public KubernetesNetworkConfigResponse? KubernetesNetworkConfig { get; set; }
    public Logging? Logging { get; set; }
    public Identity? Identity { get; set; }
    public ClusterStatus? Status { get; set; }
    public Certificate? CertificateAuthority { get; set; }
    public string? ClientRequestToken { get; set; }
    public string? PlatformVersion { get; set; }
    public Dictionary<string, string>? Tags { get; set; }
    public List<EncryptionConfig>? EncryptionConfig { get; set; }
    public ConnectorConfigResponse? ConnectorConfig { get; set; }
    public string? Id { get; set; }
    public ClusterHealth? Health { get; set; }
    public OutpostConfigResponse? OutpostConfig { get; set; }
    public AccessConfigResponse? AccessConfig { get; set; }
    public UpgradePolicyResponse? UpgradePolicy { get; set; }
    public ZonalShiftConfigResponse? ZonalShiftConfig { get; set; }
    public RemoteNetworkConfigResponse? RemoteNetworkConfig { get; set; }
    public ComputeConfigResponse? ComputeConfig { get; set; }
    public StorageConfigResponse? StorageConfig { get; set; }
    public bool? DeletionProtection { get; set; }
    public ControlPlaneScalingConfig? ControlPlaneScalingConfig { get; set; }
    public KubeApiServerConfigResponse? KubeApiServerConfig { get; set; }
    public KubeSchedulerConfigResponse? KubeSchedulerConfig { get; set; }
    public KubeControllerManagerConfigResponse? KubeControllerManagerConfig { get; set; }
}
