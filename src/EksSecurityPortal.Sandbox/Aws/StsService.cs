using System.Globalization;
using System.Text.RegularExpressions;
using EksSecurityPortal.Sandbox.Model;
using EksSecurityPortal.Sandbox.Signing;

namespace EksSecurityPortal.Sandbox.Aws;

/// <summary>STS: AssumeRole with trust and external id, and GetCallerIdentity.</summary>
internal sealed partial class StsService(Estate estate, CredentialStore credentials) : IAwsService
{
    private const string Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

    public string Name => "sts";

    public AwsProtocol Protocol { get; } = AwsProtocol.Query(Namespace);

    public string? OperationOf(AwsRequest request) => request.Find("Action") is { } action and ("AssumeRole" or "GetCallerIdentity") ? action : null;

    public AwsAnswer Answer(AwsRequest request, string operation)
    {
        var body = new XmlBody("member").OpenRoot(operation + "Response", Namespace).Open(operation + "Result");
        if (operation == "AssumeRole")
        {
            AssumeRole(request, body);
        }
        else
        {
            body.Text("Arn", request.Caller.Arn).Text("UserId", request.Caller.UserId).Text("Account", request.Caller.AccountId);
        }

        return body.Close(operation + "Result").Group("ResponseMetadata", metadata => metadata.Text("RequestId", Guid.NewGuid().ToString())).Close(operation + "Response").ToAnswer();
    }

    private void AssumeRole(AwsRequest request, XmlBody body)
    {
        var roleArn = Required(request, "RoleArn");
        var session = Required(request, "RoleSessionName");
        if (!SessionName().IsMatch(session))
        {
            throw Invalid($"1 validation error detected: Value '{session}' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]{{2,64}}");
        }

        if (!RoleArn().IsMatch(roleArn))
        {
            throw Invalid($"{roleArn} is invalid");
        }

        var account = Entered(request, roleArn) ?? throw new AwsException(403, "AccessDenied", $"User: {request.Caller.Arn} is not authorized to perform: sts:AssumeRole on resource: {roleArn}");
        var issued = credentials.Issue(account, session, Duration(request, account));
        body.Group("Credentials", group => group
                .Text("AccessKeyId", issued.AccessKeyId).Text("SecretAccessKey", issued.SecretAccessKey)
                .Text("SessionToken", issued.SessionToken).Text("Expiration", issued.Expires))
            .Group("AssumedRoleUser", group => group.Text("AssumedRoleId", issued.Caller.UserId).Text("Arn", issued.Caller.Arn));
    }

    /// <summary>The account whose reader role trusts this caller with this external id; null for every refusal, which AWS does not tell apart either.</summary>
    private Account? Entered(AwsRequest request, string roleArn)
    {
        var account = estate.Accounts.FirstOrDefault(account => account.ReaderRoleArn == roleArn);
        var isTrusted = account is not null && request.Caller.IsHub && (account.ExternalId is null || account.ExternalId == request.Find("ExternalId"));
        return isTrusted ? account : null;
    }

    private static TimeSpan Duration(AwsRequest request, Account account)
    {
        var longest = account.Identity.Roles.FirstOrDefault(role => role.Name == account.ReaderRoleName)?.MaxSessionSeconds ?? 3600;
        if (request.Find("DurationSeconds") is not { } text)
        {
            return TimeSpan.FromHours(1);
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds is < 900 or > 43200)
        {
            throw Invalid($"1 validation error detected: Value '{text}' at 'durationSeconds' failed to satisfy constraint: Member must have value between 900 and 43200");
        }

        return seconds <= longest ? TimeSpan.FromSeconds(seconds) : throw Invalid("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    }

    private static string Required(AwsRequest request, string name) => request.Find(name) is { Length: > 0 } value
        ? value
        : throw Invalid($"1 validation error detected: Value null at '{char.ToLowerInvariant(name[0])}{name[1..]}' failed to satisfy constraint: Member must not be null");

    private static AwsException Invalid(string message) => new(400, "ValidationError", message);

    [GeneratedRegex(@"^[\w+=,.@-]{2,64}$", RegexOptions.CultureInvariant)]
    private static partial Regex SessionName();

    [GeneratedRegex(@"^arn:aws[a-z-]*:iam::\d{12}:role/.+$", RegexOptions.CultureInvariant)]
    private static partial Regex RoleArn();
}
