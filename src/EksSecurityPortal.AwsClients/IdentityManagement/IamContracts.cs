using Amazon.IdentityManagement.Model;
using System.Text.Json.Serialization;

namespace Amazon.IdentityManagement;

/// <summary>Contracts of the requests and answers of AWS IAM, generated when this project is built.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(GetAccountAuthorizationDetailsRequest))]
[JsonSerializable(typeof(GetAccountAuthorizationDetailsResponse))]
[JsonSerializable(typeof(ListOpenIDConnectProvidersRequest))]
[JsonSerializable(typeof(ListOpenIDConnectProvidersResponse))]
[JsonSerializable(typeof(GetOpenIDConnectProviderRequest))]
[JsonSerializable(typeof(GetOpenIDConnectProviderResponse))]
[JsonSerializable(typeof(GetRoleRequest))]
[JsonSerializable(typeof(GetRoleResponse))]
[JsonSerializable(typeof(GetPolicyVersionRequest))]
[JsonSerializable(typeof(GetPolicyVersionResponse))]
[JsonSerializable(typeof(GenerateServiceLastAccessedDetailsRequest))]
[JsonSerializable(typeof(GenerateServiceLastAccessedDetailsResponse))]
[JsonSerializable(typeof(GetServiceLastAccessedDetailsRequest))]
[JsonSerializable(typeof(GetServiceLastAccessedDetailsResponse))]
[JsonSerializable(typeof(GetAccountSummaryRequest))]
[JsonSerializable(typeof(GetAccountSummaryResponse))]
internal sealed partial class IamContracts : JsonSerializerContext;
