using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.EKS;

/// <summary>Settings of a client of Amazon EKS.</summary>
public class AmazonEKSConfig() : AwsServiceConfig(EksOperations.Service);
