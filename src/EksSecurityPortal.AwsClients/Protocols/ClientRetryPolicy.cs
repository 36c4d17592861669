using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace EksSecurityPortal.AwsClients.Protocols;

/// <summary>
/// Standard retries with two differences. The budget belongs to the client: the SDK keys it by region and service, so that one
/// throttled account would use up the retries of all others. And status 429 means throttled whatever the body says: the SDK
/// looks only at error codes, which an answer from a gateway in between does not have.
/// </summary>
public sealed class ClientRetryPolicy : StandardRetryPolicy
{
    /// <summary>Tokens of the SDK's own budget: 500, of which a retry takes 5 and a time-out 10.</summary>
    private const int Budget = 500;

    /// <param name="config">Of the client that the policy is for.</param>
    /// <param name="maxDelay">The longest wait before a retry; without it the configuration's own, or the SDK's 20 seconds.</param>
    public ClientRetryPolicy(IClientConfig config, TimeSpan? maxDelay = null)
        : base(config)
    {
        RetryCapacity = new RetryCapacity(Budget) { AvailableCapacity = Budget };
        if ((maxDelay ?? (config as AwsServiceConfig)?.MaxRetryDelay) is { } delay)
        {
            MaxBackoffInMilliseconds = (int)delay.TotalMilliseconds;
        }
    }

    public override bool IsThrottlingError(Exception exception) =>
        exception is AmazonServiceException { StatusCode: HttpStatusCode.TooManyRequests } || base.IsThrottlingError(exception);
}
