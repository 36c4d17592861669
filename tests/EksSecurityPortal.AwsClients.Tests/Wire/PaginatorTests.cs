using Amazon.EKS.Model;
using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.IdentityManagement.Model;
using Amazon.Organizations.Model;
using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Tests.Loopback;
using Xunit;

namespace EksSecurityPortal.AwsClients.Tests.Wire;

public sealed class PaginatorTests
{
    private static Answer ThreePages => Answers.Sequence(
        Answers.Json("""{"clusters":["a","b"],"nextToken":"t/1 +"}"""),
        Answers.Json("""{"clusters":[],"nextToken":"t2"}"""),
        Answers.Json("""{"clusters":["c"]}"""));

    [Fact]
    public async Task Items_comeFromAllPages_alsoBehindAnEmptyOne()
    {
        await using var aws = await LoopbackAws.StartAsync(ThreePages);
        using var client = aws.Eks();

        var names = await client.Paginators.ListClusters(new ListClustersRequest { MaxResults = 2 }).Clusters.ToListAsync();

        Assert.Equal(["a", "b", "c"], names);
        Assert.Equal(["", "t/1 +", "t2"], aws.Requests.Select(r => r.Query.FirstOrDefault(p => p.Key == "nextToken").Value ?? ""));
        Assert.All(aws.Requests, r => Assert.Contains(KeyValuePair.Create("maxResults", "2"), r.Query));
    }

    [Fact]
    public async Task Paginator_readTwice_isRefused()
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Json("{}"));
        using var client = aws.Eks();
        var paginator = client.Paginators.ListClusters(new ListClustersRequest());
        await paginator.Responses.ToListAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await paginator.Clusters.ToListAsync());
    }

    [Fact]
    public async Task ServiceThatRepeatsItsToken_endsInAnError()
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Json("""{"clusters":["a"],"nextToken":"same"}"""));
        using var client = aws.Eks();

        var error = await Assert.ThrowsAsync<AmazonClientException>(
            async () => await client.Paginators.ListClusters(new ListClustersRequest()).Clusters.ToListAsync());

        Assert.Contains("same page token twice", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, aws.Requests.Count);
    }

    [Fact]
    public async Task Cancelled_betweenPages_asksForNoMore()
    {
        await using var aws = await LoopbackAws.StartAsync(ThreePages);
        using var client = aws.Eks();
        using var cancel = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in client.Paginators.ListClusters(new ListClustersRequest()).Responses.WithCancellation(cancel.Token))
            {
                await cancel.CancelAsync();
            }
        });

        Assert.Single(aws.Requests);
    }

    [Fact]
    public async Task Marker_isTheTokenOfIam()
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Sequence(
            Answers.Xml("<RoleDetailList><member><RoleName>a</RoleName></member></RoleDetailList><IsTruncated>true</IsTruncated><Marker>m=1</Marker>"),
            Answers.Xml("<RoleDetailList><member><RoleName>b</RoleName></member></RoleDetailList><IsTruncated>false</IsTruncated>")));
        using var client = aws.Iam();
        var request = new GetAccountAuthorizationDetailsRequest { Filter = ["Role"] };

        var pages = await client.Paginators.GetAccountAuthorizationDetails(request).Responses.ToListAsync();

        Assert.Equal(["a", "b"], pages.SelectMany(p => p.RoleDetailList ?? []).Select(r => r.RoleName));
        Assert.Equal("m=1", aws.LastRequest.Form["Marker"]);
        Assert.Equal("Role", aws.LastRequest.Form["Filter.member.1"]);
    }

    [Fact]
    public async Task NextMarker_isTheTokenOfLoadBalancing_andIsSentAsMarker()
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Sequence(
            Answers.Xml("<LoadBalancers><member><LoadBalancerName>a</LoadBalancerName></member></LoadBalancers><NextMarker>n1</NextMarker>"),
            Answers.Xml("<LoadBalancers><member><LoadBalancerName>b</LoadBalancerName></member></LoadBalancers>")));
        using var client = aws.LoadBalancing();

        var balancers = await client.Paginators.DescribeLoadBalancers(new DescribeLoadBalancersRequest()).LoadBalancers.ToListAsync();

        Assert.Equal(["a", "b"], balancers.Select(b => b.LoadBalancerName));
        Assert.Equal("n1", aws.LastRequest.Form["Marker"]);
    }

    [Fact]
    public async Task ListAccounts_goesOnBehindAPageWithoutAccounts()
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Sequence(
            Answers.Json("""{"Accounts":[],"NextToken":"n1"}"""),
            Answers.Json("""{"Accounts":[{"Id":"111122223333"}]}""")));
        using var client = aws.Organizations();

        var accounts = await client.Paginators.ListAccounts(new ListAccountsRequest()).Accounts.ToListAsync();

        Assert.Equal("111122223333", Assert.Single(accounts).Id);
    }
}
