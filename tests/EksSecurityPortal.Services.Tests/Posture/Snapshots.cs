using System.Reflection;
using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Services.Tests.Posture;

/// <summary>Snapshots for tests: every list part present and empty, the control plane filled.</summary>
internal static class Snapshots
{
    internal static ClusterSnapshot Of(ClusterRef cluster, DateTimeOffset at)
    {
        var snapshot = (ClusterSnapshot)Filled(typeof(ClusterSnapshot), cluster);
        return snapshot with
        {
            Format = ClusterSnapshot.CurrentFormat,
            Cluster = cluster,
            CollectedAt = at,
            Eks = snapshot.Eks with
            {
                ControlPlane = Part.Of(new ControlPlane
                {
                    Status = "ACTIVE",
                    Version = "1.34",
                    EndpointPublicAccess = true,
                    Tags = new Dictionary<string, string> { ["team"] = "shop", ["env"] = "prod" },
                }),
                VersionCalendar = Part.OfList<VersionSupport>([new("1.34", "STANDARD_SUPPORT", null, new(2027, 12, 2, 0, 0, 0, TimeSpan.Zero), null, null, null, true, CalendarSource.Api)]),
            },
            Kubernetes = snapshot.Kubernetes with
            {
                Version = Part.Of(new KubernetesVersion("v1.34.2-eks-1", null)),
                Nodes = Part.OfList<Node>([new() { Name = "ip-10-0-0-1", CreatedAt = null }]),
            },
        };
    }

    internal static ClusterSnapshot WithNamespaces(this ClusterSnapshot snapshot, params IEnumerable<string> names) => snapshot with
    {
        Kubernetes = snapshot.Kubernetes with
        {
            Namespaces = Part.OfList<KubernetesNamespace>([.. names.Select(name => new KubernetesNamespace(name, "Active", null, new Dictionary<string, string>(), new Dictionary<string, string>()))]),
        },
    };

    internal static ClusterSnapshot WithoutNamespaces(this ClusterSnapshot snapshot) => snapshot with
    {
        Kubernetes = snapshot.Kubernetes with
        {
            Namespaces = Part.Missing<IReadOnlyList<KubernetesNamespace>>(new(GapReason.Denied, "k8s:list namespaces", "forbidden", "get,list namespaces")),
        },
    };

    /// <summary>An instance with its required members filled: facts of facts, empty lists, absent single parts.</summary>
    private static object Filled(Type type, ClusterRef cluster)
    {
        var instance = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite && property.GetIndexParameters().Length == 0))
        {
            if (typeof(IPart).IsAssignableFrom(property.PropertyType))
            {
                var facts = property.PropertyType.GetGenericArguments()[0];
                var empty = facts.IsGenericType ? Array.CreateInstance(facts.GetGenericArguments()[0], 0) : null;
                PartGap[] gaps = empty is null ? [new(GapReason.Unsupported, "", "not here")] : [];
                property.SetValue(instance, Activator.CreateInstance(property.PropertyType, empty, gaps));
            }
            else if (property.PropertyType.IsClass && property.PropertyType.Namespace == type.Namespace && property.PropertyType != typeof(ClusterRef))
            {
                property.SetValue(instance, Filled(property.PropertyType, cluster));
            }
        }

        return instance;
    }
}
