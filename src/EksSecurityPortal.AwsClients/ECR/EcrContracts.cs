using System.Text.Json.Serialization;
using Amazon.ECR.Model;

namespace Amazon.ECR;

/// <summary>Contracts of the requests and answers of Amazon ECR, generated when this project is built.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(DescribeRepositoriesRequest))]
[JsonSerializable(typeof(DescribeRepositoriesResponse))]
[JsonSerializable(typeof(GetRegistryScanningConfigurationRequest))]
[JsonSerializable(typeof(GetRegistryScanningConfigurationResponse))]
internal sealed partial class EcrContracts : JsonSerializerContext;
