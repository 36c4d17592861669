using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Findings;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Posture;
using EksSecurityPortal.Services.Queries;
using EksSecurityPortal.Web.Auth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EksSecurityPortal.Web.Api;

/// <summary>The read API under <c>/api/v1</c>, and starting, following and cancelling audits.</summary>
public static class ApiEndpoints
{
    public static void MapPortalApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1").RequireAuthorization(PortalPolicies.View);
        api.MapGet("/accounts", ListAccountsAsync).WithName("ListAccounts");
        api.MapGet("/accounts/{accountId}", GetAccountAsync).WithName("GetAccount");
        api.MapGet("/clusters", ListClustersAsync).WithName("ListClusters");
        api.MapGet("/clusters/{accountId}/{region}/{name}", GetClusterAsync).WithName("GetCluster");
        api.MapGet("/findings", ListFindingsAsync).WithName("ListFindings");
        api.MapGet("/findings/{findingId}", GetFindingAsync).WithName("GetFinding");
        api.MapGet("/coverage", ListCoverageAsync).WithName("ListCoverage");
        api.MapGet("/audits", ListAuditsAsync).WithName("ListAudits");
        api.MapGet("/audits/{auditId:guid}", GetAuditAsync).WithName("GetAudit");
        api.MapPost("/audits", StartAuditAsync).WithName("StartAudit").RequireAuthorization(PortalPolicies.Review).DisableAntiforgery();
        api.MapPost("/audits/{auditId:guid}/cancel", CancelAuditAsync).WithName("CancelAudit").RequireAuthorization(PortalPolicies.Review).DisableAntiforgery();
        // a wrong address below /api is a JSON problem, not a page
        api.MapFallback((HttpRequest request) => TypedResults.Problem($"There is no '{request.Path}' in the API; /api/v1/openapi.json lists what there is.", statusCode: StatusCodes.Status404NotFound));
    }

    private static async Task<Ok<ApiPage<AccountResource>>> ListAccountsAsync(IAuditQueries queries, CancellationToken cancellationToken)
    {
        var accounts = await queries.ListAccountsAsync(cancellationToken);
        return TypedResults.Ok(new ApiPage<AccountResource>([.. accounts.Select(AccountResource.From)], accounts.Count, 1, Math.Max(accounts.Count, 1), null));
    }

    private static async Task<Results<Ok<AccountResource>, ProblemHttpResult>> GetAccountAsync(string accountId, IAuditQueries queries, CancellationToken cancellationToken) =>
        await queries.FindAccountAsync(accountId, cancellationToken) is { } row ? TypedResults.Ok(AccountResource.From(row)) : Missing("account", accountId);

    private static async Task<Results<Ok<ApiPage<ClusterResource>>, ValidationProblem>> ListClustersAsync(HttpRequest request, IClusterQueries queries, CancellationToken cancellationToken)
    {
        var parameters = new ApiParameters(request);
        var page = parameters.ReadPage();
        var filter = new ClusterFilter
        {
            AccountIds = parameters.ReadList("account"),
            Regions = parameters.ReadList("region"),
            Versions = parameters.ReadList("version"),
            Text = request.Query["text"],
            SortBy = ClusterSortBy.Name,
        };
        return parameters.IsValid
            ? TypedResults.Ok(parameters.Answer(await queries.ListAsync(filter, page, cancellationToken), ClusterResource.From))
            : parameters.Problem();
    }

    private static async Task<Results<Ok<ClusterResource>, ProblemHttpResult>> GetClusterAsync(string accountId, string region, string name, IClusterQueries queries, CancellationToken cancellationToken) =>
        await queries.FindAsync(accountId, region, name, cancellationToken) is { } cluster
            ? TypedResults.Ok(ClusterResource.From(cluster.Row))
            : Missing("cluster", $"{accountId}/{region}/{name}");

    private static async Task<Results<Ok<ApiPage<FindingResource>>, ValidationProblem>> ListFindingsAsync(HttpRequest request, IFindingQueries queries, CancellationToken cancellationToken)
    {
        var parameters = new ApiParameters(request);
        var page = parameters.ReadPage();
        var filter = new FindingFilter
        {
            Severities = parameters.ReadEnums<Severity>("severity"),
            Areas = parameters.ReadEnums<CheckArea>("area"),
            States = parameters.ReadEnums<FindingState>("state"),
            AccountIds = parameters.ReadList("account"),
            Regions = parameters.ReadList("region"),
            ClusterArns = parameters.ReadList("cluster"),
            CheckIds = parameters.ReadList("check"),
            Namespace = request.Query["namespace"].ToString() is { Length: > 0 } name ? name : null,
            Text = request.Query["text"],
        };
        var by = parameters.ReadEnums<FindingSortBy>("sort");
        var sort = new FindingSort(by.Count > 0 ? by[0] : FindingSortBy.Severity, request.Query["order"] != "asc");
        return parameters.IsValid
            ? TypedResults.Ok(parameters.Answer(await queries.ListAsync(filter, sort, page, cancellationToken), FindingResource.From))
            : parameters.Problem();
    }

    private static async Task<Results<Ok<FindingDetailResource>, ProblemHttpResult>> GetFindingAsync(string findingId, IFindingQueries queries, CancellationToken cancellationToken) =>
        await queries.FindAsync(findingId, cancellationToken) is { } detail ? TypedResults.Ok(FindingDetailResource.From(detail)) : Missing("finding", findingId);

    private static async Task<Results<Ok<ApiPage<CoverageResource>>, ValidationProblem>> ListCoverageAsync(HttpRequest request, IAuditQueries queries, CancellationToken cancellationToken)
    {
        var parameters = new ApiParameters(request);
        var page = parameters.ReadPage();
        var filter = new CoverageFilter
        {
            AccountIds = parameters.ReadList("account"),
            ClusterArns = parameters.ReadList("cluster"),
            Reasons = parameters.ReadEnums<GapReason>("reason"),
        };
        return parameters.IsValid
            ? TypedResults.Ok(parameters.Answer((await queries.GetCoverageAsync(filter, page, cancellationToken)).Gaps, CoverageResource.From))
            : parameters.Problem();
    }

    private static async Task<Results<Ok<ApiPage<AuditResource>>, ValidationProblem>> ListAuditsAsync(HttpRequest request, IAuditQueries queries, CancellationToken cancellationToken)
    {
        var parameters = new ApiParameters(request);
        var page = parameters.ReadPage();
        return parameters.IsValid
            ? TypedResults.Ok(parameters.Answer(await queries.ListAsync(page, cancellationToken), row => AuditResource.From(row)))
            : parameters.Problem();
    }

    private static async Task<Results<Ok<AuditResource>, ProblemHttpResult>> GetAuditAsync(Guid auditId, IAuditQueries queries, CancellationToken cancellationToken) =>
        await queries.FindAsync(auditId, cancellationToken) is { } audit ? TypedResults.Ok(AuditResource.From(audit.Row, audit.Runs)) : Missing("audit", auditId.ToString());

    private static async Task<Results<Accepted<AuditResource>, ValidationProblem>> StartAuditAsync(
        StartAuditRequest? body, HttpContext context, IAuditService audits, IAuditQueries queries, CancellationToken cancellationToken)
    {
        var scope = new AuditScope(body?.AccountIds ?? [], body?.Regions ?? [], body?.ClusterArns ?? []);
        var started = await audits.StartAsync(scope, "api: " + (context.User.Identity?.Name ?? "unnamed"), cancellationToken);
        if (!started.Succeeded)
        {
            return TypedResults.ValidationProblem(
                started.Errors.GroupBy(error => error.Field).ToDictionary(group => group.Key, group => group.Select(error => error.Message).ToArray()), title: "The audit was not started.");
        }

        var audit = await queries.FindAsync(started.Value, cancellationToken)
            ?? throw new InvalidOperationException($"Audit {started.Value} was stored and cannot be read.");
        return TypedResults.Accepted($"/api/v1/audits/{started.Value}", AuditResource.From(audit.Row, audit.Runs));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> CancelAuditAsync(
        Guid auditId, HttpContext context, IAuditService audits, CancellationToken cancellationToken) =>
        await audits.CancelAsync(auditId, "api: " + (context.User.Identity?.Name ?? "unnamed"), cancellationToken)
            ? TypedResults.NoContent()
            : TypedResults.Problem($"Audit {auditId} does not exist or has ended.", statusCode: StatusCodes.Status409Conflict);

    private static ProblemHttpResult Missing(string kind, string id) =>
        TypedResults.Problem($"There is no {kind} '{(id.Length <= 100 ? id : id[..99] + "…")}'.", statusCode: StatusCodes.Status404NotFound);
}
