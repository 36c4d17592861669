using System.Text.Json.Serialization;
using Amazon.ElasticLoadBalancingV2.Model;

namespace Amazon.ElasticLoadBalancingV2;

/// <summary>Contracts of the requests and answers of Elastic Load Balancing v2, generated when this project is built.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(DescribeLoadBalancersRequest))]
[JsonSerializable(typeof(DescribeLoadBalancersResponse))]
[JsonSerializable(typeof(DescribeListenersRequest))]
[JsonSerializable(typeof(DescribeListenersResponse))]
[JsonSerializable(typeof(DescribeTagsRequest))]
[JsonSerializable(typeof(DescribeTagsResponse))]
[JsonSerializable(typeof(DescribeTargetGroupsRequest))]
[JsonSerializable(typeof(DescribeTargetGroupsResponse))]
internal sealed partial class LoadBalancingContracts : JsonSerializerContext;
