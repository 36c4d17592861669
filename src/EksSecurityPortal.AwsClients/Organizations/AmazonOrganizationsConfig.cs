using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.Organizations;

/// <summary>Settings of a client of AWS Organizations.</summary>
public class AmazonOrganizationsConfig() : AwsServiceConfig(OrganizationsOperations.Service);
