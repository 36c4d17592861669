using Amazon.IdentityManagement.Model;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using EksSecurityPortal.AwsClients.Protocols;
using System.Text.Json;

namespace Amazon.IdentityManagement;

/// <summary>AWS IAM as the runtime sees it: where it lives, its exceptions, and every operation that can be called.</summary>
internal static class IamOperations
{
    public static readonly AwsService Service = new(
        "IAM",
        "iam",
        "2010-05-08",
        Host,
        (m, i, t, c, r, s) => new AmazonIdentityManagementServiceException(m, i, t, c, r, s),
        new Dictionary<string, ErrorFactory>(StringComparer.Ordinal)
        {
            ["InvalidInput"] = (m, i, t, c, r, s) => new InvalidInputException(m, i, t, c, r, s),
            ["NoSuchEntity"] = (m, i, t, c, r, s) => new NoSuchEntityException(m, i, t, c, r, s),
            ["ServiceFailure"] = (m, i, t, c, r, s) => new ServiceFailureException(m, i, t, c, r, s),
        });

    private static readonly JsonSerializerOptions Contracts = AwsJson.Options(IamContracts.Default);

    public static readonly AwsOperation GetAccountAuthorizationDetails =
        new QueryOperation<GetAccountAuthorizationDetailsRequest, GetAccountAuthorizationDetailsResponse>(
            Service, nameof(GetAccountAuthorizationDetails), Contracts);

    public static readonly AwsOperation ListOpenIDConnectProviders =
        new QueryOperation<ListOpenIDConnectProvidersRequest, ListOpenIDConnectProvidersResponse>(
            Service, nameof(ListOpenIDConnectProviders), Contracts);

    public static readonly AwsOperation GetOpenIDConnectProvider =
        new QueryOperation<GetOpenIDConnectProviderRequest, GetOpenIDConnectProviderResponse>(
            Service, nameof(GetOpenIDConnectProvider), Contracts);

    public static readonly AwsOperation GetRole =
        new QueryOperation<GetRoleRequest, GetRoleResponse>(
            Service, nameof(GetRole), Contracts);

    public static readonly AwsOperation GetPolicyVersion =
        new QueryOperation<GetPolicyVersionRequest, GetPolicyVersionResponse>(
            Service, nameof(GetPolicyVersion), Contracts);

    public static readonly AwsOperation GenerateServiceLastAccessedDetails =
        new QueryOperation<GenerateServiceLastAccessedDetailsRequest, GenerateServiceLastAccessedDetailsResponse>(
            Service, nameof(GenerateServiceLastAccessedDetails), Contracts);

    public static readonly AwsOperation GetServiceLastAccessedDetails =
        new QueryOperation<GetServiceLastAccessedDetailsRequest, GetServiceLastAccessedDetailsResponse>(
            Service, nameof(GetServiceLastAccessedDetails), Contracts);

    public static readonly AwsOperation GetAccountSummary =
        new QueryOperation<GetAccountSummaryRequest, GetAccountSummaryResponse>(
            Service, nameof(GetAccountSummary), Contracts);

    /// <summary>One address for a whole partition, signed for the partition's home region.</summary>
    private static ServiceHost Host(Partition partition, string region, bool useFips, bool useDualStack)
    {
        var name = useFips ? "iam-fips" : "iam";
        var home = partition.implicitGlobalRegion;
        return (partition.name, useDualStack) switch
        {
            (HostRules.Commercial, true) => new ServiceHost($"{name}.global.api.aws", "us-east-1"),
            (HostRules.Commercial, false) => new ServiceHost($"{name}.amazonaws.com", "us-east-1"),
            (HostRules.China, true) when !useFips => new ServiceHost("iam.global.api.amazonwebservices.com.cn", "cn-north-1"),
            (HostRules.China, false) when !useFips => new ServiceHost("iam.cn-north-1.amazonaws.com.cn", "cn-north-1"),
            (HostRules.GovCloud, true) => new ServiceHost("iam.us-gov.api.aws", "us-gov-west-1"),
            (HostRules.GovCloud, false) => new ServiceHost("iam.us-gov.amazonaws.com", "us-gov-west-1"),
            (_, false) when !useFips || partition.name.StartsWith("aws-iso", StringComparison.Ordinal) =>
                new ServiceHost($"{name}.{home}.{partition.dnsSuffix}", home),
            _ => new ServiceHost($"{name}.{HostRules.Suffix(partition, useDualStack)}", home),
        };
    }
}
