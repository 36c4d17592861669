using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using EksSecurityPortal.Core.Inventory;
using static EksSecurityPortal.Services.Collection.Aws.Readers.SdkValues;

namespace EksSecurityPortal.Services.Collection.Aws.Readers.Identity;

/// <summary>
/// All roles of an account with their policies, from iam:GetAccountAuthorizationDetails: one chain of pages in place of a call for each role
/// and policy. Read once per session, one page after the other, because all readers of an account share one rate.
/// </summary>
internal sealed class AccountIdentity
{
    private const string Operation = "iam:GetAccountAuthorizationDetails";

    private AccountIdentity(IReadOnlyList<IamRole> roles) => Roles = roles;

    /// <summary>Ordered by ARN.</summary>
    public IReadOnlyList<IamRole> Roles { get; }

    public static async Task<AccountIdentity> ReadAsync(IAmazonIdentityManagementService iam, CancellationToken cancellationToken)
    {
        var request = new GetAccountAuthorizationDetailsRequest { Filter = ["Role", "LocalManagedPolicy", "AWSManagedPolicy"], MaxItems = 1000 };
        var roles = new List<RoleDetail>();
        var documents = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var page in iam.Paginators.GetAccountAuthorizationDetails(request).Responses.WithCancellation(cancellationToken))
        {
            roles.AddRange(page.RoleDetailList ?? []);
            foreach (var policy in page.Policies ?? [])
            {
                if (policy.Arn is { } arn && policy.PolicyVersionList?.FirstOrDefault(version => version.IsDefaultVersion == true)?.Document is { } document)
                {
                    documents[arn] = document;
                }
            }
        }

        var decoded = new Dictionary<string, string>(StringComparer.Ordinal);
        return new AccountIdentity([.. roles.Select(role => FactOf(role, documents, decoded)).OrderBy(role => role.Arn, StringComparer.Ordinal)]);
    }

    /// <summary>IAM answers documents percent-encoded; servers that stand in for it may not.</summary>
    internal static string Decode(string document) => document.StartsWith('%') ? Uri.UnescapeDataString(document) : document;

    private static IamRole FactOf(RoleDetail role, Dictionary<string, string> documents, Dictionary<string, string> decoded)
    {
        var inline = (role.RolePolicyList ?? []).Select(policy =>
            new IamPolicy(TextOf(policy.PolicyName) ?? "", null, Decode(Required(policy.PolicyDocument, Operation, "document of an inline policy"))));
        var attached = (role.AttachedManagedPolicies ?? []).Select(policy =>
        {
            var arn = Required(policy.PolicyArn, Operation, "policy ARN");
            return new IamPolicy(TextOf(policy.PolicyName) ?? "", arn, DocumentOf(arn, documents, decoded));
        });
        return new IamRole(
            Required(TextOf(role.Arn), Operation, "role ARN"),
            Required(TextOf(role.RoleName), Operation, "role name"),
            TextOf(role.RoleId) ?? "",
            TextOf(role.Path) ?? "/",
            Decode(Required(role.AssumeRolePolicyDocument, Operation, "trust policy")),
            ListOf(role.InstanceProfileList?.Select(profile => profile.Arn)),
            [.. inline.OrderBy(policy => policy.Name, StringComparer.Ordinal), .. attached.OrderBy(policy => policy.Arn, StringComparer.Ordinal)],
            TextOf(role.PermissionsBoundary?.PermissionsBoundaryArn),
            UtcOf(role.CreateDate),
            UtcOf(role.RoleLastUsed?.LastUsedDate),
            TagsOf(role.Tags, tag => tag.Key, tag => tag.Value));
    }

    /// <summary>Decoded once, so that all roles with the policy share one text.</summary>
    private static string? DocumentOf(string arn, Dictionary<string, string> documents, Dictionary<string, string> decoded)
    {
        if (!decoded.TryGetValue(arn, out var text) && documents.TryGetValue(arn, out var document))
        {
            decoded[arn] = text = Decode(document);
        }

        return text;
    }
}
