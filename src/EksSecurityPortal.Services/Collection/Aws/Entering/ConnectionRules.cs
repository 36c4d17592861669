using System.Text.RegularExpressions;

namespace EksSecurityPortal.Services.Collection.Aws.Entering;

/// <summary>What an <see cref="AccountConnection"/> must look like before anything is sent to AWS.</summary>
public static partial class ConnectionRules
{
    /// <summary>Every problem as a sentence that names the value and the remedy; empty when there is none.</summary>
    public static IReadOnlyList<string> Problems(AccountConnection connection)
    {
        var problems = new List<string>();
        if (!AccountForm().IsMatch(connection.AccountId))
        {
            problems.Add($"Account id \"{Shorten(connection.AccountId)}\" is not twelve digits; copy it from the AWS console's account menu.");
        }

        if (connection.RoleArn is { } arn)
        {
            var role = RoleForm().Match(arn);
            if (!role.Success)
            {
                problems.Add($"Role ARN \"{Shorten(arn)}\" is not of the form arn:aws:iam::{connection.AccountId}:role/EksSecurityPortalReader; copy the role's ARN from IAM.");
            }
            else if (role.Groups["account"].Value != connection.AccountId)
            {
                problems.Add($"Role ARN \"{Shorten(arn)}\" belongs to account {role.Groups["account"].Value}, not to {Shorten(connection.AccountId)}; correct the account id or the ARN.");
            }
        }

        if (connection.ExternalId is { } id && !ExternalIdForm().IsMatch(id))
        {
            problems.Add($"External id {Hint(id)} is not 2 to 1224 characters out of letters, digits and +=,.@:/_-; use the one that the role's trust policy names.");
        }

        foreach (var region in connection.Regions.Where(region => !RegionCode.IsWellFormed(region)))
        {
            problems.Add($"Region \"{Shorten(region)}\" is not a region code such as eu-central-1; correct it, or leave the list empty for every enabled region.");
        }

        return problems;
    }

    /// <summary>Enough of an external id to recognise it. It is no credential, but there is no reason to spread it.</summary>
    public static string Hint(string externalId) => $"\"{Shorten(externalId, 4)}\" ({externalId.Length} characters)";

    private static string Shorten(string text, int length = 160) => Kubernetes.HostileText.Clean(text.Length <= length ? text : text[..length] + "…");

    [GeneratedRegex("^[0-9]{12}$", RegexOptions.CultureInvariant)]
    private static partial Regex AccountForm();

    [GeneratedRegex("^arn:aws(-[a-z]+)*:iam::(?<account>[0-9]{12}):role/([\\x21-\\x7E]+/)?[A-Za-z0-9+=,.@_-]{1,64}$", RegexOptions.CultureInvariant)]
    private static partial Regex RoleForm();

    [GeneratedRegex("^[A-Za-z0-9+=,.@:/_-]{2,1224}$", RegexOptions.CultureInvariant)]
    private static partial Regex ExternalIdForm();
}
