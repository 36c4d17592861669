using System.Text.RegularExpressions;
using EksSecurityPortal.Services.Collection.Aws;

namespace EksSecurityPortal.Services.Posture;

/// <summary>What an account's settings must look like. Each message names the value and the remedy.</summary>
internal static partial class AccountRules
{
    internal const string AccountIdField = "accountId";
    internal const string NameField = "name";
    internal const string RoleArnField = "roleArn";
    internal const string ExternalIdField = "externalId";
    internal const string RegionsField = "regions";

    internal static IReadOnlyList<InputError> Check(AccountDraft draft) =>
    [
        .. CheckId(draft.AccountId),
        .. CheckName(draft.Name),
        .. CheckRole(draft),
        .. CheckExternalId(draft),
        .. CheckRegions(draft),
    ];

    internal static string UnknownRegion(string region)
    {
        var near = KnownRegions.Near(region);
        var remedy = near.Count > 0 ? $"Known ones there: {string.Join(", ", near)}." : "Write a code such as eu-central-1.";
        return $"Region '{Shown(region)}' is not one that AWS has. {remedy}";
    }

    private static IEnumerable<InputError> CheckId(string id)
    {
        if (!TwelveDigits().IsMatch(id))
        {
            yield return new(AccountIdField, $"Account id '{Shown(id)}' is not twelve digits. Find it in the AWS console at the top right, or with 'aws sts get-caller-identity'.");
        }
    }

    private static IEnumerable<InputError> CheckName(string name)
    {
        if (name.Trim().Length is 0 or > 100 || name.Any(char.IsControl))
        {
            yield return new(NameField, $"Name '{Shown(name)}' must have 1 to 100 characters and no line breaks.");
        }
    }

    private static IEnumerable<InputError> CheckRole(AccountDraft draft)
    {
        if (string.IsNullOrEmpty(draft.RoleArn))
        {
            yield break;
        }

        var match = RoleArn().Match(draft.RoleArn);
        if (!match.Success || draft.RoleArn.Length > 2048)
        {
            yield return new(RoleArnField, $"Role ARN '{Shown(draft.RoleArn)}' is not one of an IAM role. It looks like arn:aws:iam::{Sample(draft.AccountId)}:role/EksSecurityPortalReader.");
        }
        else if (match.Groups["account"].Value != draft.AccountId)
        {
            yield return new(RoleArnField, $"Role ARN '{Shown(draft.RoleArn)}' belongs to account {match.Groups["account"].Value}, not to {Shown(draft.AccountId)}. Use the role that was made in this account.");
        }
    }

    private static IEnumerable<InputError> CheckExternalId(AccountDraft draft)
    {
        if (string.IsNullOrEmpty(draft.ExternalId))
        {
            yield break;
        }

        if (string.IsNullOrEmpty(draft.RoleArn))
        {
            yield return new(ExternalIdField, "An external id is only used when a role is assumed. Give the role's ARN, or leave the external id out.");
        }
        else if (!ExternalId().IsMatch(draft.ExternalId))
        {
            yield return new(ExternalIdField, $"External id '{Shown(draft.ExternalId)}' must have 2 to 1224 characters out of letters, digits and + = , . @ : / - _. Use the one that the role's trust policy asks for.");
        }
    }

    private static IEnumerable<InputError> CheckRegions(AccountDraft draft)
    {
        var partition = draft.RoleArn is { } arn && RoleArn().Match(arn) is { Success: true } match ? match.Groups["partition"].Value : null;
        foreach (var region in draft.Regions)
        {
            if (!KnownRegions.Contains(region))
            {
                yield return new(RegionsField, UnknownRegion(region));
            }
            else if (partition is not null && KnownRegions.PartitionOf(region) != partition)
            {
                yield return new(RegionsField, $"Region '{region}' belongs to partition {KnownRegions.PartitionOf(region)}, but the role's ARN to {partition}. An account lives in one partition.");
            }
        }

        var duplicate = draft.Regions.GroupBy(region => region, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (duplicate is not null)
        {
            yield return new(RegionsField, $"Region '{Shown(duplicate.Key)}' is named twice. Name it once.");
        }
    }

    private static string Sample(string accountId) => TwelveDigits().IsMatch(accountId) ? accountId : "111122223333";

    /// <summary>Short enough for a message, and without control characters.</summary>
    internal static string Shown(string value)
    {
        var shown = new string([.. value.Take(120).Select(character => char.IsControl(character) ? '\uFFFD' : character)]);
        return value.Length > 120 ? shown + "…" : shown;
    }

    [GeneratedRegex(@"\A[0-9]{12}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TwelveDigits();

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html: paths of printable characters, names of 1 to 64
    [GeneratedRegex(@"\Aarn:(?<partition>aws(-[a-z]+)*):iam::(?<account>[0-9]{12}):role/([\x21-\x7E]{1,510}/)?[A-Za-z0-9+=,.@_-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex RoleArn();

    // https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html: ExternalId
    [GeneratedRegex(@"\A[A-Za-z0-9_+=,.@:/-]{2,1224}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ExternalId();
}
