using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Amazon.EKS.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Auth;
using Xunit;

namespace EksSecurityPortal.Sandbox.Tests.Kubernetes;

/// <summary>From the hub's key to a list of nodes: assumed role, DescribeCluster, presigned STS request, access entry or aws-auth, RBAC.</summary>
[Collection(DemoSandboxGroup.Name)]
public sealed class BearerTokenTests(DemoSandbox sandbox)
{
    [Theory]
    [InlineData("commerce-production", "storefront-prod")]
    [InlineData("commerce-production", "orders-legacy")]
    [InlineData("labs", "ml-training")]
    public async Task Reader_of_an_account_lists_the_nodes_of_its_cluster(string account, string cluster)
    {
        Assert.Equal(HttpStatusCode.OK, await ListNodesAsync(account, cluster, cluster));
    }

    [Fact]
    public async Task Token_for_another_cluster_is_unauthorized()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await ListNodesAsync("commerce-production", "storefront-prod", "orders-legacy"));
    }

    private async Task<HttpStatusCode> ListNodesAsync(string account, string clusterName, string tokenFor)
    {
        var region = DemoSandbox.Demo.Clusters.First(cluster => cluster.Name == clusterName).Region;
        var session = await sandbox.EnterAsync(account);
        using var eks = sandbox.Eks(session, region);
        var cluster = (await eks.DescribeClusterAsync(new DescribeClusterRequest { Name = clusterName })).Cluster
            ?? throw new InvalidOperationException("no cluster was described");
        var pem = Encoding.ASCII.GetString(Convert.FromBase64String(cluster.CertificateAuthority?.Data ?? ""));
        using var client = KubernetesHost.ClientOf(new ClusterEndpoint(cluster.Endpoint ?? "", pem));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token(await session.GetCredentialsAsync(), region, tokenFor));
        using var answer = await client.GetAsync("/api/v1/nodes?limit=5");
        return answer.StatusCode;
    }

    private static string Token(ImmutableCredentials keys, string region, string clusterName)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var day = now.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var host = $"sts.{region}.amazonaws.com";
        var query = "Action=GetCallerIdentity&Version=2011-06-15&X-Amz-Algorithm=AWS4-HMAC-SHA256"
            + $"&X-Amz-Credential={Uri.EscapeDataString($"{keys.AccessKey}/{day}/{region}/sts/aws4_request")}"
            + $"&X-Amz-Date={now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}&X-Amz-Expires=60"
            + $"&X-Amz-Security-Token={Uri.EscapeDataString(keys.Token)}&X-Amz-SignedHeaders=host%3Bx-k8s-aws-id";
        var canonical = $"GET\n/\n{query}\nhost:{host}\nx-k8s-aws-id:{clusterName}\n\nhost;x-k8s-aws-id\n{Convert.ToHexStringLower(SHA256.HashData([]))}";
        var signature = AWS4Signer.ComputeSignature(keys.AccessKey, keys.SecretKey, region, now, "sts", "host;x-k8s-aws-id", canonical).Signature;
        return "k8s-aws-v1." + Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"https://{host}/?{query}&X-Amz-Signature={signature}"));
    }
}
