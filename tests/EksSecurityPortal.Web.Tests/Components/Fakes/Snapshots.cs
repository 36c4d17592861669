using System.Reflection;
using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Web.Tests.Components.Fakes;

/// <summary>Snapshots for pages: one of which nothing was read, and one with something in every panel.</summary>
internal static class Snapshots
{
    internal static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    internal const string Hostile = "<img src=x onerror=alert(1)>\u202Egnp.exe\u0007";

    internal static ClusterRef Shop { get; } = new("aws", "111122223333", "eu-central-1", "shop");

    internal static ClusterSnapshot Blind(GapReason reason = GapReason.Denied) => new()
    {
        Cluster = Shop,
        CollectedAt = Now.AddHours(-2),
        Eks = Missing<EksFacts>(reason),
        Network = Missing<NetworkFacts>(reason),
        Compute = Missing<ComputeFacts>(reason),
        Identity = Missing<IdentityFacts>(reason),
        Kubernetes = Missing<KubernetesFacts>(reason),
    };

    internal static ClusterSnapshot Full() => Blind() with
    {
        Eks = SnapshotFacts.Eks(Missing<EksFacts>(GapReason.Denied)),
        Network = SnapshotFacts.Network(Missing<NetworkFacts>(GapReason.Denied)),
        Compute = SnapshotFacts.Compute(Missing<ComputeFacts>(GapReason.Throttled)),
        Identity = SnapshotFacts.Identity(Missing<IdentityFacts>(GapReason.Denied)),
        Kubernetes = SnapshotFacts.Kubernetes(Missing<KubernetesFacts>(GapReason.TimedOut)),
    };

    // every part of the record absent with the same kind of reason
    private static T Missing<T>(GapReason reason)
        where T : class
    {
        var facts = Activator.CreateInstance<T>();
        foreach (var property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => typeof(IPart).IsAssignableFrom(property.PropertyType)))
        {
            var gap = new PartGap(reason, $"eks:Describe{property.Name}", $"User is not authorized to read {property.Name}.", $"eks:Describe{property.Name}");
            property.SetValue(facts, Activator.CreateInstance(property.PropertyType, null, new List<PartGap> { gap }));
        }

        return facts;
    }
}
