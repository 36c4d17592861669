using EksSecurityPortal.Sandbox.Kubernetes.Defaults;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Objects;

/// <summary>Objects that are held as JSON: the estate's, and those of EKS itself.</summary>
internal static class RawObjects
{
    public static IEnumerable<KubeObject> Of(Cluster cluster, KubeKind kind, DateTimeOffset now)
    {
        foreach (var item in cluster.Kubernetes.Objects.Concat(EksObjects.Of(cluster)))
        {
            if (item.Plural != kind.Plural || item.ApiVersion != kind.ApiVersion)
            {
                continue;
            }

            var meta = MetaOf.Object(cluster, kind.Kind, kind.IsNamespaced ? item.Namespace : null, item.Name, item.Created ?? Between(cluster.CreatedAt, now));
            yield return new KubeObject(
                meta with { Generation = 1, Labels = item.Labels, Annotations = item.Annotations, IsApplied = MetaOf.IsApplied(meta), Manager = "helm" },
                writer => writer.WriteMembersOf(item.Body));
        }
    }

    private static DateTimeOffset Between(DateTimeOffset first, DateTimeOffset last) => first + ((last - first) / 2);
}
