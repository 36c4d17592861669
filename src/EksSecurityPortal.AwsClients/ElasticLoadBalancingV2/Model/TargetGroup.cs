namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>Where a load balancer sends requests to, and how it checks their health.</summary>
public class TargetGroup
{
    public string? TargetGroupArn { get; set; }
    public string? TargetGroupName { get; set; }
    public ProtocolEnum? Protocol { get; set; }
    public int? Port { get; set; }
    public string? VpcId { get; set; }
    public ProtocolEnum? HealthCheckProtocol { get; set; }
    public string? HealthCheckPort { get; set; }
    public bool? HealthCheckEnabled { get; set; }
    public int? HealthCheckIntervalSeconds { get; set; }
    public int? HealthCheckTimeoutSeconds { get; set; }
    public int? HealthyThresholdCount { get; set; }
    public int? UnhealthyThresholdCount { get; set; }
    public string? HealthCheckPath { get; set; }
    public Matcher? Matcher { get; set; }
    public List<string>? LoadBalancerArns { get; set; }
    public TargetTypeEnum? TargetType { get; set; }
    public string? ProtocolVersion { get; set; }
    public TargetGroupIpAddressTypeEnum? IpAddressType { get; set; }
    public int? TargetControlPort { get; set; }
}

/// <summary>Answers of a health check that count as healthy.</summary>
public class Matcher
{
    public string? HttpCode { get; set; }
    public string? GrpcCode { get; set; }
}
