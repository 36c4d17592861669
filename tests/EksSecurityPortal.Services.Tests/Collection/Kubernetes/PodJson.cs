using System.Text.Json;

namespace EksSecurityPortal.Services.Tests.Collection.Kubernetes;

/// <summary>Objects as an API server writes them.</summary>
internal static class PodJson
{
    internal static string Named(string name, string space = "shop") => Write(new { metadata = new { name, @namespace = space } });

    /// <param name="owner">Kind and name of the controller; null for a bare pod.</param>
    internal static string Pod(
        string name, (string Kind, string Name)? owner = null, string space = "shop", string? node = "node-a", string image = "shop/cart:1", string phase = "Running",
        bool isReady = true, object? annotations = null, object? labels = null, object? containers = null, object? volumes = null, object? initContainers = null) => Write(new
        {
            metadata = new
            {
                name,
                @namespace = space,
                labels = labels ?? new { app = "cart" },
                annotations,
                ownerReferences = owner is { } known ? new[] { new { apiVersion = "apps/v1", kind = known.Kind, name = known.Name, controller = true } } : null,
            },
            spec = new
            {
                volumes = volumes ?? new object[] { new { name = "kube-api-access-" + name[^Math.Min(5, name.Length)..], projected = new { sources = new object[] { new { serviceAccountToken = new { path = "token" } } } } } },
                initContainers,
                containers = containers ?? new object[] { new { name = "app", image, volumeMounts = new[] { new { name = "kube-api-access-" + name[^Math.Min(5, name.Length)..], mountPath = "/var/run/secrets" } } } },
                nodeName = node,
                serviceAccountName = "cart",
            },
            status = new { phase, conditions = new[] { new { type = "Ready", status = isReady ? "True" : "False" } } },
        });

    internal static string Controller(string name, (string Kind, string Name)? owner = null, string space = "shop", int replicas = 1, string image = "shop/cart:1") => Write(new
    {
        metadata = new { name, @namespace = space, ownerReferences = owner is { } known ? new[] { new { kind = known.Kind, name = known.Name, controller = true } } : null },
        spec = new { replicas, selector = new { matchLabels = new { app = name } }, template = new { metadata = new { labels = new { app = name } }, spec = new { containers = new[] { new { name = "app", image } } } } },
    });

    internal static string Write(object value) => JsonSerializer.Serialize(value);
}
