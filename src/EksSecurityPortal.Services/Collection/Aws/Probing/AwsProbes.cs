using System.Collections.Frozen;
using Amazon.AutoScaling.Model;
using Amazon.EC2.Model;
using Amazon.ECR.Model;
using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.IdentityManagement.Model;
using Amazon.KeyManagementService.Model;
using Amazon.SimpleSystemsManagement.Model;
using Probe = System.Func<EksSecurityPortal.Services.Collection.Aws.Probing.ProbeTarget, System.Threading.CancellationToken, System.Threading.Tasks.Task>;

namespace EksSecurityPortal.Services.Collection.Aws.Probing;

/// <summary>The cheapest call of each operation, by IAM action.</summary>
internal static class AwsProbes
{
    private static readonly FrozenDictionary<string, Probe> Probes = EksProbes.All.Concat(Network()).Concat(Compute()).Concat(Others()).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Null for an operation that entering the account has tried already.</summary>
    public static Probe? Find(string action) => Probes.GetValueOrDefault(action);

    private static Dictionary<string, Probe> Network() => new()
    {
        ["ec2:DescribeRegions"] = (to, token) => to.Clients.Ec2.DescribeRegionsAsync(new DescribeRegionsRequest(), token),
        ["ec2:DescribeVpcs"] = (to, token) => to.Clients.Ec2.DescribeVpcsAsync(new DescribeVpcsRequest { MaxResults = 5 }, token),
        ["ec2:DescribeVpcAttribute"] = (to, token) => to.Clients.Ec2.DescribeVpcAttributeAsync(
            new DescribeVpcAttributeRequest { VpcId = "vpc-00000000000000000", Attribute = Amazon.EC2.VpcAttributeName.EnableDnsSupport }, token),
        ["ec2:DescribeSubnets"] = (to, token) => to.Clients.Ec2.DescribeSubnetsAsync(new DescribeSubnetsRequest { MaxResults = 5 }, token),
        ["ec2:DescribeRouteTables"] = (to, token) => to.Clients.Ec2.DescribeRouteTablesAsync(new DescribeRouteTablesRequest { MaxResults = 5 }, token),
        ["ec2:DescribeInternetGateways"] = (to, token) => to.Clients.Ec2.DescribeInternetGatewaysAsync(new DescribeInternetGatewaysRequest { MaxResults = 5 }, token),
        ["ec2:DescribeNatGateways"] = (to, token) => to.Clients.Ec2.DescribeNatGatewaysAsync(new DescribeNatGatewaysRequest { MaxResults = 5 }, token),
        ["ec2:DescribeSecurityGroups"] = (to, token) => to.Clients.Ec2.DescribeSecurityGroupsAsync(new DescribeSecurityGroupsRequest { MaxResults = 5 }, token),
        ["ec2:DescribeNetworkInterfaces"] = (to, token) => to.Clients.Ec2.DescribeNetworkInterfacesAsync(new DescribeNetworkInterfacesRequest { MaxResults = 5 }, token),
        ["ec2:DescribeVpcEndpoints"] = (to, token) => to.Clients.Ec2.DescribeVpcEndpointsAsync(new DescribeVpcEndpointsRequest { MaxResults = 5 }, token),
        ["ec2:DescribeFlowLogs"] = (to, token) => to.Clients.Ec2.DescribeFlowLogsAsync(new DescribeFlowLogsRequest { MaxResults = 5 }, token),
        ["ec2:DescribeNetworkAcls"] = (to, token) => to.Clients.Ec2.DescribeNetworkAclsAsync(new DescribeNetworkAclsRequest { MaxResults = 5 }, token),
        ["elasticloadbalancing:DescribeLoadBalancers"] = (to, token) => to.Clients.LoadBalancing.DescribeLoadBalancersAsync(new DescribeLoadBalancersRequest { PageSize = 1 }, token),
        ["elasticloadbalancing:DescribeTags"] = (to, token) => to.Clients.LoadBalancing.DescribeTagsAsync(
            new Amazon.ElasticLoadBalancingV2.Model.DescribeTagsRequest { ResourceArns = [to.NoLoadBalancer] }, token),
        ["elasticloadbalancing:DescribeListeners"] = (to, token) => to.Clients.LoadBalancing.DescribeListenersAsync(
            new DescribeListenersRequest { LoadBalancerArn = to.NoLoadBalancer }, token),
        ["elasticloadbalancing:DescribeTargetGroups"] = (to, token) => to.Clients.LoadBalancing.DescribeTargetGroupsAsync(new DescribeTargetGroupsRequest { PageSize = 1 }, token),
    };

    private static Dictionary<string, Probe> Compute() => new()
    {
        ["ec2:DescribeInstances"] = (to, token) => to.Clients.Ec2.DescribeInstancesAsync(new DescribeInstancesRequest { MaxResults = 5 }, token),
        ["ec2:DescribeInstanceTypes"] = (to, token) => to.Clients.Ec2.DescribeInstanceTypesAsync(new DescribeInstanceTypesRequest { MaxResults = 5 }, token),
        ["ec2:DescribeImages"] = (to, token) => to.Clients.Ec2.DescribeImagesAsync(new DescribeImagesRequest { Owners = ["self"], MaxResults = 5 }, token),
        ["ec2:DescribeLaunchTemplateVersions"] = (to, token) => to.Clients.Ec2.DescribeLaunchTemplateVersionsAsync(
            new DescribeLaunchTemplateVersionsRequest { LaunchTemplateId = "lt-00000000000000000" }, token),
        ["autoscaling:DescribeAutoScalingGroups"] = (to, token) => to.Clients.AutoScaling.DescribeAutoScalingGroupsAsync(
            new DescribeAutoScalingGroupsRequest { MaxRecords = 1 }, token),
        ["ssm:GetParameters"] = (to, token) => to.Clients.Ssm.GetParametersAsync(
            new GetParametersRequest { Names = ["/aws/service/eks/optimized-ami/1.34/amazon-linux-2023/x86_64/standard/recommended/image_id"] }, token),
    };

    private static Dictionary<string, Probe> Others() => new()
    {
        ["iam:GetAccountAuthorizationDetails"] = (to, token) => to.Iam.GetAccountAuthorizationDetailsAsync(
            new GetAccountAuthorizationDetailsRequest { Filter = ["Role"], MaxItems = 1 }, token),
        ["iam:ListOpenIDConnectProviders"] = (to, token) => to.Iam.ListOpenIDConnectProvidersAsync(new ListOpenIDConnectProvidersRequest(), token),
        ["iam:GetOpenIDConnectProvider"] = (to, token) => to.Iam.GetOpenIDConnectProviderAsync(
            new GetOpenIDConnectProviderRequest { OpenIDConnectProviderArn = to.NoProvider }, token),
        ["ecr:DescribeRepositories"] = (to, token) => to.Clients.Ecr.DescribeRepositoriesAsync(new DescribeRepositoriesRequest { MaxResults = 1 }, token),
        ["ecr:GetRegistryScanningConfiguration"] = (to, token) => to.Clients.Ecr.GetRegistryScanningConfigurationAsync(new GetRegistryScanningConfigurationRequest(), token),
        ["kms:DescribeKey"] = (to, token) => to.Clients.Kms.DescribeKeyAsync(new DescribeKeyRequest { KeyId = ProbeTarget.NoId }, token),
        ["kms:GetKeyRotationStatus"] = (to, token) => to.Clients.Kms.GetKeyRotationStatusAsync(new GetKeyRotationStatusRequest { KeyId = ProbeTarget.NoId }, token),
    };
}
