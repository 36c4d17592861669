using Amazon;
using Amazon.AutoScaling;
using Amazon.EC2;
using Amazon.ECR;
using Amazon.EKS;
using Amazon.ElasticLoadBalancingV2;
using Amazon.IdentityManagement;
using Amazon.KeyManagementService;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SimpleSystemsManagement;

namespace EksSecurityPortal.Services.Collection.Aws.Clients;

/// <summary>
/// Makes the clients of one account: its credentials, the endpoints and bounds of the options, and the call gate of account, region and
/// service in each pipeline. Standard retry mode is fixed, because adaptive mode fails calls of a slow reader without sending them.
/// </summary>
/// <param name="account">The account that is entered, or <see cref="Hub"/>.</param>
internal sealed class AwsClientFactory(string account, AWSCredentials credentials, AwsClientSettings settings)
{
    public const string Hub = "hub";

    public IAmazonEKS CreateEks(string region) => new EksClient(credentials, Configure(new AmazonEKSConfig(), region), Step(region, "eks"));

    public IAmazonEC2 CreateEc2(string region) => new Ec2Client(credentials, Configure(new AmazonEC2Config(), region), Step(region, "ec2"));

    public IAmazonAutoScaling CreateAutoScaling(string region) =>
        new AutoScalingClient(credentials, Configure(new AmazonAutoScalingConfig(), region), Step(region, "autoscaling"));

    public IAmazonElasticLoadBalancingV2 CreateLoadBalancing(string region) =>
        new LoadBalancingClient(credentials, Configure(new AmazonElasticLoadBalancingV2Config(), region), Step(region, "elasticloadbalancing"));

    public IAmazonSimpleSystemsManagement CreateSsm(string region) =>
        new SsmClient(credentials, Configure(new AmazonSimpleSystemsManagementConfig(), region), Step(region, "ssm"));

    public IAmazonKeyManagementService CreateKms(string region) =>
        new KmsClient(credentials, Configure(new AmazonKeyManagementServiceConfig(), region), Step(region, "kms"));

    public IAmazonECR CreateEcr(string region) => new EcrClient(credentials, Configure(new AmazonECRConfig(), region), Step(region, "ecr"));

    public IAmazonSecurityTokenService CreateSts(string region) =>
        new StsClient(credentials, Configure(new AmazonSecurityTokenServiceConfig(), region), Step(region, "sts"));

    /// <summary>IAM is one service per partition: its region is that of the partition's global services.</summary>
    public IAmazonIdentityManagementService CreateIam(string partition)
    {
        var region = RegionCode.GlobalRegionOf(partition);
        return new IamClient(credentials, Configure(new AmazonIdentityManagementServiceConfig(), region), Step(region, "iam"));
    }

    private GatedPipeline Step(string region, string service) => settings.Pipeline(account, region, service);

    private TConfig Configure<TConfig>(TConfig config, string region)
        where TConfig : ClientConfig
    {
        config.RetryMode = RequestRetryMode.Standard;
        config.MaxErrorRetry = settings.Attempts - 1;
        config.HttpClientFactory = settings.Http;
        config.Timeout = settings.CallTimeout;
        if (settings.ServiceUrl is { } url)
        {
            config.ServiceURL = url;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        // also without an address of our own: one from AWS_ENDPOINT_URL makes the SDK forget the client's region and sign for the environment's
        config.AuthenticationRegion = region;
        return config;
    }
}
