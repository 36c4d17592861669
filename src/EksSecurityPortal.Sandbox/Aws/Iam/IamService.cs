using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Aws.Iam;

/// <summary>IAM: what an account's principals may do, read whole or one by one.</summary>
internal sealed class IamService(TimeProvider clock) : IAwsService
{
    private const string Namespace = "https://iam.amazonaws.com/doc/2010-05-08/";

    private readonly LastAccessedJobs jobs = new(clock);

    public string Name => "iam";

    public AwsProtocol Protocol { get; } = AwsProtocol.Query(Namespace);

    public string? GlobalRegion => "us-east-1";

    public string? OperationOf(AwsRequest request) => QueryAnswer.Operation(
        request,
        "GetAccountAuthorizationDetails", "ListOpenIDConnectProviders", "GetOpenIDConnectProvider", "GetRole", "ListRoles", "GetPolicyVersion",
        "GetAccountSummary", "GenerateServiceLastAccessedDetails", "GetServiceLastAccessedDetails");

    public AwsAnswer Answer(AwsRequest request, string operation)
    {
        var account = request.Caller.Account ?? throw new InvalidOperationException("The gateway lets no other caller in.");
        var identity = account.Identity;
        return QueryAnswer.Of(operation, Namespace, body =>
        {
            switch (operation)
            {
                case "GetAccountAuthorizationDetails":
                    AuthorizationDetails.Write(body, request, identity);
                    break;
                case "ListOpenIDConnectProviders":
                    body.List("OpenIDConnectProviderList", identity.OidcProviders, (item, provider) => item.Text("Arn", provider.Arn));
                    break;
                case "GetOpenIDConnectProvider":
                    WriteProvider(body, request, identity);
                    break;
                case "GetRole":
                    var role = FindRole(request, identity);
                    body.Group("Role", item => IamWriter.Role(item, role, isWhole: true));
                    break;
                case "ListRoles":
                    ListRoles(body, request, identity);
                    break;
                case "GetPolicyVersion":
                    WritePolicyVersion(body, request, identity);
                    break;
                case "GetAccountSummary":
                    WriteSummary(body, identity);
                    break;
                case "GenerateServiceLastAccessedDetails":
                    body.Text("JobId", jobs.Start(request, identity));
                    break;
                default:
                    jobs.Write(body, request);
                    break;
            }
        });
    }

    private static IamRole FindRole(AwsRequest request, IdentityEstate identity) =>
        identity.Roles.FirstOrDefault(role => role.Name == request.Find("RoleName")) ?? throw Missing($"The role with name {request.Find("RoleName")} cannot be found.");

    private static void WriteProvider(XmlBody body, AwsRequest request, IdentityEstate identity)
    {
        var arn = request.Find("OpenIDConnectProviderArn");
        var provider = identity.OidcProviders.FirstOrDefault(provider => provider.Arn == arn) ?? throw Missing($"OpenIDConnect Provider not found for arn {arn}");
        body.List("ThumbprintList", provider.Thumbprints)
            .Text("CreateDate", provider.Created)
            .List("ClientIDList", provider.ClientIds)
            .Text("Url", provider.Url)
            .List("Tags", Array.Empty<string>());
    }

    private static void ListRoles(XmlBody body, AwsRequest request, IdentityEstate identity)
    {
        var prefix = request.Find("PathPrefix") ?? "/";
        var page = IamPages.Cut(request, "ListRoles", [.. identity.Roles.Where(role => role.Path.StartsWith(prefix, StringComparison.Ordinal))]);
        body.List("Roles", page.Items, (item, role) => IamWriter.Role(item, role, isWhole: false));
        IamPages.WriteEnd(body, page.Next);
    }

    private static void WritePolicyVersion(XmlBody body, AwsRequest request, IdentityEstate identity)
    {
        var (arn, id) = (request.Find("PolicyArn"), request.Find("VersionId"));
        var policy = identity.Policies.FirstOrDefault(policy => policy.Arn == arn) ?? throw Missing($"Policy {arn} was not found.");
        var version = policy.Versions.FirstOrDefault(version => version.Id == id) ?? throw Missing($"Policy {arn} version {id} does not exist or is not attachable.");
        body.Group("PolicyVersion", item => IamWriter.Version(item, version));
    }

    private static void WriteSummary(XmlBody body, IdentityEstate identity)
    {
        (string Key, int Value)[] entries =
        [
            ("Users", identity.Users.Count), ("Groups", identity.Groups.Count), ("Roles", identity.Roles.Count),
            ("Policies", identity.Policies.Count(policy => !policy.IsAwsManaged)), ("Providers", identity.OidcProviders.Count),
            ("AccountMFAEnabled", identity.RootMfaEnabled ? 1 : 0), ("AccountAccessKeysPresent", identity.RootAccessKeyPresent ? 1 : 0),
            ("RolesQuota", 1000), ("PoliciesQuota", 1500),
        ];
        body.Open("SummaryMap");
        foreach (var (key, value) in entries)
        {
            body.Group("entry", entry => entry.Text("key", key).Text("value", value));
        }

        body.Close("SummaryMap");
    }

    private static AwsException Missing(string message) => new(404, "NoSuchEntity", message);
}

/// <summary>IAM's paging: Marker and MaxItems, and IsTruncated in the answer.</summary>
internal static class IamPages
{
    public static Page<T> Cut<T>(AwsRequest request, string operation, IReadOnlyList<T> all)
    {
        static AwsException Invalid(string message) => new(400, "ValidationError", message);
        var size = Paging.Size(request.Find("MaxItems"), 1, 1000, 100, text => Invalid($"1 validation error detected: Value '{text}' at 'maxItems' failed to satisfy constraint: Member must have value less than or equal to 1000"));
        return Paging.Cut(all, operation, request.Find("Marker"), size, () => Invalid("Invalid Marker."));
    }

    public static void WriteEnd(XmlBody body, string? next) => body.Text("IsTruncated", next is not null).Text("Marker", next);
}
