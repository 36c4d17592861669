using System.Security.Authentication;
using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Connection;

/// <summary>What an exception of the HTTP stack means for a reader.</summary>
internal static class ConnectionFailure
{
    /// <summary>Null when the exception is none of the connection's, or the caller cancelled.</summary>
    internal static Exception? Find(Exception exception, bool deadlinePassed, TimeSpan deadline, CancellationToken cancellationToken) => exception switch
    {
        _ when cancellationToken.IsCancellationRequested => null,
        OperationCanceledException { InnerException: TimeoutException } => new KubernetesReadException(GapReason.Unreachable, "No connection within the time allowed; a private endpoint, or a security group that does not let the portal in."),
        OperationCanceledException when deadlinePassed => new KubernetesReadException(GapReason.TimedOut, $"The answer did not end within {deadline.TotalSeconds:0} s."),
        HttpRequestException request => Read(request),
        // the body ended early, or is no valid gzip
        IOException or InvalidDataException => new TransientReadException(new KubernetesReadException(GapReason.Failed, "The connection was cut before the answer ended.")),
        _ => null,
    };

    private static Exception Read(HttpRequestException request) => request.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => new KubernetesReadException(GapReason.Unreachable, "The endpoint's host name has no address from here."),
        HttpRequestError.SecureConnectionError when Find<AuthenticationException>(request) is { } refused =>
            new KubernetesReadException(GapReason.Unreachable, $"The endpoint's certificate was refused: {refused.Message}"),
        HttpRequestError.SecureConnectionError => new KubernetesReadException(GapReason.Unreachable, "No TLS connection could be made to the endpoint."),
        HttpRequestError.ConnectionError => new TransientReadException(new KubernetesReadException(GapReason.Unreachable, $"No connection to the endpoint: {request.Message}")),
        _ => new TransientReadException(new KubernetesReadException(GapReason.Failed, $"The connection broke: {request.HttpRequestError}.")),
    };

    private static T? Find<T>(Exception exception)
        where T : Exception
    {
        for (var inner = exception.InnerException; inner is not null; inner = inner.InnerException)
        {
            if (inner is T found)
            {
                return found;
            }
        }

        return null;
    }
}
