using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using EksSecurityPortal.Services.Collection.Aws.Reading;
using Microsoft.Extensions.Options;

namespace EksSecurityPortal.Services.Collection.Aws.Entering;

/// <summary>The portal's own credentials and region. Thread-safe.</summary>
internal sealed class HubCredentials(IOptions<AwsOptions> options)
{
    private const string DefaultRegion = "us-east-1";

    /// <summary>Where roles are assumed and regions are listed.</summary>
    public string Region => options.Value.HubRegion ?? FallbackRegionFactory.GetRegionEndpoint()?.SystemName ?? DefaultRegion;

    /// <summary>The configured key pair, else what the standard chain finds.</summary>
    /// <exception cref="CredentialsException">There are none.</exception>
    public async Task<AWSCredentials> GetAsync(CancellationToken cancellationToken)
    {
        if (options.Value is { AccessKey: { Length: > 0 } key, SecretKey: { Length: > 0 } secret })
        {
            return options.Value.SessionToken is { Length: > 0 } token ? new SessionAWSCredentials(key, secret, token) : new BasicAWSCredentials(key, secret);
        }

        try
        {
            var resolver = new DefaultAWSCredentialsIdentityResolver();
            return (AWSCredentials)await resolver.ResolveIdentityAsync(null, cancellationToken);
        }
        catch (AmazonClientException exception)
        {
            throw new CredentialsException(
                "The portal has no AWS credentials of its own. Give its process a role (EKS Pod Identity, IRSA, ECS task or EC2 instance profile), "
                + "or set AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.",
                exception);
        }
    }
}
