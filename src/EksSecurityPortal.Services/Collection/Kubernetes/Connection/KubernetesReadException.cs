using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Connection;

/// <summary>A request did not give what was asked for. Caught at the edge of each part and turned into its gap; never leaves the reader.</summary>
internal sealed class KubernetesReadException(GapReason reason, string detail, int statusCode = 0) : Exception(HostileText.Clean(detail, 480))
{
    internal GapReason Reason => reason;

    /// <summary>HTTP status of the refusal; 0 when there was none.</summary>
    internal int StatusCode => statusCode;

    /// <summary>The token a 410 answer offers to go on with, if with newer objects than the pages before.</summary>
    internal string? ContinueToken { get; init; }

    internal PartGap ToGap(KubernetesRequest request, string? subject = null) => new(
        Reason, request.Operation, Message,
        Reason == GapReason.Denied ? request.Rule : Reason == GapReason.CredentialsRejected ? "an EKS access entry (or aws-auth mapping) of this cluster for the reader role" : null,
        subject);
}
