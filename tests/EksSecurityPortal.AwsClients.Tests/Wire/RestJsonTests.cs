using Amazon.EKS;
using Amazon.EKS.Model;
using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Tests.Loopback;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace EksSecurityPortal.AwsClients.Tests.Wire;

public sealed class RestJsonTests
{
    [Fact]
    public async Task ListInQueryString_repeatsTheKey()
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Json("{}"));
        using var client = aws.Eks();

        await client.DescribeAddonVersionsAsync(new DescribeAddonVersionsRequest { Types = ["networking", "storage & more"], MaxResults = 5 });

        Assert.Equal(
            [("maxResults", "5"), ("types", "networking"), ("types", "storage & more")],
            aws.LastRequest.Query.Select(p => (p.Key, p.Value)).Order());
    }

    [Fact]
    public async Task BooleansAndConstantsInQueryString_areWrittenAsAwsDoes()
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Json("{}"));
        using var client = aws.Eks();

        await client.DescribeClusterVersionsAsync(new DescribeClusterVersionsRequest
        {
            IncludeAll = true,
            DefaultOnly = false,
            VersionStatus = VersionStatus.EXTENDED_SUPPORT,
        });

        Assert.Equal(
            [("defaultOnly", "false"), ("includeAll", "true"), ("versionStatus", "EXTENDED_SUPPORT")],
            aws.LastRequest.Query.Select(p => (p.Key, p.Value)).Order());
    }

    [Fact]
    public async Task ListInsights_postsItsFilter_withoutMembersThatAreNotSet()
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Json("""{"insights":[],"nextToken":null}"""));
        using var client = aws.Eks();

        await client.ListInsightsAsync(new ListInsightsRequest
        {
            ClusterName = "prod",
            Filter = new InsightsFilter { Categories = [Category.UPGRADE_READINESS], Statuses = ["ERROR"] },
        });

        var sent = aws.LastRequest;
        Assert.Equal(("POST", "/clusters/prod/insights", "application/json"), (sent.Method, sent.RawTarget, sent.Headers["Content-Type"]));
        Assert.Equal("""{"filter":{"categories":["UPGRADE_READINESS"],"statuses":["ERROR"]}}""", sent.Text);
    }

    [Fact]
    public async Task DescribeIdentityProviderConfig_postsTypeAndName()
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Json("""{"identityProviderConfig":{"oidc":{"requiredClaims":{"aud":"k8s"}}}}"""));
        using var client = aws.Eks();

        var answer = await client.DescribeIdentityProviderConfigAsync(new DescribeIdentityProviderConfigRequest
        {
            ClusterName = "prod",
            IdentityProviderConfig = new IdentityProviderConfig { Type = "oidc", Name = "corp" },
        });

        Assert.Equal("""{"identityProviderConfig":{"type":"oidc","name":"corp"}}""", aws.LastRequest.Text);
        Assert.Equal("k8s", answer.IdentityProviderConfig?.Oidc?.RequiredClaims?["aud"]);
    }

    [Theory]
    [InlineData("1712345678.123", "2024-04-05T19:34:38.1230000Z")]
    [InlineData("1.712345678E9", "2024-04-05T19:34:38.0000000Z")]
    [InlineData("1712345678", "2024-04-05T19:34:38.0000000Z")]
    [InlineData("\"2024-04-05T19:34:38Z\"", "2024-04-05T19:34:38.0000000Z")]
    public async Task Timestamp_inSecondsSince1970_isReadExactlyAsUtc(string wire, string expected)
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Json("""{"cluster":{"createdAt":T}}""".Replace("T", wire, StringComparison.Ordinal)));
        using var client = aws.Eks();

        var answer = await client.DescribeClusterAsync(new DescribeClusterRequest { Name = "prod" });

        Assert.Equal(expected, answer.Cluster?.CreatedAt?.ToString("O"));
    }

    [Fact]
    public async Task UnknownMembersAndValues_areNotFatal_andValuesAreKept()
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Json("""
            {"surprise":[1,{"a":null}],"nodegroup":{"amiType":"AL2031_RISCV_64","status":null,"new":{"deep":[true]},"labels":{"Pool":"A"},
             "health":{"issues":[{"code":"BrandNewCode","resourceIds":["i-1"]}]},"warmPoolConfig":{"poolState":"STOPPED","minSize":2}}}
            """));
        using var client = aws.Eks();

        var group = (await client.DescribeNodegroupAsync(new DescribeNodegroupRequest { ClusterName = "prod", NodegroupName = "a" })).Nodegroup;

        Assert.Equal("AL2031_RISCV_64", group?.AmiType?.Value);
        Assert.Null(group?.Status);
        Assert.Equal("BrandNewCode", group?.Health?.Issues?[0].Code?.Value);
        Assert.Same(WarmPoolState.STOPPED, group?.WarmPoolConfig?.PoolState);
        Assert.Equal("A", group?.Labels?["Pool"]);
    }

    [Fact]
    public async Task Answer_tellsStatusAndRequestId()
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Json("""{"clusters":["a"]}"""));
        using var client = aws.Eks();

        var answer = await client.ListClustersAsync(new ListClustersRequest());

        Assert.Equal((200, Answers.RequestId), ((int)answer.HttpStatusCode, answer.ResponseMetadata.RequestId));
    }

    [Fact]
    public async Task ChunkedAnswer_isReadWhole()
    {
        var name = new string('x', 100_000);
        await using var aws = await LoopbackAws.StartAsync(async (http, _) =>
        {
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync("""{"cluster":{"name":""", http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await http.Response.WriteAsync($"\"{name}\"}}}}", http.RequestAborted);
        });
        using var client = aws.Eks();

        var answer = await client.DescribeClusterAsync(new DescribeClusterRequest { Name = "prod" });

        Assert.Equal(name, answer.Cluster?.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    public async Task EmptyAnswer_hasNoMembers(string body)
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Json(body));
        using var client = aws.Eks();

        var answer = await client.ListClustersAsync(new ListClustersRequest());

        Assert.Null(answer.Clusters);
    }

    [Fact]
    public async Task RequiredPathMember_notSet_isRefusedBeforeSending()
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Json("{}"));
        using var client = aws.Eks();

        var error = await Assert.ThrowsAsync<AmazonClientException>(() => client.DescribeClusterAsync(new DescribeClusterRequest()));

        Assert.Equal("DescribeCluster: the request has no name, which is required", error.Message);
        Assert.Empty(aws.Requests);
    }
}
