using Amazon.EKS;
using Amazon.EKS.Model;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using EksSecurityPortal.AwsClients.Protocols;
using EksSecurityPortal.AwsClients.Tests.Loopback;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace EksSecurityPortal.AwsClients.Tests.Wire;

/// <summary>Time-outs, cancellation and limits cover an answer's body, which the SDK alone does not do.</summary>
public sealed class HttpTests
{
    [Fact]
    public async Task BodyThatStalls_endsWithTheTimeout()
    {
        var stalled = new StalledBody();
        await using var aws = await LoopbackAws.StartAsync(stalled.AnswerAsync);
        using var client = aws.Eks(WithoutRetries(TimeSpan.FromMilliseconds(250)));

        await Assert.ThrowsAsync<TimeoutException>(() => client.ListClustersAsync(new ListClustersRequest()));
    }

    [Fact]
    public async Task BodyThatStalls_endsWithCancellation()
    {
        var stalled = new StalledBody();
        await using var aws = await LoopbackAws.StartAsync(stalled.AnswerAsync);
        using var client = aws.Eks(WithoutRetries(TimeSpan.FromMinutes(1)));
        using var cancel = new CancellationTokenSource();

        var call = client.ListClustersAsync(new ListClustersRequest(), cancel.Token);
        await stalled.HeadSent;
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await stalled.Aborted;
    }

    [Fact]
    public async Task BodyThatStalls_endsWithCancellation_inOfficialClientsToo()
    {
        var stalled = new StalledBody();
        await using var aws = await LoopbackAws.StartAsync(stalled.AnswerAsync);
        var config = new AmazonSecurityTokenServiceConfig
        {
            ServiceURL = aws.Url,
            AuthenticationRegion = LoopbackAws.Region,
            HttpClientFactory = BufferedHttpClientFactory.Shared,
        };
        using var client = new AmazonSecurityTokenServiceClient(LoopbackAws.Credentials, config);
        using var cancel = new CancellationTokenSource();

        var call = client.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancel.Token);
        await stalled.HeadSent;
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await stalled.Aborted;
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public async Task AnswerOverTheLimit_isRefused(int bytes, bool isRead)
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Json("{}".PadRight(bytes)));
        using var http = new BufferedHttpClientFactory(TimeSpan.FromMinutes(1), maxAnswerBytes: 1000);
        using var client = aws.Eks(config => (config.HttpClientFactory, config.MaxErrorRetry) = (http, 0));

        var error = await Record.ExceptionAsync(() => client.ListClustersAsync(new ListClustersRequest()));

        Assert.Equal(isRead, error is null);
        Assert.True(isRead || error is HttpRequestException, error?.ToString());
    }

    [Fact]
    public async Task Redirect_isNotFollowed()
    {
        await using var elsewhere = await LoopbackAws.StartAsync(Answers.Json("""{"clusters":["stolen"]}"""));
        await using var aws = await LoopbackAws.StartAsync((http, _) =>
        {
            http.Response.Redirect(elsewhere.Url + "/clusters");
            return Task.CompletedTask;
        });
        using var client = aws.Eks();

        await Assert.ThrowsAnyAsync<AmazonServiceException>(() => client.ListClustersAsync(new ListClustersRequest()));

        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public void Clients_useTheSharedPool_unlessTheProcessHasAFactory()
    {
        Assert.Same(BufferedHttpClientFactory.Shared, new AmazonEKSConfig().HttpClientFactory);
        Assert.Null(Amazon.AWSConfigs.HttpClientFactory);
    }

    private static Action<AmazonEKSConfig> WithoutRetries(TimeSpan timeout) => config => (config.Timeout, config.MaxErrorRetry) = (timeout, 0);

    /// <summary>Sends a head and the beginning of a body, and nothing more until the client goes away.</summary>
    private sealed class StalledBody
    {
        private readonly TaskCompletionSource _headSent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _aborted = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task HeadSent => _headSent.Task;

        public Task Aborted => _aborted.Task;

        public async Task AnswerAsync(HttpContext http, ReceivedRequest request)
        {
            http.RequestAborted.Register(() => _aborted.TrySetResult());
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync("""{"clusters":[""", http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            _headSent.TrySetResult();
            await _aborted.Task;
        }
    }
}
