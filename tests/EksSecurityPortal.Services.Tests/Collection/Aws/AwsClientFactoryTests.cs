using Amazon.EKS;
using Amazon.IdentityManagement;
using Amazon.Runtime;
using EksSecurityPortal.Services.Collection;
using EksSecurityPortal.Services.Collection.Aws;
using EksSecurityPortal.Services.Collection.Aws.Calls;
using EksSecurityPortal.Services.Collection.Aws.Clients;
using Microsoft.Extensions.Options;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Collection.Aws;

public sealed class AwsClientFactoryTests
{
    [Fact]
    public void Clients_sign_for_their_region_whatever_the_environment_says()
    {
        using var eks = (AmazonEKSClient)Factory(new AwsOptions()).CreateEks("eu-west-3");

        Assert.Equal("eu-west-3", eks.Config.AuthenticationRegion);
        Assert.Equal("eu-west-3", eks.Config.RegionEndpoint.SystemName);
    }

    [Theory]
    [InlineData("aws", "us-east-1")]
    [InlineData("aws-cn", "cn-north-1")]
    [InlineData("aws-us-gov", "us-gov-west-1")]
    public void Iam_is_signed_for_the_partition(string partition, string region)
    {
        using var iam = (AmazonIdentityManagementServiceClient)Factory(new AwsOptions()).CreateIam(partition);

        Assert.Equal(region, iam.Config.AuthenticationRegion);
    }

    [Fact]
    public void Clients_retry_in_standard_mode_as_often_as_the_options_say()
    {
        using var eks = (AmazonEKSClient)Factory(new AwsOptions { Attempts = 6 }).CreateEks("eu-west-3");

        Assert.Equal((RequestRetryMode.Standard, 5), (eks.Config.RetryMode, eks.Config.MaxErrorRetry));
    }

    [Theory]
    [InlineData("ftp://somewhere", null, null)]
    [InlineData(null, "key", null)]
    [InlineData(null, null, "Frankfurt")]
    public void Options_that_cannot_work_are_named(string? url, string? key, string? region)
    {
        var options = new AwsOptions { ServiceUrl = url, AccessKey = key, HubRegion = region };

        var problem = Assert.Single(options.Validate(new System.ComponentModel.DataAnnotations.ValidationContext(options)));

        Assert.StartsWith("Aws:", problem.ErrorMessage, StringComparison.Ordinal);
    }

    private static AwsClientFactory Factory(AwsOptions options)
    {
        var collection = Options.Create(new CollectionOptions());
        var settings = new AwsClientSettings(Options.Create(options), collection, new CallGates(collection, TimeProvider.System), new CallLedger());
        return new AwsClientFactory("111122223333", new BasicAWSCredentials("key", "secret"), settings);
    }
}
