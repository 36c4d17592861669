using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.AutoScaling;

/// <summary>Settings of a client of Amazon EC2 Auto Scaling.</summary>
public class AmazonAutoScalingConfig() : AwsServiceConfig(AutoScalingOperations.Service);
