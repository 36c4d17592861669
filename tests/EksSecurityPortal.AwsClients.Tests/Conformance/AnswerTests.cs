using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Xml.Linq;
using Amazon.AutoScaling;
using Amazon.ECR;
using Amazon.EKS;
using Amazon.ElasticLoadBalancingV2;
using Amazon.IdentityManagement;
using Amazon.Organizations;
using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;
using EksSecurityPortal.AwsClients.Tests.Loopback;
using Xunit;

namespace EksSecurityPortal.AwsClients.Tests.Conformance;

/// <summary>Every operation is called over HTTP with every request member set, and every member of its answer arrives.</summary>
public sealed class AnswerTests
{
    [Fact]
    public Task Eks_readsEveryMember() => AssertReadsEveryMemberAsync("eks", EksOperations.Service, EksContracts.Default, aws => aws.Eks());

    [Fact]
    public Task Iam_readsEveryMember() => AssertReadsEveryMemberAsync("iam", IamOperations.Service, IamContracts.Default, aws => aws.Iam());

    [Fact]
    public Task AutoScaling_readsEveryMember() =>
        AssertReadsEveryMemberAsync("autoscaling", AutoScalingOperations.Service, AutoScalingContracts.Default, aws => aws.AutoScaling());

    [Fact]
    public Task LoadBalancing_readsEveryMember() =>
        AssertReadsEveryMemberAsync("elbv2", LoadBalancingOperations.Service, LoadBalancingContracts.Default, aws => aws.LoadBalancing());

    [Fact]
    public Task Organizations_readsEveryMember() =>
        AssertReadsEveryMemberAsync("organizations", OrganizationsOperations.Service, OrganizationsContracts.Default, aws => aws.Organizations());

    [Fact]
    public Task Ecr_readsEveryMember() => AssertReadsEveryMemberAsync("ecr", EcrOperations.Service, EcrContracts.Default, aws => aws.Ecr());

    private static async Task AssertReadsEveryMemberAsync(
        string modelName, AwsService service, JsonSerializerContext context, Func<LoopbackAws, AmazonServiceClient> clientOf)
    {
        var model = ApiModel.Read(modelName);
        var samples = new SampleAnswer(model);
        var contracts = AwsJson.Options(context);
        Answer answer = Answers.Json("{}");
        await using var aws = await LoopbackAws.StartAsync((http, request) => answer(http, request));
        using var client = clientOf(aws);

        foreach (var operation in service.Operations)
        {
            var output = model.Operations[operation.Name].Output;
            answer = model.Protocol == "query"
                ? Answers.Xml(string.Concat(samples.Xml(output).Select(e => e.ToString(SaveOptions.DisableFormatting))))
                : Answers.Json(samples.Json(output).ToJsonString());

            var read = await CallAsync(client, operation, SampleRequest.Create(contracts.GetTypeInfo(operation.RequestType)));

            var actual = JsonSerializer.SerializeToNode(read, contracts.GetTypeInfo(operation.ResponseType));
            AssertSame(operation.Name, samples.Json(output), actual);
        }
    }

    private static async Task<object?> CallAsync(AmazonServiceClient client, AwsOperation operation, AmazonWebServiceRequest request)
    {
        var method = client.GetType().GetMethod(operation.Name + "Async") ?? throw new MissingMethodException(operation.Name);
        var call = (Task?)method.Invoke(client, [request, CancellationToken.None]) ?? Task.CompletedTask;
        await call;
        return call.GetType().GetProperty("Result")?.GetValue(call);
    }

    private static void AssertSame(string operation, JsonNode expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(expected, actual), $"{operation}\nsent {expected.ToJsonString()}\nread {actual?.ToJsonString()}");
}
