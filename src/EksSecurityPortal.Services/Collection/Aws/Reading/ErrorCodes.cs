using System.Collections.Frozen;
using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Services.Collection.Aws.Reading;

/// <summary>What the error codes of the services mean to the portal. The services spell one and the same thing differently.</summary>
internal static class ErrorCodes
{
    private static readonly FrozenDictionary<string, GapReason> Reasons = new Dictionary<GapReason, string[]>
    {
        [GapReason.Denied] =
        [
            "AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "Client.UnauthorizedOperation", "AuthorizationError",
            "AuthorizationErrorException", "NotAuthorized", "UnauthorizedException", "UnauthorizedAccess", "KMSAccessDeniedException",
        ],
        [GapReason.CredentialsRejected] =
        [
            "InvalidClientTokenId", "UnrecognizedClientException", "ExpiredToken", "ExpiredTokenException", "AuthFailure", "SignatureDoesNotMatch",
            "InvalidSignatureException", "IncompleteSignature", "IncompleteSignatureException", "MissingAuthenticationToken",
            "MissingAuthenticationTokenException", "InvalidAccessKeyId", "InvalidToken", "RequestExpired", "InvalidIdentityToken", "TokenRefreshRequired",
        ],
        [GapReason.Throttled] =
        [
            "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottled", "RequestThrottledException", "RequestLimitExceeded",
            "TooManyRequestsException", "TooManyRequests", "EC2ThrottledException", "BandwidthLimitExceeded", "SlowDown", "PriorRequestNotComplete",
            "ProvisionedThroughputExceededException", "LimitExceededException",
        ],
        [GapReason.Unsupported] =
        [
            "InvalidAction", "UnknownOperation", "UnknownOperationException", "UnsupportedOperation", "UnsupportedOperationException", "NotImplemented",
            "NotImplementedException", "NotImplementedError", "NotYetImplemented", "OptInRequired", "InternalFailure.NotImplemented",
        ],
        [GapReason.TimedOut] = ["RequestTimeout", "RequestTimeoutException", "RequestTimedOut"],
    }.SelectMany(pair => pair.Value.Select(code => (code, pair.Key))).ToFrozenDictionary(pair => pair.code, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>Null when the code says nothing that the portal tells apart from a failure.</summary>
    public static GapReason? ReasonOf(string? code) => code is not null && Reasons.TryGetValue(code, out var reason) ? reason : null;

    /// <summary>True when the service knows the operation and allowed it, but there is no such thing.</summary>
    public static bool IsAbsent(string? code) =>
        code is not null && (code.EndsWith("NotFound", StringComparison.Ordinal) || code.EndsWith("NotFoundException", StringComparison.Ordinal)
            || code is "NoSuchEntity" or "NoSuchEntityException");
}
