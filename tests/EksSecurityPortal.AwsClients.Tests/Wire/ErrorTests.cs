using System.Net;
using Amazon.ECR.Model;
using Amazon.EKS;
using Amazon.EKS.Model;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Organizations.Model;
using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Tests.Loopback;
using Xunit;

namespace EksSecurityPortal.AwsClients.Tests.Wire;

public sealed class ErrorTests
{
    [Theory]
    [InlineData(403, "AccessDeniedException", typeof(Amazon.EKS.Model.AccessDeniedException))]
    [InlineData(400, "BadRequestException", typeof(BadRequestException))]
    [InlineData(400, "ClientException", typeof(ClientException))]
    [InlineData(400, "InvalidParameterException", typeof(Amazon.EKS.Model.InvalidParameterException))]
    [InlineData(400, "InvalidRequestException", typeof(InvalidRequestException))]
    [InlineData(404, "NotFoundException", typeof(NotFoundException))]
    [InlineData(404, "ResourceNotFoundException", typeof(ResourceNotFoundException))]
    [InlineData(403, "ExpiredTokenException", typeof(AmazonEKSException))]
    [InlineData(400, "SomethingNewException", typeof(AmazonEKSException))]
    public async Task EksError_isTheOfficialClass_andIsNotRetried(int status, string code, Type expected)
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.JsonError(status, code, "no permission for eks:DescribeCluster"));
        using var client = aws.Eks();

        var error = await Record.ExceptionAsync(() => client.DescribeClusterAsync(new DescribeClusterRequest { Name = "prod" }));

        var serviceError = Assert.IsAssignableFrom<AmazonServiceException>(error);
        Assert.Equal(expected, error.GetType());
        Assert.Equal((status, code, Answers.RequestId), ((int)serviceError.StatusCode, serviceError.ErrorCode, serviceError.RequestId));
        Assert.Contains("no permission for eks:DescribeCluster", serviceError.Message, StringComparison.Ordinal);
        Assert.Single(aws.Requests);
    }

    [Theory]
    [InlineData("""{"__type":"com.amazonaws.eks#ResourceNotFoundException","message":"gone","clusterName":"prod"}""")]
    [InlineData("""{"code":"ResourceNotFoundException","Message":"gone"}""")]
    public async Task ErrorNamedInTheBodyOnly_isUnderstood(string body)
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Json(body, 404));
        using var client = aws.Eks();

        var error = await Assert.ThrowsAsync<ResourceNotFoundException>(() => client.DescribeClusterAsync(new DescribeClusterRequest { Name = "prod" }));

        Assert.Contains("gone", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "NoSuchEntity", typeof(NoSuchEntityException))]
    [InlineData(400, "InvalidInput", typeof(Amazon.IdentityManagement.Model.InvalidInputException))]
    [InlineData(403, "AccessDenied", typeof(AmazonIdentityManagementServiceException))]
    public async Task IamError_isTheOfficialClass(int status, string code, Type expected)
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.XmlError(status, code));
        using var client = aws.Iam();

        var error = await Record.ExceptionAsync(() => client.GetRoleAsync(new GetRoleRequest { RoleName = "r" }));

        var serviceError = Assert.IsAssignableFrom<AmazonIdentityManagementServiceException>(error);
        Assert.Equal(expected, error.GetType());
        Assert.Equal((status, code, Answers.RequestId), ((int)serviceError.StatusCode, serviceError.ErrorCode, serviceError.RequestId));
        Assert.Single(aws.Requests);
    }

    [Fact]
    public async Task JsonTargetErrors_areTheOfficialClasses()
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Sequence(
            Answers.Json("""{"__type":"AWSOrganizationsNotInUseException","Message":"not a member"}""", 400),
            Answers.Json("""{"__type":"RepositoryNotFoundException","message":"gone"}""", 400)));

        await Assert.ThrowsAsync<AWSOrganizationsNotInUseException>(
            () => aws.Organizations().DescribeOrganizationAsync(new DescribeOrganizationRequest()));
        await Assert.ThrowsAsync<RepositoryNotFoundException>(
            () => aws.Ecr().DescribeRepositoriesAsync(new DescribeRepositoriesRequest()));
    }

    [Fact]
    public async Task HtmlFromAGateway_isTheServicesException_afterRetries()
    {
        var html = Answers.Text(502, "text/html", "<html><body><h1>502 Bad Gateway</h1></body></html>");
        await using var aws = await LoopbackAws.StartAsync(html);

        var json = await Assert.ThrowsAsync<AmazonEKSException>(() => aws.Eks().ListClustersAsync(new ListClustersRequest()));
        var xml = await Assert.ThrowsAsync<AmazonIdentityManagementServiceException>(() => aws.Iam().GetAccountSummaryAsync(new GetAccountSummaryRequest()));

        Assert.Equal((HttpStatusCode.BadGateway, HttpStatusCode.BadGateway), (json.StatusCode, xml.StatusCode));
        Assert.Equal(6, aws.Requests.Count);
    }

    [Theory]
    [InlineData("""{"cluster": nonsense""")]
    [InlineData("""{"cluster": {"createdAt": "yesterday"}}""")]
    [InlineData("""{"cluster": {"createdAt": 1e25}}""")]
    [InlineData("""{"cluster": {"name": ["not", "text"]}}""")]
    [InlineData("<html>a captive portal</html>")]
    public async Task BrokenJson_isRetried_andEndsInAnUnmarshallingException(string body)
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Json(body));
        using var client = aws.Eks();

        var error = await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => client.DescribeClusterAsync(new DescribeClusterRequest { Name = "prod" }));

        Assert.DoesNotContain(body, error.Message, StringComparison.Ordinal);
        Assert.Equal(3, aws.Requests.Count);
    }

    [Theory]
    [InlineData("<GetRoleResponse><GetRoleResult><Role>")]
    [InlineData("<GetRoleResponse><GetRoleResult><Role><MaxSessionDuration>long</MaxSessionDuration></Role></GetRoleResult></GetRoleResponse>")]
    [InlineData("<GetRoleResponse><GetRoleResult><Role><RoleName><b>x</b></RoleName></Role></GetRoleResult></GetRoleResponse>")]
    [InlineData("""{"not":"xml"}""")]
    public async Task BrokenXml_isRetried_andEndsInAnUnmarshallingException(string body)
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Text(200, "text/xml", body));
        using var client = aws.Iam();

        await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => client.GetRoleAsync(new GetRoleRequest { RoleName = "r" }));

        Assert.Equal(3, aws.Requests.Count);
    }
}
