using Amazon.Runtime;

namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>Base of the requests to Elastic Load Balancing v2.</summary>
public class AmazonElasticLoadBalancingV2Request : AmazonWebServiceRequest;
