using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EksSecurityPortal.Sandbox.Signing;
using Xunit;

namespace EksSecurityPortal.Sandbox.Tests;

/// <summary>The bearer token is signed here from the specification, apart from the code that verifies it.</summary>
public sealed class TokenVerifierTests
{
    private readonly MovableClock clock = new();
    private readonly CredentialStore credentials;
    private readonly TokenVerifier verifier;
    private readonly IssuedCredentials session;

    public TokenVerifierTests()
    {
        credentials = new CredentialStore(DemoSandbox.Demo, clock);
        verifier = new TokenVerifier(DemoSandbox.Demo, new Authenticator(credentials, new SignatureCheck(), clock), clock);
        session = credentials.Issue(DemoSandbox.Account("labs"), "audit", TimeSpan.FromHours(1));
    }

    [Fact]
    public void Verify_good_token_tells_role_and_session()
    {
        var identity = verifier.Verify(Token(), "ml-training");

        Assert.Null(identity.Refusal);
        Assert.Equal("arn:aws:iam::777788889999:role/EksSecurityPortalReader", identity.PrincipalArn);
        Assert.Equal("arn:aws:sts::777788889999:assumed-role/EksSecurityPortalReader/audit", identity.SessionArn);
    }

    [Fact]
    public void Verify_token_of_another_cluster_is_refused() => Refused("signature", Token(), "orders-legacy");

    [Fact]
    public void Verify_after_15_minutes_is_refused()
    {
        var token = Token();

        clock.Offset = TimeSpan.FromMinutes(14);
        Assert.Null(verifier.Verify(token, "ml-training").Refusal);
        clock.Offset = TimeSpan.FromMinutes(15.1);
        Refused("expired", token);
    }

    [Fact]
    public void Verify_session_that_is_over_is_refused()
    {
        clock.Offset = TimeSpan.FromMinutes(61);

        Refused("token included in the request is expired", Token());
    }

    [Fact]
    public void Verify_wrong_host_is_refused() => Refused("unexpected hostname", Token(host: "sts.us-east-1.attacker.example"));

    [Fact]
    public void Verify_host_of_another_region_is_refused() => Refused("scoped to a valid region", Token(host: "sts.eu-west-1.amazonaws.com"));

    [Fact]
    public void Verify_foreign_parameter_is_refused() => Refused("non-whitelisted", Token(extra: "&Debug=1"));

    [Fact]
    public void Verify_cluster_header_left_out_of_the_signature_is_refused() => Refused("x-k8s-aws-id", Token(signedHeaders: "host"));

    [Theory]
    [InlineData("Bearer nonsense", "prefix")]
    [InlineData("k8s-aws-v1.not_a_url", "URL")]
    [InlineData("k8s-aws-v1.aHR0cHM6Ly9hLmI=", "padding")]
    public void Verify_no_token_at_all_is_refused(string token, string reason) => Refused(reason, token);

    private void Refused(string reason, string token, string cluster = "ml-training")
    {
        var identity = verifier.Verify(token, cluster);

        Assert.Null(identity.PrincipalArn);
        Assert.Contains(reason, identity.Refusal, StringComparison.Ordinal);
    }

    private string Token(string host = "sts.us-east-1.amazonaws.com", string signedHeaders = "host;x-k8s-aws-id", string extra = "")
    {
        var date = clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var scope = $"{date[..8]}/us-east-1/sts/aws4_request";
        var query = "Action=GetCallerIdentity" + extra + "&Version=2011-06-15&X-Amz-Algorithm=AWS4-HMAC-SHA256"
            + $"&X-Amz-Credential={Uri.EscapeDataString($"{session.AccessKeyId}/{scope}")}&X-Amz-Date={date}&X-Amz-Expires=60"
            + $"&X-Amz-Security-Token={Uri.EscapeDataString(session.SessionToken ?? "")}&X-Amz-SignedHeaders={Uri.EscapeDataString(signedHeaders)}";
        var headers = $"host:{host}\n" + (signedHeaders == "host" ? "" : "x-k8s-aws-id:ml-training\n");
        var canonical = $"GET\n/\n{query}\n{headers}\n{signedHeaders}\n{Convert.ToHexStringLower(SHA256.HashData([]))}";
        var toSign = $"AWS4-HMAC-SHA256\n{date}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = Encoding.UTF8.GetBytes("AWS4" + session.SecretAccessKey);
        foreach (var part in new[] { date[..8], "us-east-1", "sts", "aws4_request", toSign })
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        return "k8s-aws-v1." + Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"https://{host}/?{query}&X-Amz-Signature={Convert.ToHexStringLower(key)}"));
    }
}
