using Amazon.AutoScaling;
using Amazon.EC2;
using Amazon.ECR;
using Amazon.EKS;
using Amazon.ElasticLoadBalancingV2;
using Amazon.IdentityManagement;
using Amazon.KeyManagementService;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SecurityToken;
using Amazon.SimpleSystemsManagement;

namespace EksSecurityPortal.Services.Collection.Aws.Clients;

// One class per service, because a client's pipeline can only be changed from within the client.
internal sealed class EksClient(AWSCredentials credentials, AmazonEKSConfig config, GatedPipeline gated) : AmazonEKSClient(credentials, config)
{
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        gated.Apply(pipeline, Config);
    }
}

internal sealed class Ec2Client(AWSCredentials credentials, AmazonEC2Config config, GatedPipeline gated) : AmazonEC2Client(credentials, config)
{
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        gated.Apply(pipeline, Config);
    }
}

internal sealed class AutoScalingClient(AWSCredentials credentials, AmazonAutoScalingConfig config, GatedPipeline gated) : AmazonAutoScalingClient(credentials, config)
{
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        gated.Apply(pipeline, Config);
    }
}

internal sealed class LoadBalancingClient(AWSCredentials credentials, AmazonElasticLoadBalancingV2Config config, GatedPipeline gated)
    : AmazonElasticLoadBalancingV2Client(credentials, config)
{
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        gated.Apply(pipeline, Config);
    }
}

internal sealed class SsmClient(AWSCredentials credentials, AmazonSimpleSystemsManagementConfig config, GatedPipeline gated)
    : AmazonSimpleSystemsManagementClient(credentials, config)
{
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        gated.Apply(pipeline, Config);
    }
}

internal sealed class KmsClient(AWSCredentials credentials, AmazonKeyManagementServiceConfig config, GatedPipeline gated)
    : AmazonKeyManagementServiceClient(credentials, config)
{
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        gated.Apply(pipeline, Config);
    }
}

internal sealed class EcrClient(AWSCredentials credentials, AmazonECRConfig config, GatedPipeline gated) : AmazonECRClient(credentials, config)
{
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        gated.Apply(pipeline, Config);
    }
}

internal sealed class StsClient(AWSCredentials credentials, AmazonSecurityTokenServiceConfig config, GatedPipeline gated)
    : AmazonSecurityTokenServiceClient(credentials, config)
{
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        gated.Apply(pipeline, Config);
    }
}

internal sealed class IamClient(AWSCredentials credentials, AmazonIdentityManagementServiceConfig config, GatedPipeline gated)
    : AmazonIdentityManagementServiceClient(credentials, config)
{
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        gated.Apply(pipeline, Config);
    }
}
