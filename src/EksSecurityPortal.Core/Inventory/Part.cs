using System.Text.Json.Serialization;

namespace EksSecurityPortal.Core.Inventory;

/// <summary>What a snapshot holds of one <see cref="SnapshotPart"/> whatever the type of its facts.</summary>
public interface IPart
{
    /// <summary>True when facts were read, if perhaps not all of them (see <see cref="Gaps"/>).</summary>
    bool IsPresent { get; }

    /// <summary>What could not be read. Empty when the part is complete; one or more when the part is missing or has holes.</summary>
    IReadOnlyList<PartGap> Gaps { get; }
}

/// <summary>
/// Facts of one part, or why there are none. Present with gaps means: the list was read, but some of its members were not (for example
/// one node group of thirty could not be described). Absent always has at least one gap. An empty list is a fact: there are none.
/// </summary>
/// <typeparam name="T">The facts: a record or an <see cref="IReadOnlyList{T}"/> of records.</typeparam>
public sealed record Part<T> : IPart
    where T : class
{
    [JsonConstructor]
    public Part(T? facts, IReadOnlyList<PartGap>? gaps)
    {
        Facts = facts;
        Gaps = gaps is { Count: > 0 } ? gaps
            : facts is not null ? []
            : [new PartGap(GapReason.NotCollected, "", "This part was not collected.")];
    }

    /// <summary>The facts; null when the part is absent.</summary>
    public T? Facts { get; }

    public IReadOnlyList<PartGap> Gaps { get; }

    [JsonIgnore]
    public bool IsPresent => Facts is not null;

    /// <summary>The facts of a part that a check requires.</summary>
    /// <exception cref="InvalidOperationException">The part is absent: the caller read it without requiring it.</exception>
    [JsonIgnore]
    public T Value => Facts ?? throw new InvalidOperationException("A part was read that is absent; the check must list it in Requires.");
}

/// <summary>Makes parts; the element types are inferred.</summary>
public static class Part
{
    public static Part<T> Of<T>(T facts, IReadOnlyList<PartGap>? gaps = null)
        where T : class => new(facts, gaps);

    public static Part<IReadOnlyList<T>> OfList<T>(IReadOnlyList<T> facts, IReadOnlyList<PartGap>? gaps = null) => new(facts, gaps);

    public static Part<T> Missing<T>(PartGap gap)
        where T : class => new(null, [gap]);
}

/// <summary>Why something could not be read. Stored by name.</summary>
public enum GapReason
{
    /// <summary>Nothing tried to read it (not asked for, or an earlier gap made it pointless).</summary>
    NotCollected,

    /// <summary>The API refused: a grant is missing.</summary>
    Denied,

    /// <summary>The credentials themselves were refused or could not be had.</summary>
    CredentialsRejected,

    /// <summary>No connection: private endpoint, DNS, TLS.</summary>
    Unreachable,

    /// <summary>The API kept answering "too many requests".</summary>
    Throttled,

    /// <summary>The deadline of the part passed.</summary>
    TimedOut,

    /// <summary>The API does not know the operation or the kind; nothing to grant.</summary>
    Unsupported,

    /// <summary>The answer could not be understood, or was over a size limit.</summary>
    Malformed,

    /// <summary>The API answered with an error of its own.</summary>
    Failed,

    /// <summary>A person or a shutdown ended the run.</summary>
    Cancelled,
}

/// <summary>One hole in what was read.</summary>
/// <param name="Reason">Kind of cause.</param>
/// <param name="Operation">The call: <c>eks:ListAccessEntries</c>, or <c>k8s:list networkpolicies.networking.k8s.io</c>. Empty when no call was made.</param>
/// <param name="Detail">What the API said, for a person to read; never holds a secret; at most 500 characters.</param>
/// <param name="Grant">The IAM action or the RBAC rule that would unlock it; null when no grant would help.</param>
/// <param name="Subject">The member that could not be read (name or ARN) when the rest of the part was; null for the whole part.</param>
public sealed record PartGap(GapReason Reason, string Operation, string Detail, string? Grant = null, string? Subject = null);
