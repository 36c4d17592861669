using Amazon.Runtime;

namespace Amazon.AutoScaling.Model;

/// <summary>Base of the requests to Amazon EC2 Auto Scaling.</summary>
public class AmazonAutoScalingRequest : AmazonWebServiceRequest;
