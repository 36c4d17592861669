using Amazon.EKS;
using Amazon.EKS.Model;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Tests.Loopback;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace EksSecurityPortal.AwsClients.Tests.Wire;

/// <summary>Retries, with waits set to zero.</summary>
public sealed class RetryTests
{
    private static readonly Answer Throttled = Answers.JsonError(429, "ThrottlingException", "Rate exceeded");
    private static readonly Answer NoClusters = Answers.Json("""{"clusters":[]}""");

    public static TheoryData<string> PassingFaults => ["throttled", "too many", "plain 429", "server error", "unavailable", "gateway", "cut off", "reset"];

    [Theory]
    [MemberData(nameof(PassingFaults))]
    public async Task PassingFault_twice_isOvercome(string fault)
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Times(2, Fault(fault), NoClusters));
        using var client = aws.Eks();

        var answer = await client.ListClustersAsync(new ListClustersRequest());

        Assert.Equal([], answer.Clusters);
        Assert.Equal(3, aws.Requests.Count);
    }

    [Theory]
    [InlineData("throttled", typeof(ThrottlingException))]
    [InlineData("plain 429", typeof(AmazonEKSException))]
    [InlineData("server error", typeof(ServerException))]
    public async Task LastingFault_endsAfterTheConfiguredRetries(string fault, Type expected)
    {
        await using var aws = await LoopbackAws.StartAsync(Fault(fault));
        using var client = aws.Eks(config => config.MaxErrorRetry = 4);

        var error = await Record.ExceptionAsync(() => client.ListClustersAsync(new ListClustersRequest()));

        Assert.Equal(expected, error?.GetType());
        Assert.Equal(5, aws.Requests.Count);
    }

    [Fact]
    public async Task IamThrottling_with400_isRetried()
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Times(2, Answers.XmlError(400, "Throttling"), Answers.Xml("<SummaryMap/>")));
        using var client = aws.Iam();

        await client.GetAccountSummaryAsync(new GetAccountSummaryRequest());

        Assert.Equal(3, aws.Requests.Count);
    }

    [Fact]
    public async Task EachRetry_isSignedAgain_withTheSameBody()
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Times(1, Throttled, Answers.Json("{}")));
        using var client = aws.Eks();

        await client.ListInsightsAsync(new ListInsightsRequest { ClusterName = "prod", MaxResults = 9 });

        Assert.Equal(["""{"maxResults":9}""", """{"maxResults":9}"""], aws.Requests.Select(r => r.Text));
    }

    [Fact]
    public async Task RetryBudget_isTheClientsOwn()
    {
        await using var aws = await LoopbackAws.StartAsync(Throttled);
        using var throttled = aws.Eks(config => config.MaxErrorRetry = 1000);
        using var other = aws.Eks();
        Task<ListClustersResponse> ListAsync(AmazonEKSClient client) => client.ListClustersAsync(new ListClustersRequest());

        await Assert.ThrowsAsync<ThrottlingException>(() => ListAsync(throttled));
        Assert.Equal(101, aws.Requests.Count);

        await Assert.ThrowsAsync<ThrottlingException>(() => ListAsync(throttled));
        Assert.Equal(102, aws.Requests.Count);

        await Assert.ThrowsAsync<ThrottlingException>(() => ListAsync(other));
        Assert.Equal(105, aws.Requests.Count);
    }

    [Fact]
    public async Task AdaptiveMode_switchedOn_changesNothing()
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Times(2, Throttled, NoClusters));
        using var client = aws.Eks(config => config.RetryMode = RequestRetryMode.Adaptive);

        await client.ListClustersAsync(new ListClustersRequest());

        Assert.Equal(3, aws.Requests.Count);
        Assert.Equal(RequestRetryMode.Standard, new AmazonEKSConfig().RetryMode);
    }

    private static Answer Fault(string name) => name switch
    {
        "throttled" => Throttled,
        "too many" => Answers.JsonError(400, "TooManyRequestsException"),
        "plain 429" => Answers.Text(429, "text/plain", "slow down"),
        "server error" => Answers.JsonError(500, "ServerException"),
        "unavailable" => Answers.JsonError(503, "ServiceUnavailableException"),
        "gateway" => Answers.Text(504, "text/html", "<html></html>"),
        "cut off" => CutOffAsync,
        "reset" => ResetAsync,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such fault"),
    };

    private static async Task CutOffAsync(HttpContext http, ReceivedRequest request)
    {
        http.Response.ContentLength = 5000;
        await http.Response.WriteAsync("""{"clusters":["a""", http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
        http.Abort();
    }

    private static Task ResetAsync(HttpContext http, ReceivedRequest request)
    {
        http.Abort();
        return Task.CompletedTask;
    }
}
