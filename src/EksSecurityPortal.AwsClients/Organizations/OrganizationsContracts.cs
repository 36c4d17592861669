using System.Text.Json.Serialization;
using Amazon.Organizations.Model;

namespace Amazon.Organizations;

/// <summary>Contracts of the requests and answers of AWS Organizations, generated when this project is built.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(DescribeOrganizationRequest))]
[JsonSerializable(typeof(DescribeOrganizationResponse))]
[JsonSerializable(typeof(ListAccountsRequest))]
[JsonSerializable(typeof(ListAccountsResponse))]
internal sealed partial class OrganizationsContracts : JsonSerializerContext;
