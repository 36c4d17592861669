namespace Amazon.EKS.Model;

/// <summary>Pods that match a selector run on Fargate.</summary>
public class FargateProfile
{
    public string? FargateProfileName { get; set; }
    public string? FargateProfileArn { get; set; }
    public string? ClusterName { get; set; }
    public DateTime? CreatedAt { get; set; }
    public string? PodExecutionRoleArn { get; set; }
    public List<string>? Subnets { get; set; }
    public List<FargateProfileSelector>? Selectors { get; set; }
    public FargateProfileStatus? Status { get; set; }
    public Dictionary<string, string>? Tags { get; set; }
    public FargateProfileHealth? Health { get; set; }
}

/// <summary>A namespace, and labels that a pod must all have.</summary>
public class FargateProfileSelector
{
    public string? Namespace { get; set; }
    public Dictionary<string, string>? Labels { get; set; }
}

public class FargateProfileHealth
{
    public List<FargateProfileIssue>? Issues { get; set; }
}

public class FargateProfileIssue
{
    public FargateProfileIssueCode? Code { get; set; }
    public string? Message { get; set; }
    public List<string>? ResourceIds { get; set; }
}
