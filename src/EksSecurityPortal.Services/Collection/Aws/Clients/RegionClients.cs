using Amazon.AutoScaling;
using Amazon.EC2;
using Amazon.ECR;
using Amazon.EKS;
using Amazon.ElasticLoadBalancingV2;
using Amazon.KeyManagementService;
using Amazon.SimpleSystemsManagement;

namespace EksSecurityPortal.Services.Collection.Aws.Clients;

/// <summary>The clients of one account in one region, each made when it is first asked for. Thread-safe.</summary>
internal sealed class RegionClients(AwsClientFactory factory, string region) : IDisposable
{
    private readonly Lazy<IAmazonEKS> _eks = new(() => factory.CreateEks(region));
    private readonly Lazy<IAmazonEC2> _ec2 = new(() => factory.CreateEc2(region));
    private readonly Lazy<IAmazonAutoScaling> _autoScaling = new(() => factory.CreateAutoScaling(region));
    private readonly Lazy<IAmazonElasticLoadBalancingV2> _loadBalancing = new(() => factory.CreateLoadBalancing(region));
    private readonly Lazy<IAmazonSimpleSystemsManagement> _ssm = new(() => factory.CreateSsm(region));
    private readonly Lazy<IAmazonKeyManagementService> _kms = new(() => factory.CreateKms(region));
    private readonly Lazy<IAmazonECR> _ecr = new(() => factory.CreateEcr(region));

    public string Region => region;

    public IAmazonEKS Eks => _eks.Value;

    public IAmazonEC2 Ec2 => _ec2.Value;

    public IAmazonAutoScaling AutoScaling => _autoScaling.Value;

    public IAmazonElasticLoadBalancingV2 LoadBalancing => _loadBalancing.Value;

    public IAmazonSimpleSystemsManagement Ssm => _ssm.Value;

    public IAmazonKeyManagementService Kms => _kms.Value;

    public IAmazonECR Ecr => _ecr.Value;

    public void Dispose()
    {
        DisposeOf(_eks);
        DisposeOf(_ec2);
        DisposeOf(_autoScaling);
        DisposeOf(_loadBalancing);
        DisposeOf(_ssm);
        DisposeOf(_kms);
        DisposeOf(_ecr);
    }

    private static void DisposeOf<T>(Lazy<T> client)
        where T : IDisposable
    {
        if (client.IsValueCreated)
        {
            client.Value.Dispose();
        }
    }
}
