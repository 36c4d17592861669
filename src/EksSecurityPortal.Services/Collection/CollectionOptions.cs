namespace EksSecurityPortal.Services.Collection;

/// <summary>Section <c>Collection</c> of the configuration. Times are bounds, not expectations.</summary>
public sealed class CollectionOptions
{
    public const string Section = "Collection";

    /// <summary>Calls under way at once per (account, region, service).</summary>
    public int ConcurrentCallsPerService { get; set; } = 4;

    /// <summary>Sustained calls per second per (account, region, service), and how many may come at once after a pause.</summary>
    public double CallsPerSecond { get; set; } = 10;

    public int CallBurst { get; set; } = 20;

    /// <summary>Lists under way at once against one cluster's Kubernetes API.</summary>
    public int ConcurrentKubernetesLists { get; set; } = 4;

    /// <summary>Items per page of a Kubernetes list.</summary>
    public int KubernetesPageSize { get; set; } = 500;

    /// <summary>How long a part may take in all, retries included.</summary>
    public TimeSpan PartDeadline { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long one answer of AWS or Kubernetes may take, body included.</summary>
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long connecting to a Kubernetes endpoint may take, TLS included.</summary>
    public TimeSpan KubernetesConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Largest answer that is accepted, bytes after decompression.</summary>
    public long MaxAnswerBytes { get; set; } = 64L << 20;
}
