namespace Amazon.Organizations.Model;

/// <summary>An organisation and its management account.</summary>
public class Organization
{
    public string? Id { get; set; }
    public string? Arn { get; set; }
    public OrganizationFeatureSet? FeatureSet { get; set; }
    public string? MasterAccountArn { get; set; }
    public string? MasterAccountId { get; set; }
    public string? MasterAccountEmail { get; set; }
    public List<PolicyTypeSummary>? AvailablePolicyTypes { get; set; }
}

/// <summary>A kind of policy, and whether it is enabled at the root. AWS advises to ask the root for it instead.</summary>
public class PolicyTypeSummary
{
    public PolicyType? Type { get; set; }
    public PolicyTypeStatus? Status { get; set; }
}
