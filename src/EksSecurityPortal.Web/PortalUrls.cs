using System.Globalization;
using EksSecurityPortal.Services.Onboarding;
using EksSecurityPortal.Services.Queries;
using Microsoft.AspNetCore.WebUtilities;

namespace EksSecurityPortal.Web;

/// <summary>The only place that spells an address of a page. All are absolute paths; values are escaped.</summary>
public static class PortalUrls
{
    public const string OverviewRoute = "/";
    public const string ClustersRoute = "/clusters";
    public const string ClusterRoute = "/clusters/{AccountId}/{Region}/{Name}";
    public const string ClusterTabRoute = "/clusters/{AccountId}/{Region}/{Name}/{Tab}";
    public const string FindingsRoute = "/findings";
    public const string FindingRoute = "/findings/{FindingId}";
    public const string AuditsRoute = "/audits";
    public const string AuditRoute = "/audits/{AuditId:guid}";
    public const string SchedulesRoute = "/schedules";
    public const string AccountsRoute = "/accounts";
    public const string NewAccountRoute = "/accounts/new";
    public const string AccountRoute = "/accounts/{AccountId}";
    public const string CoverageRoute = "/coverage";
    public const string UsersRoute = "/settings/users";
    public const string TokensRoute = "/settings/tokens";
    public const string EventsRoute = "/events";
    public const string SignOut = "/account/logout";
    public const string ApiDocument = "/api/v1/openapi.json";

    /// <summary>Rows of a page of a list.</summary>
    public const int PageSize = 50;

    public static string Cluster(string accountId, string region, string name, string? tab = null)
    {
        var url = $"{ClustersRoute}/{Uri.EscapeDataString(accountId)}/{Uri.EscapeDataString(region)}/{Uri.EscapeDataString(name)}";
        return tab is null ? url : $"{url}/{Uri.EscapeDataString(tab)}";
    }

    /// <summary>From <c>arn:aws:eks:{region}:{account}:cluster/{name}</c>; the list of clusters when the text is no such ARN.</summary>
    public static string Cluster(string arn, string? tab = null)
    {
        var parts = arn.Split(':', 6);
        var name = parts.Length == 6 && parts[5].StartsWith("cluster/", StringComparison.Ordinal) ? parts[5]["cluster/".Length..] : null;
        return name is { Length: > 0 } ? Cluster(parts[4], parts[3], name, tab) : ClustersRoute;
    }

    public static string Finding(string findingId) => $"{FindingsRoute}/{Uri.EscapeDataString(findingId)}";

    public static string Audits(int page = 1) => Paged(AuditsRoute, page);

    public static string Audit(Guid auditId, int page = 1) => Paged($"{AuditsRoute}/{auditId:D}", page);

    public static string Account(string accountId) => $"{AccountsRoute}/{Uri.EscapeDataString(accountId)}";

    public static string Events(int page = 1) => Paged(EventsRoute, page);

    /// <summary>A file that prepares a stored account for the portal: see <see cref="OnboardingFiles"/>.</summary>
    public static string Onboarding(string accountId, string file) => $"{Account(accountId)}/onboarding/{file}";

    /// <summary>The same for an account that is being typed: the values travel in the query.</summary>
    public static string OnboardingDraft(string file, string accountId, string? roleArn, string? externalId) =>
        WithQuery($"{NewAccountRoute}/onboarding/{file}", [new("accountId", accountId), new("roleArn", roleArn), new("externalId", externalId)]);

    /// <summary>The path with every pair whose value is not empty.</summary>
    internal static string WithQuery(string path, IEnumerable<KeyValuePair<string, string?>> pairs) =>
        QueryHelpers.AddQueryString(path, pairs.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    internal static string? PageText(int page) => page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>Rows to ask for. A page below one is the first.</summary>
    internal static PageRequest Rows(int? page) => new((Math.Clamp(page ?? 1, 1, 1_000_000) - 1) * PageSize, PageSize);

    private static string Paged(string path, int page) => WithQuery(path, [new("page", PageText(page))]);
}
