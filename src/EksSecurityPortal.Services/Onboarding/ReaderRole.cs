using EksSecurityPortal.Services.Collection;
using EksSecurityPortal.Services.Collection.Aws;
using EksSecurityPortal.Services.Collection.Aws.Entering;

namespace EksSecurityPortal.Services.Onboarding;

/// <summary>What the files for one account are made for. Only made from values that have the form AWS gives them.</summary>
public sealed record ReaderRole
{
    /// <summary>Name of the role when the account's connection names none.</summary>
    public const string DefaultName = "EksSecurityPortalReader";

    private ReaderRole(string accountId, string arn, string? externalId, string? hubPrincipalArn) =>
        (AccountId, Arn, ExternalId, HubPrincipalArn) = (accountId, arn, externalId, hubPrincipalArn);

    public string AccountId { get; }

    public string Arn { get; }

    /// <summary>Null when none is set: the files then ask for one.</summary>
    public string? ExternalId { get; }

    /// <summary>Who may assume the role; null when the portal does not know who it is: the files then ask for it.</summary>
    public string? HubPrincipalArn { get; }

    public string Partition => Arn.Split(':')[1];

    public string Name => Arn[(Arn.LastIndexOf('/') + 1)..];

    /// <summary>With a slash at both ends; <c>/</c> for none.</summary>
    public string Path => Arn[(Arn.IndexOf(":role/", StringComparison.Ordinal) + ":role".Length)..(Arn.LastIndexOf('/') + 1)];

    /// <summary>As the aws-auth ConfigMap wants it.</summary>
    public string ArnWithoutPath => $"arn:{Partition}:iam::{AccountId}:role/{Name}";

    /// <summary>Checks the values; the role is null when there are problems, each a sentence that names the value and the remedy.</summary>
    /// <param name="roleArn">Null or empty for <see cref="DefaultName"/>.</param>
    public static (ReaderRole? Role, IReadOnlyList<string> Problems) Create(string accountId, string? roleArn, string? externalId, string? hubPrincipalArn)
    {
        var partition = hubPrincipalArn?.Split(':') is ["arn", { Length: > 0 } hub, ..] ? hub : "aws";
        var arn = string.IsNullOrEmpty(roleArn) ? $"arn:{partition}:iam::{accountId}:role/{DefaultName}" : roleArn;
        var external = string.IsNullOrEmpty(externalId) ? null : externalId;
        var problems = ConnectionRules.Problems(new AccountConnection(accountId, accountId, arn, external, []));
        return problems.Count > 0 ? (null, problems) : (new ReaderRole(accountId, arn, external, hubPrincipalArn), []);
    }
}
