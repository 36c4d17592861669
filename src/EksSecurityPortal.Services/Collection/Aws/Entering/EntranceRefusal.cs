using Amazon.Runtime;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Aws.Calls;
using EksSecurityPortal.Services.Collection.Aws.Reading;

namespace EksSecurityPortal.Services.Collection.Aws.Entering;

/// <summary>Words for an account that cannot be entered. AWS tells little on purpose, so the sentence lists what to compare.</summary>
internal static class EntranceRefusal
{
    public static PartGap Of(Exception exception, AccountConnection connection)
    {
        var gap = AwsGaps.Of(exception);
        if (exception is CredentialsException)
        {
            return gap;
        }

        var assuming = CallOrigin.Of(exception) == "sts:AssumeRole";
        var code = (exception as AmazonServiceException)?.ErrorCode;
        var sentence = (gap.Reason, assuming) switch
        {
            (GapReason.Denied, true) => Denied(connection),
            (GapReason.Denied, false) => $"The identity of account {connection.AccountId} could not be read. A policy denies sts:GetCallerIdentity, which needs no grant: look for an explicit deny.",
            (GapReason.CredentialsRejected, true) => IsExpired(code)
                ? "The portal's own AWS credentials have expired; renew them and start the portal anew if they come from its environment."
                : "AWS does not accept the portal's own credentials; check the access key, or the role of the process, and its clock.",
            (GapReason.CredentialsRejected, false) => IsExpired(code)
                ? $"The credentials for account {connection.AccountId} have expired; renew them."
                : $"AWS does not accept the credentials for account {connection.AccountId}; check the access key, or the role of the process, and its clock.",
            (GapReason.Unreachable, _) => "AWS STS cannot be reached; check the portal's network, proxy and the configured endpoint.",
            _ => $"Account {connection.AccountId} could not be entered.",
        };
        return gap with { Detail = AwsGaps.Text($"{sentence} ({gap.Detail})"), Grant = gap.Reason == GapReason.Denied && assuming ? "sts:AssumeRole" : null };
    }

    private static string Denied(AccountConnection connection)
    {
        var externalId = connection.ExternalId is { } id ? $"external id {ConnectionRules.Hint(id)}" : "no external id";
        return $"Role {connection.RoleArn} cannot be assumed with {externalId}. Compare: the role exists, its trust policy names the portal's own role and this external id, "
            + "and the portal's role may sts:AssumeRole it.";
    }

    private static bool IsExpired(string? code) => code is "ExpiredToken" or "ExpiredTokenException" or "RequestExpired";
}
