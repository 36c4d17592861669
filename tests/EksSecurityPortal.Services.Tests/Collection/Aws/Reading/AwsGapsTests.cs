using System.Net;
using Amazon.EKS;
using Amazon.Runtime;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Aws.Reading;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Collection.Aws.Reading;

public sealed class AwsGapsTests
{
    [Theory]
    [InlineData("AccessDenied", 403, GapReason.Denied)]
    [InlineData("AccessDeniedException", 403, GapReason.Denied)]
    [InlineData("UnauthorizedOperation", 403, GapReason.Denied)]
    [InlineData("ExpiredToken", 403, GapReason.CredentialsRejected)]
    [InlineData("ExpiredTokenException", 403, GapReason.CredentialsRejected)]
    [InlineData("InvalidClientTokenId", 403, GapReason.CredentialsRejected)]
    [InlineData("UnrecognizedClientException", 403, GapReason.CredentialsRejected)]
    [InlineData("AuthFailure", 401, GapReason.CredentialsRejected)]
    [InlineData("Throttling", 400, GapReason.Throttled)]
    [InlineData("ThrottlingException", 429, GapReason.Throttled)]
    [InlineData("RequestLimitExceeded", 503, GapReason.Throttled)]
    [InlineData("", 429, GapReason.Throttled)]
    [InlineData("InvalidAction", 400, GapReason.Unsupported)]
    [InlineData("UnknownOperationException", 400, GapReason.Unsupported)]
    [InlineData("", 404, GapReason.Unsupported)]
    [InlineData("", 501, GapReason.Unsupported)]
    [InlineData("ResourceNotFoundException", 404, GapReason.Failed)]
    [InlineData("InvalidVpcID.NotFound", 400, GapReason.Failed)]
    [InlineData("InternalFailure", 500, GapReason.Failed)]
    [InlineData("SomethingNew", 418, GapReason.Failed)]
    public void Of_an_error_code_gives_the_reason(string code, int status, GapReason reason) =>
        Assert.Equal(reason, AwsGaps.Of(Error(code, (HttpStatusCode)status, "text")).Reason);

    [Fact]
    public void Of_a_time_out_is_timed_out() => Assert.Equal(GapReason.TimedOut, AwsGaps.Of(new TimeoutException()).Reason);

    [Fact]
    public void Of_a_broken_connection_is_unreachable() =>
        Assert.Equal(GapReason.Unreachable, AwsGaps.Of(new HttpRequestException(HttpRequestError.ConnectionError, "refused")).Reason);

    [Fact]
    public void Of_an_answer_over_the_size_limit_is_malformed() =>
        Assert.Equal(GapReason.Malformed, AwsGaps.Of(new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, "too large")).Reason);

    [Fact]
    public void Of_an_answer_that_lacks_what_it_must_have_names_it()
    {
        var gap = AwsGaps.Of(new MalformedAnswerException("eks:DescribeCluster", "version"));

        Assert.Equal((GapReason.Malformed, "eks:DescribeCluster"), (gap.Reason, gap.Operation));
        Assert.Contains("version", gap.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_long_message_is_bounded_and_on_one_line()
    {
        var gap = AwsGaps.Of(Error("Whatever", HttpStatusCode.BadRequest, "first\r\n\u0000" + new string('x', 200_000)));

        Assert.True(gap.Detail.Length <= 500);
        Assert.DoesNotContain(gap.Detail, char.IsControl);
    }

    [Fact]
    public void Of_a_refusal_of_ec2_leaves_the_encoded_block_out()
    {
        var gap = AwsGaps.Of(Error("UnauthorizedOperation", HttpStatusCode.Forbidden, "You may not. Encoded authorization failure message: AbC-123_xyz"));

        Assert.Equal("UnauthorizedOperation: You may not.", gap.Detail);
    }

    [Fact]
    public void IsExpected_of_a_defect_is_false() => Assert.False(AwsGaps.IsExpected(new InvalidCastException()));

    private static AmazonEKSException Error(string code, HttpStatusCode status, string message) => new(message, null, ErrorType.Unknown, code, "id", status);
}
