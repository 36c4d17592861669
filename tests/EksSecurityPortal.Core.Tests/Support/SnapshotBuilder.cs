using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Tests.Support;

/// <summary>
/// A snapshot of a well-kept cluster of Kubernetes 1.34 with everything read and no nodes; tests change what they are about. Three private
/// subnets (subnet-a, -b, -c) with a NAT gateway each, a public one (subnet-public), one security group (sg-cluster).
/// </summary>
internal sealed partial class SnapshotBuilder
{
    public static readonly DateTimeOffset CollectedAt = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public static readonly ClusterRef Cluster = new("aws", "111122223333", "eu-west-1", "prod");

    public const string Issuer = "oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF";

    private readonly Dictionary<SnapshotPart, PartGap> missing = [];
    private readonly Dictionary<SnapshotPart, List<PartGap>> holes = [];
    private bool isReversed;

    public static SnapshotBuilder New() => new();

    public static PartGap Denied(string subject) => new(GapReason.Denied, "api:Describe", "not authorised", "api:Describe", subject);

    /// <summary>The part could not be read, because of a grant that is missing.</summary>
    public SnapshotBuilder Missing(params SnapshotPart[] parts)
    {
        foreach (var part in parts)
        {
            missing[part] = new(GapReason.Denied, $"api:{part}", "not authorised", $"grant:{part}");
        }

        return this;
    }

    public SnapshotBuilder MissingEverything() => Missing(Enum.GetValues<SnapshotPart>());

    /// <summary>The part was read, but for one member.</summary>
    public SnapshotBuilder Hole(SnapshotPart part, string subject)
    {
        holes.TryAdd(part, []);
        holes[part].Add(Denied(subject));
        return this;
    }

    /// <summary>Every list in the opposite order.</summary>
    public SnapshotBuilder Reversed()
    {
        isReversed = true;
        return this;
    }

    public SnapshotBuilder ControlPlane(Func<ControlPlane, ControlPlane> change)
    {
        controlPlane = change(controlPlane);
        return this;
    }

    private Part<IReadOnlyList<T>> List<T>(SnapshotPart part, IEnumerable<T> items)
    {
        var list = isReversed ? items.Reverse().ToList() : [.. items];
        return missing.TryGetValue(part, out var gap) ? Part.Missing<IReadOnlyList<T>>(gap) : Part.OfList<T>(list, holes.GetValueOrDefault(part));
    }

    private Part<T> One<T>(SnapshotPart part, T facts)
        where T : class => missing.TryGetValue(part, out var gap) ? Part.Missing<T>(gap) : Part.Of(facts, holes.GetValueOrDefault(part));
}
