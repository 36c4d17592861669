using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Connection;

/// <summary>A failure that may pass: too many requests, an error of the server, a cut connection.</summary>
internal sealed class TransientReadException(KubernetesReadException cause, TimeSpan? retryAfter = null) : Exception(cause.Message)
{
    internal KubernetesReadException Cause => cause;

    internal TimeSpan? RetryAfter => retryAfter;
}

/// <summary>How often and how long to wait. The deadline of the part bounds the sum.</summary>
internal sealed class RetryRule
{
    internal static readonly RetryRule Once = new(0, 0);
    internal static readonly RetryRule Patient = new(throttleRetries: 5, otherRetries: 3);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan LongestObeyedPause = TimeSpan.FromSeconds(30);

    private readonly int throttleRetries;
    private readonly int otherRetries;

    private RetryRule(int throttleRetries, int otherRetries)
    {
        this.throttleRetries = throttleRetries;
        this.otherRetries = otherRetries;
    }

    internal bool Allows(KubernetesReadException cause, int failures) =>
        failures <= (cause.Reason == GapReason.Throttled ? throttleRetries : otherRetries);

    /// <summary>What the server asked for, within bounds; otherwise a growing pause that differs between clients.</summary>
    internal static TimeSpan Pause(TimeSpan? retryAfter, int failures)
    {
        if (retryAfter is { } asked)
        {
            return asked < LongestObeyedPause ? asked : LongestObeyedPause;
        }

        var grown = FirstPause * Math.Pow(2, failures - 1);
        return (grown < LongestPause ? grown : LongestPause) * (0.5 + (Random.Shared.NextDouble() / 2));
    }
}
