namespace EksSecurityPortal.Services.Onboarding;

/// <summary>A file for download.</summary>
public sealed record AccountFile(string FileName, string ContentType, string Text);

/// <summary>The files that prepare an account, by the names that the portal's addresses use.</summary>
public static class OnboardingFiles
{
    public const string CloudFormation = "reader-role.cloudformation.yaml";
    public const string Terraform = "reader-role.tf";
    public const string Policy = "reader-policy.json";
    public const string HubPolicy = "hub-policy.json";
    public const string Kubernetes = "kubernetes-access.yaml";

    public static IReadOnlyList<string> Names { get; } = [CloudFormation, Terraform, Policy, HubPolicy, Kubernetes];

    /// <summary>Null when there is no file of that name.</summary>
    public static AccountFile? Find(string fileName, ReaderRole role) => fileName switch
    {
        CloudFormation => new AccountFile(fileName, "application/yaml", CloudFormationTemplate.Create(role)),
        Terraform => new AccountFile(fileName, "text/plain", TerraformModule.Create(role)),
        Policy => new AccountFile(fileName, "application/json", ReaderPolicy.Json(role.Partition)),
        HubPolicy => new AccountFile(fileName, "application/json", TrustPolicy.HubJson(role)),
        Kubernetes => new AccountFile(fileName, "application/yaml", KubernetesAccess.Manifest(role)),
        _ => null,
    };
}
