using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.ElasticLoadBalancingV2;

/// <summary>Settings of a client of Elastic Load Balancing v2.</summary>
public class AmazonElasticLoadBalancingV2Config() : AwsServiceConfig(LoadBalancingOperations.Service);
