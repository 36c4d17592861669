using Amazon.SecurityToken.Model;
using EksSecurityPortal.Services.Collection.Aws.Clients;
using EksSecurityPortal.Services.Collection.Aws.Reading;
using Microsoft.Extensions.Options;

namespace EksSecurityPortal.Services.Collection.Aws.Entering;

/// <summary>sts:GetCallerIdentity with the portal's own credentials.</summary>
internal sealed class HubIdentity(HubCredentials hub, AwsClientSettings settings, IOptions<AwsOptions> options) : IHubIdentity
{
    private HubPrincipal? _known;

    public async Task<HubPrincipal> FindAsync(CancellationToken cancellationToken)
    {
        if (options.Value.HubPrincipalArn is { Length: > 0 } configured)
        {
            return new HubPrincipal(configured, null);
        }

        if (_known is { } known)
        {
            return known;
        }

        try
        {
            using var sts = new AwsClientFactory(AwsClientFactory.Hub, await hub.GetAsync(cancellationToken), settings).CreateSts(hub.Region);
            var identity = await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken);
            return _known = new HubPrincipal(PrincipalOf(SdkText(identity.Arn)), null);
        }
        catch (Exception exception) when (AwsGaps.IsExpected(exception) && !cancellationToken.IsCancellationRequested)
        {
            return new HubPrincipal(null, AwsGaps.Of(exception).Detail);
        }
    }

    /// <summary>The role behind a session; other principals as they are.</summary>
    internal static string PrincipalOf(string arn) =>
        arn.Split(':', 6) is ["arn", var partition, "sts", _, var account, var resource] && resource.Split('/') is ["assumed-role", var role, ..]
            ? $"arn:{partition}:iam::{account}:role/{role}"
            : arn;

    private static string SdkText(string? arn) => Readers.SdkValues.Required(arn, "sts:GetCallerIdentity", "ARN");
}
