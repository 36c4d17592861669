namespace Amazon.EKS.Model;

/// <summary>Something that AWS noticed about a cluster.</summary>
public class Insight
{
    public string? Id { get; set; }
    public string? Name { get; set; }
    public Category? Category { get; set; }
    public string? KubernetesVersion { get; set; }
    public DateTime? LastRefreshTime { get; set; }
    public DateTime? LastTransitionTime { get; set; }
    public string? Description { get; set; }
    public InsightStatus? InsightStatus { get; set; }
    public string? Recommendation { get; set; }
    public Dictionary<string, string>? AdditionalInfo { get; set; }
    public List<InsightResourceDetail>? Resources { get; set; }
    public InsightCategorySpecificSummary? CategorySpecificSummary { get; set; }
}

/// <summary>Outcome of an insight and the reason for it.</summary>
public class InsightStatus
{
    public InsightStatusValue? Status { get; set; }
    public string? Reason { get; set; }
}

/// <summary>A resource that an insight concerns.</summary>
public class InsightResourceDetail
{
    public InsightStatus? InsightStatus { get; set; }
    public string? KubernetesResourceUri { get; set; }
    public string? Arn { get; set; }
}

public class InsightCategorySpecificSummary
{
    public List<DeprecationDetail>? DeprecationDetails { get; set; }
    public List<AddonCompatibilityDetail>? AddonCompatibilityDetails { get; set; }
}

/// <summary>A Kubernetes API that goes away, and who still calls it.</summary>
public class DeprecationDetail
{
    public string? Usage { get; set; }
    public string? ReplacedWith { get; set; }
    public string? StopServingVersion { get; set; }
    public string? StartServingReplacementVersion { get; set; }
    public List<ClientStat>? ClientStats { get; set; }
}

/// <summary>How often a client called a deprecated API in the last 30 days.</summary>
public class ClientStat
{
    public string? UserAgent { get; set; }
    public int? NumberOfRequestsLast30Days { get; set; }
    public DateTime? LastRequestTime { get; set; }
}

/// <summary>Versions of an add-on that go with the next cluster version.</summary>
public class AddonCompatibilityDetail
{
    public string? Name { get; set; }
    public List<string>? CompatibleVersions { get; set; }
}

/// <summary>An insight without the resources that it concerns.</summary>
public class InsightSummary
{
    public string? Id { get; set; }
    public string? Name { get; set; }
    public Category? Category { get; set; }
    public string? KubernetesVersion { get; set; }
    public DateTime? LastRefreshTime { get; set; }
    public DateTime? LastTransitionTime { get; set; }
    public string? Description { get; set; }
    public InsightStatus? InsightStatus { get; set; }
}

/// <summary>Which insights to list; members that are not set do not narrow.</summary>
public class InsightsFilter
{
    public List<string>? Categories { get; set; }
    public List<string>? KubernetesVersions { get; set; }
    public List<string>? Statuses { get; set; }
}
