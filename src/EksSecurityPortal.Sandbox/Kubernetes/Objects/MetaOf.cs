using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Objects;

/// <summary>Makes the metadata of objects that follow from the estate.</summary>
internal static class MetaOf
{
    public static ObjectMeta Object(Cluster cluster, string kind, string? @namespace, string name, DateTimeOffset? created = null)
    {
        var seed = Stable.Hash(cluster.Arn, kind, @namespace, name);
        return new ObjectMeta(@namespace, name, Stable.Uid(seed), VersionText(seed), ObjectWriter.Time(created ?? cluster.CreatedAt));
    }

    /// <summary>True for about one object in three: those that someone made by "kubectl apply".</summary>
    public static bool IsApplied(ObjectMeta meta) => Stable.Hash(meta.Uid) % 3 == 0;

    public static string VersionText(ulong seed) => Stable.ResourceVersion(seed).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
