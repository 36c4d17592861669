using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.IdentityManagement;

/// <summary>Settings of a client of AWS IAM.</summary>
public class AmazonIdentityManagementServiceConfig() : AwsServiceConfig(IamOperations.Service);
