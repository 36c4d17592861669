using System.Text;
using EksSecurityPortal.Services.Collection;
using EksSecurityPortal.Services.Onboarding;
using EksSecurityPortal.Services.Queries;
using EksSecurityPortal.Web.Auth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EksSecurityPortal.Web.Onboarding;

/// <summary>Downloads that prepare an AWS account for the portal, with its values filled in; the external id makes them an administrator's affair.</summary>
public static class OnboardingEndpoints
{
    public static void MapOnboarding(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(PortalUrls.NewAccountRoute + "/onboarding/{file}", ForDraftAsync).RequireAuthorization(PortalPolicies.Administer);
        endpoints.MapGet(PortalUrls.AccountsRoute + "/{accountId}/onboarding/{file}", ForAccountAsync).RequireAuthorization(PortalPolicies.Administer);
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ForAccountAsync(
        string accountId, string file, IAuditQueries queries, IHubIdentity hub, CancellationToken cancellationToken)
    {
        var account = await queries.FindAccountAsync(accountId, cancellationToken);
        return account is null
            ? TypedResults.Problem("There is no such account in the portal.", statusCode: StatusCodes.Status404NotFound)
            : await CreateAsync(file, account.AccountId, account.RoleArn, account.ExternalId, hub, cancellationToken);
    }

    private static Task<Results<FileContentHttpResult, ProblemHttpResult>> ForDraftAsync(
        string file, string? accountId, string? roleArn, string? externalId, IHubIdentity hub, CancellationToken cancellationToken) =>
        CreateAsync(file, accountId ?? "", roleArn, externalId, hub, cancellationToken);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> CreateAsync(
        string file, string accountId, string? roleArn, string? externalId, IHubIdentity hub, CancellationToken cancellationToken)
    {
        var (role, problems) = ReaderRole.Create(accountId, roleArn, externalId, (await hub.FindAsync(cancellationToken)).Arn);
        if (role is null)
        {
            return TypedResults.Problem(string.Join(" ", problems), statusCode: StatusCodes.Status400BadRequest);
        }

        return OnboardingFiles.Find(file, role) is { } found
            ? TypedResults.File(Encoding.UTF8.GetBytes(found.Text), found.ContentType + "; charset=utf-8", found.FileName)
            : TypedResults.Problem($"There is no such file; there are {string.Join(", ", OnboardingFiles.Names)}.", statusCode: StatusCodes.Status404NotFound);
    }
}
