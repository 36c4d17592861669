using System.Text.Json;
using Amazon.Organizations.Model;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.Organizations;

/// <summary>AWS Organizations as the runtime sees it: where it lives, its exceptions, and every operation that can be called.</summary>
internal static class OrganizationsOperations
{
    private const string TargetPrefix = "AWSOrganizationsV20161128";

    public static readonly AwsService Service = new(
        "Organizations",
        "organizations",
        "2016-11-28",
        Host,
        (m, i, t, c, r, s) => new AmazonOrganizationsException(m, i, t, c, r, s),
        new Dictionary<string, ErrorFactory>(StringComparer.Ordinal)
        {
            ["AWSOrganizationsNotInUseException"] = (m, i, t, c, r, s) => new AWSOrganizationsNotInUseException(m, i, t, c, r, s),
            ["AccessDeniedException"] = (m, i, t, c, r, s) => new AccessDeniedException(m, i, t, c, r, s),
            ["ConcurrentModificationException"] = (m, i, t, c, r, s) => new ConcurrentModificationException(m, i, t, c, r, s),
            ["InvalidInputException"] = (m, i, t, c, r, s) => new InvalidInputException(m, i, t, c, r, s),
            ["ServiceException"] = (m, i, t, c, r, s) => new ServiceException(m, i, t, c, r, s),
            ["TooManyRequestsException"] = (m, i, t, c, r, s) => new TooManyRequestsException(m, i, t, c, r, s),
        });

    private static readonly JsonSerializerOptions Contracts = AwsJson.Options(OrganizationsContracts.Default);

    public static readonly AwsOperation DescribeOrganization =
        new JsonTargetOperation<DescribeOrganizationRequest, DescribeOrganizationResponse>(
            Service, TargetPrefix, nameof(DescribeOrganization), Contracts);

    public static readonly AwsOperation ListAccounts =
        new JsonTargetOperation<ListAccountsRequest, ListAccountsResponse>(
            Service, TargetPrefix, nameof(ListAccounts), Contracts);

    /// <summary>One address for a whole partition, signed for that address's region. Dual-stack addresses are regional.</summary>
    private static ServiceHost Host(Partition partition, string region, bool useFips, bool useDualStack)
    {
        var name = useFips ? "organizations-fips" : "organizations";
        return (partition.name, useDualStack) switch
        {
            (_, true) => new ServiceHost($"{name}.{region}.{partition.dualStackDnsSuffix}"),
            (HostRules.Commercial, _) => new ServiceHost($"{name}.us-east-1.amazonaws.com", "us-east-1"),
            (HostRules.China, _) when !useFips => new ServiceHost("organizations.cn-northwest-1.amazonaws.com.cn", "cn-northwest-1"),
            (HostRules.GovCloud, _) => new ServiceHost("organizations.us-gov-west-1.amazonaws.com", "us-gov-west-1"),
            _ => new ServiceHost($"{name}.{region}.{partition.dnsSuffix}"),
        };
    }
}
