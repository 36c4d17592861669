using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.ECR;

/// <summary>Settings of a client of Amazon ECR.</summary>
public class AmazonECRConfig() : AwsServiceConfig(EcrOperations.Service);
