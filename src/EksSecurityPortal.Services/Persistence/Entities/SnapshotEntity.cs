using EksSecurityPortal.Core.Checks;

namespace EksSecurityPortal.Services.Persistence.Entities;

/// <summary>The facts of a cluster, compressed; stored once however many runs saw the same.</summary>
public sealed class SnapshotEntity
{
    public long Id { get; set; }

    public int ClusterId { get; set; }

    /// <summary>SHA-256 of the canonical JSON without the time of collection, lower-case hexadecimal.</summary>
    public required string ContentHash { get; set; }

    public int Format { get; set; }

    public DateTimeOffset StoredAt { get; set; }

    /// <summary>Bytes of JSON before compression.</summary>
    public int PlainBytes { get; set; }

    /// <summary>Brotli of the JSON.</summary>
    public required byte[] Content { get; set; }
}

/// <summary>
/// Outcomes of the newest run of one cluster in one area, compressed. They are only ever listed together, and are many: as rows a large
/// cluster's passes alone would outweigh everything else. What is counted or filtered over clusters is in <see cref="ClusterCheckEntity"/> and
/// <see cref="FindingEntity"/>.
/// </summary>
public sealed class OutcomeSetEntity
{
    public int ClusterId { get; set; }

    public CheckArea Area { get; set; }

    public Guid RunId { get; set; }

    public int Count { get; set; }

    /// <summary>Brotli of the JSON.</summary>
    public required byte[] Content { get; set; }
}
