using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Xunit;

namespace EksSecurityPortal.Sandbox.Tests;

[Collection(DemoSandboxGroup.Name)]
public sealed class AssumeRoleTests(DemoSandbox sandbox)
{
    [Fact]
    public async Task GetCallerIdentity_hub_key_tells_the_hub_principal()
    {
        using var sts = sandbox.Sts();

        var identity = await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest());

        Assert.Equal(DemoSandbox.Demo.Hub.Arn, identity.Arn);
        Assert.Equal(DemoSandbox.Demo.Hub.AccountId, identity.Account);
    }

    [Fact]
    public async Task AssumeRole_right_external_id_gives_a_session_of_that_account()
    {
        var session = await sandbox.EnterAsync("commerce-production");
        using var sts = sandbox.Sts(session);

        var identity = await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest());

        Assert.Equal("arn:aws:sts::111122223333:assumed-role/EksSecurityPortalReader/test", identity.Arn);
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:role/EksSecurityPortalReader", "wrong")]
    [InlineData("arn:aws:iam::111122223333:role/EksSecurityPortalReader", null)]
    [InlineData("arn:aws:iam::111122223333:role/Missing", "portal-7d1f0c52b9e84c6aa0b3-commerce")]
    [InlineData("arn:aws:iam::111122223333:role/orders-admin", "portal-7d1f0c52b9e84c6aa0b3-commerce")]
    [InlineData("arn:aws:iam::000000000000:role/EksSecurityPortalReader", "portal-7d1f0c52b9e84c6aa0b3-commerce")]
    public async Task AssumeRole_wrong_role_or_external_id_is_denied_like_any_other(string role, string? externalId)
    {
        using var sts = sandbox.Sts();

        var refusal = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(() => sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = role, RoleSessionName = "test", ExternalId = externalId }));

        Assert.Equal("AccessDenied", refusal.ErrorCode);
        Assert.Contains("is not authorized to perform: sts:AssumeRole on resource: " + role, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AssumeRole_from_a_reader_session_is_denied()
    {
        var session = await sandbox.EnterAsync("commerce-production");
        using var sts = sandbox.Sts(session);
        var data = DemoSandbox.Account("data-platform");

        var refusal = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(() => sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = data.ReaderRoleArn, RoleSessionName = "test", ExternalId = data.ExternalId }));

        Assert.Equal("AccessDenied", refusal.ErrorCode);
    }

    [Theory]
    [InlineData(7200, "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.")]
    [InlineData(60, "'durationSeconds' failed to satisfy constraint")]
    public async Task AssumeRole_impossible_duration_is_a_validation_error(int seconds, string message)
    {
        using var sts = sandbox.Sts();
        var account = DemoSandbox.Account("commerce-production");

        var refusal = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(() =>
            sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = account.ReaderRoleArn, RoleSessionName = "test", ExternalId = account.ExternalId, DurationSeconds = seconds }));

        Assert.Equal("ValidationError", refusal.ErrorCode);
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_wrong_secret_is_refused()
    {
        using var sts = sandbox.Sts(new BasicAWSCredentials(sandbox.Server.HubCredentials.AccessKeyId, "wrong"));

        var refusal = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(() => sts.GetCallerIdentityAsync(new GetCallerIdentityRequest()));

        Assert.Equal("SignatureDoesNotMatch", refusal.ErrorCode);
    }

    [Theory]
    [InlineData("AKIAUNKNOWNUNKNOWN00", null)]
    [InlineData(null, "made up")]
    public async Task Request_unknown_key_or_session_token_is_refused(string? key, string? token)
    {
        var session = await (await sandbox.EnterAsync("commerce-production")).GetCredentialsAsync();
        using var sts = sandbox.Sts(new SessionAWSCredentials(key ?? session.AccessKey, session.SecretKey, token ?? session.Token));

        var refusal = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(() => sts.GetCallerIdentityAsync(new GetCallerIdentityRequest()));

        Assert.Equal("InvalidClientTokenId", refusal.ErrorCode);
    }

    [Fact]
    public async Task Session_after_its_end_is_expired()
    {
        var clock = new MovableClock();
        await using var own = await SandboxServer.StartAsync(DemoSandbox.Demo, new SandboxOptions(Clock: clock), CancellationToken.None);
        var account = DemoSandbox.Account("data-platform");
        var config = new AmazonSecurityTokenServiceConfig { ServiceURL = own.AwsEndpoint.ToString(), AuthenticationRegion = "eu-west-1", MaxErrorRetry = 2 };
        using var hub = new AmazonSecurityTokenServiceClient(new BasicAWSCredentials(own.HubCredentials.AccessKeyId, own.HubCredentials.SecretAccessKey), config);
        var session = (await hub.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = account.ReaderRoleArn, RoleSessionName = "test", ExternalId = account.ExternalId, DurationSeconds = 900 })).Credentials;
        using var reader = new AmazonSecurityTokenServiceClient(new SessionAWSCredentials(session.AccessKeyId, session.SecretAccessKey, session.SessionToken), config);
        await reader.GetCallerIdentityAsync(new GetCallerIdentityRequest());

        clock.Offset = TimeSpan.FromMinutes(16);
        var refusal = await Assert.ThrowsAnyAsync<AmazonSecurityTokenServiceException>(() => reader.GetCallerIdentityAsync(new GetCallerIdentityRequest()));

        // The runtime corrects its clock by the answer's Date header, signs anew, and only then learns that the session is over.
        Assert.Equal("ExpiredToken", refusal.ErrorCode);
    }
}

/// <summary>The system's clock, moved by an offset.</summary>
internal sealed class MovableClock : TimeProvider
{
    public TimeSpan Offset { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;
}
