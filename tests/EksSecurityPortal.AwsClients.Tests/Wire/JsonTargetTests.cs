using Amazon.ECR;
using Amazon.ECR.Model;
using Amazon.Organizations;
using Amazon.Organizations.Model;
using EksSecurityPortal.AwsClients.Tests.Loopback;
using Xunit;

namespace EksSecurityPortal.AwsClients.Tests.Wire;

public sealed class JsonTargetTests
{
    [Fact]
    public async Task Organizations_namesItsOperationInTheTarget()
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Json("""
            {"Accounts":[{"Id":"111122223333","Name":"prod","Status":"ACTIVE","State":"PENDING_CLOSURE","Paths":["o-1/r-1/"],"JoinedTimestamp":1.5E9}]}
            """));
        using var client = aws.Organizations();

        var account = Assert.Single((await client.ListAccountsAsync(new ListAccountsRequest { MaxResults = 20 })).Accounts ?? []);

        var sent = aws.LastRequest;
        Assert.Equal(("POST", "/", """{"MaxResults":20}"""), (sent.Method, sent.RawTarget, sent.Text));
        Assert.Equal(("AWSOrganizationsV20161128.ListAccounts", "application/x-amz-json-1.1"), (sent.Headers["X-Amz-Target"], sent.Headers["Content-Type"]));
        Assert.Same(AccountState.PENDING_CLOSURE, account.State);
        Assert.Equal(new DateTime(2017, 7, 14, 2, 40, 0, DateTimeKind.Utc), account.JoinedTimestamp);
    }

    [Fact]
    public async Task RequestWithoutMembers_sendsAnEmptyObject()
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Json("""{"Organization":{"Id":"o-1","FeatureSet":"ALL"}}"""));
        using var client = aws.Organizations();

        var answer = await client.DescribeOrganizationAsync(new DescribeOrganizationRequest());

        Assert.Equal("{}", aws.LastRequest.Text);
        Assert.Same(OrganizationFeatureSet.ALL, answer.Organization?.FeatureSet);
    }

    [Fact]
    public async Task Ecr_writesItsMembersInCamelCase()
    {
        await using var aws = await LoopbackAws.StartAsync(Answers.Json("""
            {"repositories":[{"repositoryName":"app","createdAt":1.7E9,"imageTagMutability":"IMMUTABLE","imageScanningConfiguration":{"scanOnPush":true},
             "encryptionConfiguration":{"encryptionType":"KMS","kmsKey":"arn:aws:kms:eu-west-1:111122223333:key/k"}}]}
            """));
        using var client = aws.Ecr();

        var repository = Assert.Single((await client.DescribeRepositoriesAsync(new DescribeRepositoriesRequest { RepositoryNames = ["app"] })).Repositories ?? []);

        Assert.Equal("""{"repositoryNames":["app"]}""", aws.LastRequest.Text);
        Assert.Equal("AmazonEC2ContainerRegistry_V20150921.DescribeRepositories", aws.LastRequest.Headers["X-Amz-Target"]);
        Assert.Equal(("app", true, "KMS"), (repository.RepositoryName, repository.ImageScanningConfiguration?.ScanOnPush, repository.EncryptionConfiguration?.EncryptionType?.Value));
        Assert.Same(ImageTagMutability.IMMUTABLE, repository.ImageTagMutability);
    }
}
