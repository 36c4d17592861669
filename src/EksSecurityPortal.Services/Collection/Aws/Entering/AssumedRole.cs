using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using EksSecurityPortal.Services.Collection.Aws.Reading;

namespace EksSecurityPortal.Services.Collection.Aws.Entering;

/// <summary>
/// Credentials of an assumed role that renew themselves five minutes before they expire. The SDK's own class makes an STS client that takes
/// neither the portal's address, time-outs nor bounds. Sessions last one hour, the most that one role may give another.
/// </summary>
internal sealed class AssumedRole : RefreshingAWSCredentials
{
    private readonly IAmazonSecurityTokenService _sts;
    private readonly string _roleArn;
    private readonly string? _externalId;
    private readonly string _sessionName;

    public AssumedRole(IAmazonSecurityTokenService sts, string roleArn, string? externalId, string sessionName)
    {
        (_sts, _roleArn, _externalId, _sessionName) = (sts, roleArn, externalId, sessionName);
        PreemptExpiryTime = TimeSpan.FromMinutes(5);
    }

    protected override CredentialsRefreshState GenerateNewCredentials() =>
        throw new NotSupportedException("Roles are assumed asynchronously only.");

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        // the SDK offers no token here; the client's own time-out bounds the call
        var answer = await _sts.AssumeRoleAsync(
            new AssumeRoleRequest { RoleArn = _roleArn, RoleSessionName = _sessionName, ExternalId = _externalId, DurationSeconds = 3600 }, CancellationToken.None);
        if (answer.Credentials is not { AccessKeyId: { Length: > 0 } key, SecretAccessKey: { Length: > 0 } secret, SessionToken: { Length: > 0 } token, Expiration: { } end })
        {
            throw new MalformedAnswerException("sts:AssumeRole", "complete credentials");
        }

        return new CredentialsRefreshState(new ImmutableCredentials(key, secret, token), end.ToUniversalTime());
    }
}
