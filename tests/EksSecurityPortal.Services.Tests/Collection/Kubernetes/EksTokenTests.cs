using System.Buffers.Text;
using System.Text;
using System.Web;
using Amazon.Runtime;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Kubernetes.Connection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Collection.Kubernetes;

public sealed class EksTokenTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 2, 3, 4, TimeSpan.Zero);
    private static readonly ClusterRef Cluster = new("aws", "111122223333", "eu-west-1", "shop");

    [Fact]
    public void Create_temporary_credentials_gives_only_the_parameters_the_server_allows()
    {
        var url = new Uri(Decode(EksToken.Create(new ImmutableCredentials("AKID", "secret", "token/+="), "eu-west-1", "shop", Now)));

        var query = HttpUtility.ParseQueryString(url.Query);
        Assert.Equal("sts.eu-west-1.amazonaws.com", url.Host);
        Assert.Equal(
            ["Action", "Version", "X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date", "X-Amz-Expires", "X-Amz-Security-Token", "X-Amz-SignedHeaders", "X-Amz-Signature"],
            query.AllKeys.OfType<string>());
        Assert.Equal("AKID/20261124/eu-west-1/sts/aws4_request", query["X-Amz-Credential"]);
        Assert.Equal("20261124T020304Z", query["X-Amz-Date"]);
        Assert.Equal("token/+=", query["X-Amz-Security-Token"]);
        Assert.Equal("host;x-k8s-aws-id", query["X-Amz-SignedHeaders"]);
    }

    [Fact]
    public void Create_signature_equals_the_one_computed_from_the_specification()
    {
        var keys = new ImmutableCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "session/token+=");

        var url = Decode(EksToken.Create(keys, "eu-west-1", "shop", Now));

        Assert.Equal(SpecifiedSignature(url, keys.SecretKey, "shop"), url[(url.LastIndexOf('=') + 1)..]);
        Assert.NotEqual(SpecifiedSignature(url, keys.SecretKey, "other"), url[(url.LastIndexOf('=') + 1)..]);
    }

    [Theory]
    [InlineData("eu-west-1", "sts.eu-west-1.amazonaws.com")]
    [InlineData("cn-north-1", "sts.cn-north-1.amazonaws.com.cn")]
    [InlineData("us-gov-west-1", "sts.us-gov-west-1.amazonaws.com")]
    public void StsHost_follows_the_partition(string region, string host) => Assert.Equal(host, EksToken.StsHost(region));

    [Fact]
    public async Task GetAsync_in_parallel_signs_once_and_again_after_ten_minutes()
    {
        var clock = new FakeTimeProvider(Now);
        var credentials = new CountedCredentials();
        using var tokens = new EksTokenProvider(credentials, Cluster, clock);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => tokens.GetAsync(CancellationToken.None))));
        clock.Advance(TimeSpan.FromMinutes(9.9));
        var before = await tokens.GetAsync(CancellationToken.None);
        clock.Advance(TimeSpan.FromMinutes(0.2));
        var after = await tokens.GetAsync(CancellationToken.None);

        Assert.Equal(2, credentials.Asked);
        Assert.NotEqual(before.Value, after.Value);
    }

    [Fact]
    public async Task Forget_old_token_keeps_the_newer_one()
    {
        var clock = new FakeTimeProvider(Now);
        var credentials = new CountedCredentials();
        using var tokens = new EksTokenProvider(credentials, Cluster, clock);
        var first = await tokens.GetAsync(CancellationToken.None);

        tokens.Forget(first);
        var second = await tokens.GetAsync(CancellationToken.None);
        tokens.Forget(first);
        var third = await tokens.GetAsync(CancellationToken.None);

        Assert.Same(second, third);
        Assert.Equal(2, credentials.Asked);
    }

    [Fact]
    public async Task GetAsync_token_does_not_show_when_formatted()
    {
        using var tokens = new EksTokenProvider(new CountedCredentials(), Cluster, new FakeTimeProvider(Now));

        var token = await tokens.GetAsync(CancellationToken.None);

        Assert.DoesNotContain("k8s-aws", $"{token} {tokens}", StringComparison.Ordinal);
    }

    private static string Decode(string token)
    {
        Assert.StartsWith("k8s-aws-v1.", token, StringComparison.Ordinal);
        Assert.DoesNotContain('=', token);
        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token.AsSpan(11)));
    }

    /// <summary>SigV4 for query strings, from the AWS documentation, with the platform's own primitives.</summary>
    private static string SpecifiedSignature(string url, string secret, string clusterName)
    {
        var uri = new Uri(url);
        var unsigned = uri.Query[1..uri.Query.LastIndexOf('&')];
        var canonical = $"GET\n/\n{unsigned}\nhost:{uri.Host}\nx-k8s-aws-id:{clusterName}\n\nhost;x-k8s-aws-id\n{Hash("")}";
        var text = $"AWS4-HMAC-SHA256\n20261124T020304Z\n20261124/eu-west-1/sts/aws4_request\n{Hash(canonical)}";
        var key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var step in new[] { "20261124", "eu-west-1", "sts", "aws4_request", text })
        {
            key = System.Security.Cryptography.HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(step));
        }

        return Convert.ToHexStringLower(key);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private sealed class CountedCredentials : AWSCredentials
    {
        private int asked;

        internal int Asked => asked;

        public override ImmutableCredentials GetCredentials() => new("AKID", "secret", $"token{Interlocked.Increment(ref asked)}");

        public override Task<ImmutableCredentials> GetCredentialsAsync() => Task.FromResult(GetCredentials());
    }
}
