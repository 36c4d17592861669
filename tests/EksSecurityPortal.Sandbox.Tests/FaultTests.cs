using System.Net;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.EKS;
using Amazon.EKS.Model;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Xunit;

namespace EksSecurityPortal.Sandbox.Tests;

public sealed class FaultTests : IAsyncLifetime
{
    private readonly DemoSandbox sandbox = new();

    public Task InitializeAsync() => sandbox.InitializeAsync();

    public Task DisposeAsync() => sandbox.DisposeAsync();

    [Fact]
    public async Task Throttling_strikes_the_counted_times_and_then_no_more()
    {
        using var eks = sandbox.Eks(await sandbox.EnterAsync("labs"));
        sandbox.Server.Faults.Add(new Fault(FaultKind.Throttling, "eks", "DescribeCluster") { Times = 1 });
        var request = new DescribeClusterRequest { Name = "ml-training" };

        var refusal = await Assert.ThrowsAnyAsync<AmazonEKSException>(() => eks.DescribeClusterAsync(request));
        var answer = await eks.DescribeClusterAsync(request);

        Assert.Equal(("ThrottlingException", HttpStatusCode.TooManyRequests), (refusal.ErrorCode, refusal.StatusCode));
        Assert.NotNull(answer.Cluster);
        Assert.Empty(sandbox.Server.Faults.Active);
    }

    [Theory]
    [InlineData(FaultKind.Throttling, "RequestLimitExceeded")]
    [InlineData(FaultKind.ServerError, "InternalError")]
    [InlineData(FaultKind.Denied, "UnauthorizedOperation")]
    [InlineData(FaultKind.ExpiredToken, "RequestExpired")]
    public async Task Faults_of_meaning_are_spelled_by_the_service(FaultKind kind, string code)
    {
        using var ec2 = sandbox.Ec2(await sandbox.EnterAsync("labs"));
        sandbox.Server.Faults.Add(new Fault(kind, "ec2"));

        var refusal = await Assert.ThrowsAsync<AmazonEC2Exception>(() => ec2.DescribeVpcsAsync(new DescribeVpcsRequest()));

        Assert.Equal(code, refusal.ErrorCode);
    }

    [Theory]
    [InlineData(FaultKind.CutConnection)]
    [InlineData(FaultKind.MalformedBody)]
    [InlineData(FaultKind.HtmlErrorPage)]
    public async Task Faults_of_delivery_spoil_the_answer(FaultKind kind)
    {
        using var eks = sandbox.Eks(await sandbox.EnterAsync("labs"));
        sandbox.Server.Faults.Add(new Fault(kind, Cluster: "ml-training"));

        await Assert.ThrowsAnyAsync<Exception>(() => eks.DescribeClusterAsync(new DescribeClusterRequest { Name = "ml-training" }));
        sandbox.Server.Faults.Clear();

        Assert.NotNull((await eks.DescribeClusterAsync(new DescribeClusterRequest { Name = "ml-training" })).Cluster);
    }

    [Theory]
    [InlineData(FaultKind.Unreachable)]
    [InlineData(FaultKind.Latency)]
    [InlineData(FaultKind.SlowBody)]
    public async Task Faults_of_time_hold_the_client_until_it_gives_up(FaultKind kind)
    {
        using var eks = sandbox.Eks(await sandbox.EnterAsync("labs"));
        sandbox.Server.Faults.Add(new Fault(kind, "eks") { Delay = TimeSpan.FromMinutes(5) });
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => eks.DescribeClusterAsync(new DescribeClusterRequest { Name = "ml-training" }, patience.Token));
    }

    [Fact]
    public async Task Fault_of_another_account_does_not_strike()
    {
        using var eks = sandbox.Eks(await sandbox.EnterAsync("labs"));
        sandbox.Server.Faults.Add(new Fault(FaultKind.ServerError) { Account = "111122223333" });

        Assert.NotNull((await eks.DescribeClusterAsync(new DescribeClusterRequest { Name = "ml-training" })).Cluster);
    }

    [Fact]
    public async Task Requests_are_logged_with_account_operation_and_status()
    {
        using var eks = sandbox.Eks(await sandbox.EnterAsync("labs"));

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => eks.DescribeClusterAsync(new DescribeClusterRequest { Name = "nowhere" }));

        var entry = sandbox.Server.Requests.Entries[^1];
        Assert.Equal(("777788889999", "us-east-1", "eks", "DescribeCluster", "nowhere", 404), (entry.Account, entry.Region, entry.Service, entry.Operation, entry.Cluster, entry.Status));
        Assert.Equal(1, sandbox.Server.Requests.Count("sts", "AssumeRole"));
    }

    [Fact]
    public async Task Unsigned_request_is_refused()
    {
        using var http = new HttpClient();

        using var answer = await http.GetAsync(new Uri(sandbox.Server.AwsEndpoint, "/clusters"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("MissingAuthenticationToken", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hub_may_not_read_accounts_itself()
    {
        using var eks = sandbox.Eks(sandbox.Hub);

        var refusal = await Assert.ThrowsAnyAsync<AmazonEKSException>(() => eks.ListClustersAsync(new ListClustersRequest()));

        Assert.Equal("AccessDeniedException", refusal.ErrorCode);
    }

    [Fact]
    public async Task Dispose_ends_though_a_fault_holds_an_answer_back()
    {
        await using var own = await SandboxServer.StartAsync(DemoSandbox.Demo, new SandboxOptions(), CancellationToken.None);
        using var sts = new AmazonSecurityTokenServiceClient(
            new BasicAWSCredentials(own.HubCredentials.AccessKeyId, own.HubCredentials.SecretAccessKey),
            new AmazonSecurityTokenServiceConfig { ServiceURL = own.AwsEndpoint.ToString(), AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
        own.Faults.Add(new Fault(FaultKind.Unreachable, "sts") { Times = 1 });
        var held = sts.GetCallerIdentityAsync(new GetCallerIdentityRequest());
        while (own.Faults.Active.Count > 0)
        {
            await Task.Yield();
        }

        await own.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));

        await Assert.ThrowsAnyAsync<Exception>(() => held);
    }
}
