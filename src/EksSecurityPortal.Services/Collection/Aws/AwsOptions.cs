using System.ComponentModel.DataAnnotations;

namespace EksSecurityPortal.Services.Collection.Aws;

/// <summary>
/// Section <c>Aws</c> of the configuration. Empty in normal use: credentials come from the standard chain (environment, profile, EKS Pod
/// Identity, IRSA, instance), endpoints and FIPS from the standard AWS variables. The address and keys here serve demonstrations and tests.
/// </summary>
public sealed class AwsOptions : IValidatableObject
{
    public const string Section = "Aws";

    /// <summary>One address for every AWS service, in place of the real ones; null for the real ones or those of <c>AWS_ENDPOINT_URL</c>.</summary>
    public string? ServiceUrl { get; set; }

    /// <summary>The portal's own access key, with <see cref="SecretKey"/>; null for the standard chain.</summary>
    public string? AccessKey { get; set; }

    public string? SecretKey { get; set; }

    public string? SessionToken { get; set; }

    /// <summary>Where roles are assumed and regions are listed; null for the region of the environment, else us-east-1.</summary>
    public string? HubRegion { get; set; }

    /// <summary>ARN of the portal's own role, for the trust policies of reader roles; null to ask AWS, which does not tell a role's path.</summary>
    public string? HubPrincipalArn { get; set; }

    /// <summary>How often one call is sent before it counts as failed, the first time included.</summary>
    [Range(1, 10)]
    public int Attempts { get; set; } = 4;

    /// <summary>Longest wait before a call is sent again, seconds.</summary>
    [Range(0, 60)]
    public double MaxRetryDelaySeconds { get; set; } = 20;

    /// <summary>Finds settings that contradict each other; each problem names its key.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ServiceUrl is not null && (!Uri.TryCreate(ServiceUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")))
        {
            yield return new ValidationResult($"{Section}:{nameof(ServiceUrl)} \"{ServiceUrl}\" is not an http or https address.", [nameof(ServiceUrl)]);
        }

        if (string.IsNullOrEmpty(AccessKey) != string.IsNullOrEmpty(SecretKey))
        {
            yield return new ValidationResult($"{Section}:{nameof(AccessKey)} and {Section}:{nameof(SecretKey)} go together: set both or neither.", [nameof(AccessKey)]);
        }

        if (HubRegion is not null && !RegionCode.IsWellFormed(HubRegion))
        {
            yield return new ValidationResult($"{Section}:{nameof(HubRegion)} \"{HubRegion}\" is not a region code such as eu-central-1.", [nameof(HubRegion)]);
        }
    }
}
