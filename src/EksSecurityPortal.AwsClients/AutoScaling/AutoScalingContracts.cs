using System.Text.Json.Serialization;
using Amazon.AutoScaling.Model;

namespace Amazon.AutoScaling;

/// <summary>Contracts of the requests and answers of Amazon EC2 Auto Scaling, generated when this project is built.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(DescribeAutoScalingGroupsRequest))]
[JsonSerializable(typeof(DescribeAutoScalingGroupsResponse))]
[JsonSerializable(typeof(DescribeInstanceRefreshesRequest))]
[JsonSerializable(typeof(DescribeInstanceRefreshesResponse))]
internal sealed partial class AutoScalingContracts : JsonSerializerContext;
