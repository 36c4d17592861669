using System.Net;
using EksSecurityPortal.Services.Access;
using EksSecurityPortal.Services.Onboarding;
using EksSecurityPortal.Web.Tests.Hosting;
using Xunit;

namespace EksSecurityPortal.Web.Tests.Onboarding;

public sealed class OnboardingEndpointsTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string ExternalId = "0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData(OnboardingFiles.CloudFormation)]
    [InlineData(OnboardingFiles.Terraform)]
    public async Task A_file_for_a_draft_holds_its_external_id_and_downloads_under_its_name(string file)
    {
        using var client = await portal.SignedInAsync(PortalRoles.Administrator);

        using var answer = await client.GetAsync(Draft(file, "111122223333", ExternalId));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(file, answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Contains(ExternalId, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PortalRoles.Viewer)]
    [InlineData(PortalRoles.Reviewer)]
    public async Task Who_may_not_set_up_accounts_gets_no_file(string role)
    {
        using var client = await portal.SignedInAsync(role);

        using var answer = await client.GetAsync(Draft(OnboardingFiles.Policy, "111122223333", ExternalId));

        Assert.Equal("/account/denied", answer.Headers.Location?.AbsolutePath);
    }

    [Theory]
    [InlineData("12345", ExternalId, "12345")]
    [InlineData("111122223333", "!", "!")]
    public async Task A_wrong_value_is_named(string accountId, string externalId, string named)
    {
        using var client = await portal.SignedInAsync(PortalRoles.Administrator);

        using var answer = await client.GetAsync(Draft(OnboardingFiles.CloudFormation, accountId, externalId));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(named, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_file_or_account_is_not_found()
    {
        using var client = await portal.SignedInAsync(PortalRoles.Administrator);

        using var file = await client.GetAsync(Draft("passwd", "111122223333", ExternalId));
        using var account = await client.GetAsync(new Uri($"/accounts/111122223333/onboarding/{OnboardingFiles.Policy}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, file.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, account.StatusCode);
    }

    private static Uri Draft(string file, string accountId, string externalId) => new(PortalUrls.OnboardingDraft(file, accountId, null, externalId), UriKind.Relative);
}
