using System.Globalization;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Defaults;

/// <summary>What the pod templates of ordinary applications carry besides what their author cares about; it makes pods as large as real ones.</summary>
internal static class PodDefaults
{
    /// <summary>Configuration in environment values, none of it secret.</summary>
    public static IReadOnlyList<EnvironmentVariable> Configuration(string name) =>
    [
        new("LOG_LEVEL", "info"),
        new("LOG_FORMAT", "json"),
        new("PORT", "8080"),
        new("SERVICE_NAME", name),
        new("OTEL_SERVICE_NAME", name),
        new("OTEL_EXPORTER_OTLP_ENDPOINT", "http://otel-collector.observability.svc.cluster.local:4317"),
        new("OTEL_RESOURCE_ATTRIBUTES", $"service.namespace={name.Split('-')[0]},deployment.environment=production"),
        new("CACHE_URL", $"rediss://{name}-cache.internal.example:6379/0"),
        new("DATABASE_URL", $"postgres://{name}.cluster-c1a2b3.eu-west-1.rds.amazonaws.com:5432/{name}?sslmode=verify-full"),
        new("REQUEST_TIMEOUT_MS", "2500"),
        new("MAX_CONNECTIONS", Number(name, 20, 200)),
        new("FEATURE_FLAGS_URL", "http://feature-flags.platform.svc.cluster.local:8080/v1/flags"),
    ];

    /// <summary>Secrets in plain sight, as careless templates have them.</summary>
    public static IReadOnlyList<EnvironmentVariable> CarelessSecrets(string name) =>
    [
        new("DB_PASSWORD", Canary.Of($"{name}-db-password")),
        new("API_TOKEN", Canary.Of($"{name}-api-token")),
        new("AWS_SECRET_ACCESS_KEY", Canary.Of($"{name}-aws-secret-key")),
    ];

    /// <summary>Annotations that deployment tools and scrapers leave on templates.</summary>
    public static IReadOnlyDictionary<string, string> Annotations(string name, string image) => new Dictionary<string, string>
    {
        ["checksum/config"] = Stable.Hash(image, "config").ToString("x16", CultureInfo.InvariantCulture) + Stable.Hash(name, "config").ToString("x16", CultureInfo.InvariantCulture),
        ["prometheus.io/path"] = "/metrics",
        ["prometheus.io/port"] = "8080",
        ["prometheus.io/scrape"] = "true",
    };

    private static string Number(string name, int least, int range) =>
        (least + (int)(Stable.Hash(name) % (ulong)range)).ToString(CultureInfo.InvariantCulture);
}
