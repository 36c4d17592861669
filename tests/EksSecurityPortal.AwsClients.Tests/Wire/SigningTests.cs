using Amazon.EKS;
using Amazon.EKS.Model;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using EksSecurityPortal.AwsClients.Tests.Loopback;
using Xunit;

namespace EksSecurityPortal.AwsClients.Tests.Wire;

/// <summary>The server recomputes each signature from the specification and refuses a wrong one.</summary>
public sealed class SigningTests
{
    private static readonly Answer AnyXml = Answers.Xml("");

    [Theory]
    [InlineData("prod", "/clusters/prod")]
    [InlineData("my cluster", "/clusters/my%20cluster")]
    [InlineData("ü+~$@:=&", "/clusters/%C3%BC%2B~%24%40%3A%3D%26")]
    [InlineData("a/../b?c#d%2F", "/clusters/a%2F..%2Fb%3Fc%23d%252F")]
    public async Task DescribeCluster_withAnOddName_isEncodedOnceAndSignedTwice(string name, string rawPath)
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Json("{}"));
        using var client = aws.Eks();

        await client.DescribeClusterAsync(new DescribeClusterRequest { Name = name });

        Assert.Equal(rawPath, aws.LastRequest.RawPath);
    }

    [Fact]
    public async Task DescribeAccessEntry_ofARoleWithAPath_sendsTheArnAsOneSegment()
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Json("{}"));
        using var client = aws.Eks();
        const string role = "arn:aws:iam::111122223333:role/teams/ops/reader";

        await client.DescribeAccessEntryAsync(new DescribeAccessEntryRequest { ClusterName = "prod", PrincipalArn = role });
        await client.ListAssociatedAccessPoliciesAsync(new ListAssociatedAccessPoliciesRequest { ClusterName = "prod", PrincipalArn = role });

        const string segment = "/clusters/prod/access-entries/arn%3Aaws%3Aiam%3A%3A111122223333%3Arole%2Fteams%2Fops%2Freader";
        Assert.Equal([segment, segment + "/access-policies"], aws.Requests.Select(r => r.RawPath));
    }

    [Fact]
    public async Task Request_withSessionCredentials_signsTheToken()
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Json("{}"));
        using var client = aws.Eks(credentials: LoopbackAws.SessionCredentials);

        await client.ListClustersAsync(new ListClustersRequest());

        Assert.Equal("session/token+with=odd&characters", aws.LastRequest.Headers["X-Amz-Security-Token"]);
        Assert.Contains("x-amz-security-token", aws.LastRequest.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_withAWrongSecret_isRefused()
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Json("{}"));
        using var client = aws.Eks(credentials: LoopbackAws.WrongCredentials);

        var error = await Assert.ThrowsAsync<AmazonEKSException>(() => client.ListClustersAsync(new ListClustersRequest()));

        Assert.Equal("InvalidSignatureException", error.ErrorCode);
    }

    [Fact]
    public async Task OfficialClient_passesTheSameCheck()
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Xml("<Account>111122223333</Account>"));
        using var client = new AmazonSecurityTokenServiceClient(
            LoopbackAws.SessionCredentials,
            new AmazonSecurityTokenServiceConfig { ServiceURL = aws.Url, AuthenticationRegion = LoopbackAws.Region });

        var identity = await client.GetCallerIdentityAsync(new GetCallerIdentityRequest());

        Assert.Equal("111122223333", identity.Account);
    }

    [Fact]
    public async Task Iam_inAnyRegion_signsForThePartitionsHomeRegion()
    {
        await using var aws = await LoopbackAws.StartAsync(AnyXml);
        var config = new AmazonIdentityManagementServiceConfig
        {
            RegionEndpoint = Amazon.RegionEndpoint.EUWest1,
            HttpClientFactory = new ReroutingFactory(new Uri(aws.Url)),
        };
        using var client = new AmazonIdentityManagementServiceClient(LoopbackAws.Credentials, config);

        await client.ListOpenIDConnectProvidersAsync(new ListOpenIDConnectProvidersRequest());

        Assert.Contains("/us-east-1/iam/aws4_request", aws.LastRequest.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal("iam.amazonaws.com", aws.LastRequest.Headers["Host"]);
    }

    [Fact]
    public async Task Clients_signWithTheirServicesName()
    {
        await using var json = await LoopbackAws.StartAsync(Answers.Json("{}"));
        await using var xml = await LoopbackAws.StartAsync(AnyXml);

        await json.Eks().ListClustersAsync(new ListClustersRequest());
        await json.Organizations().ListAccountsAsync(new Amazon.Organizations.Model.ListAccountsRequest());
        await json.Ecr().DescribeRepositoriesAsync(new Amazon.ECR.Model.DescribeRepositoriesRequest());
        await xml.Iam().GetAccountSummaryAsync(new GetAccountSummaryRequest());
        await xml.AutoScaling().DescribeAutoScalingGroupsAsync(new Amazon.AutoScaling.Model.DescribeAutoScalingGroupsRequest());
        await xml.LoadBalancing().DescribeLoadBalancersAsync(new Amazon.ElasticLoadBalancingV2.Model.DescribeLoadBalancersRequest());

        Assert.Equal(
            ["eks", "organizations", "ecr", "iam", "autoscaling", "elasticloadbalancing"],
            json.Requests.Concat(xml.Requests).Select(r => r.Headers["Authorization"].Split('/')[3]));
    }

    /// <summary>Sends to the loopback server what is addressed to AWS, with AWS's host name.</summary>
    private sealed class ReroutingFactory(Uri target) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(target));

        private sealed class Handler(Uri target) : DelegatingHandler(new SocketsHttpHandler())
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                request.Headers.Host = request.RequestUri?.Host;
                request.RequestUri = new Uri(target, request.RequestUri?.PathAndQuery);
                return base.SendAsync(request, cancellationToken);
            }
        }
    }
}
