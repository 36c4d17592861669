using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Services.Queries;
using EksSecurityPortal.Web.Api;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace EksSecurityPortal.Web.Tests.Api;

public sealed class ApiParametersTests
{
    [Fact]
    public void ReadPage_defaults_to_the_first_fifty()
    {
        var page = Parameters("").ReadPage();

        Assert.Equal(new PageRequest(0, 50), page);
    }

    [Fact]
    public void ReadPage_counts_pages_from_one()
    {
        var page = Parameters("?page=3&pageSize=20").ReadPage();

        Assert.Equal(new PageRequest(40, 20), page);
    }

    [Theory]
    [InlineData("?page=0")]
    [InlineData("?page=-1")]
    [InlineData("?page=x")]
    [InlineData("?page=99999999999")]
    [InlineData("?pageSize=501")]
    [InlineData("?pageSize=1.5")]
    public void ReadPage_a_wrong_number_is_a_problem_that_names_it(string query)
    {
        var parameters = Parameters(query);
        parameters.ReadPage();

        Assert.False(parameters.IsValid);
        var message = Assert.Single(Assert.Single(parameters.Problem().ProblemDetails.Errors).Value);
        Assert.Contains(query.Split('=')[1], message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadEnums_takes_names_in_any_case_repeated_or_with_commas()
    {
        var parameters = Parameters("?severity=high,CRITICAL&severity=low");

        Assert.Equal([Severity.High, Severity.Critical, Severity.Low], parameters.ReadEnums<Severity>("severity"));
        Assert.True(parameters.IsValid);
    }

    [Theory]
    [InlineData("severe")]
    [InlineData("3")]
    [InlineData("<script>")]
    public void ReadEnums_an_unknown_name_lists_the_known_ones(string value)
    {
        var parameters = Parameters("?severity=" + Uri.EscapeDataString(value));
        parameters.ReadEnums<Severity>("severity");

        Assert.False(parameters.IsValid);
        Assert.Contains("Critical", Assert.Single(parameters.Problem().ProblemDetails.Errors["severity"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_links_to_the_next_page_with_the_same_filter()
    {
        var parameters = Parameters("?severity=High&page=1&pageSize=2");
        parameters.ReadPage();

        var answer = parameters.Answer(new Page<int>([1, 2], 5), number => number);

        Assert.Equal("/api/v1/findings?severity=High&pageSize=2&page=2", answer.Next);
    }

    [Fact]
    public void Answer_the_last_page_has_no_next()
    {
        var parameters = Parameters("?page=3&pageSize=2");
        parameters.ReadPage();

        Assert.Null(parameters.Answer(new Page<int>([5], 5), number => number).Next);
    }

    private static ApiParameters Parameters(string query)
    {
        var context = new DefaultHttpContext();
        context.Request.Path = "/api/v1/findings";
        context.Request.QueryString = new(query);
        return new(context.Request);
    }
}
