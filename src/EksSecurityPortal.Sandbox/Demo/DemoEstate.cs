using EksSecurityPortal.Sandbox.Building;
using EksSecurityPortal.Sandbox.Demo;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox;

/// <summary>
/// The named estate of the demo: three accounts, two regions, seven clusters that show every page at its best and worst.
/// All times are relative to the given one.
/// </summary>
public static class DemoEstate
{
    private const string Management = "123456789012";

    public static Estate Create(DateTimeOffset now)
    {
        var hub = new HubPrincipal(Management, $"arn:aws:iam::{Management}:user/eks-security-portal");
        var commerce = new AccountBuilder("111122223333", "commerce-production", now) { Hub = hub, ExternalId = "portal-7d1f0c52b9e84c6aa0b3-commerce" };
        var data = new AccountBuilder("444455556666", "data-platform", now) { Hub = hub, ExternalId = "portal-7d1f0c52b9e84c6aa0b3-data" };
        var labs = new AccountBuilder("777788889999", "labs", now)
        {
            Hub = hub,
            ExternalId = "portal-7d1f0c52b9e84c6aa0b3-labs",
            DeniedActions =
            [
                "iam:GetAccountAuthorizationDetails", "iam:GetRole", "eks:ListAccessEntries", "eks:ListPodIdentityAssociations", "eks:DescribeAddonVersions", "ec2:DescribeRouteTables", "ec2:DescribeFlowLogs",
                "ec2:DescribeNetworkAcls", "autoscaling:DescribeAutoScalingGroups", "elasticloadbalancing:DescribeLoadBalancers", "ecr:DescribeRepositories", "kms:DescribeKey",
            ],
        };
        StorefrontCluster.Add(commerce);
        OrdersLegacyCluster.Add(commerce);
        CheckoutCluster.Add(commerce);
        AnalyticsCluster.Add(data);
        BillingWindowsCluster.Add(data);
        EdgePrivateCluster.Add(data);
        MlTrainingCluster.Add(labs);
        return EstateAssembly.Create(new Organization("o-sandbox1234", Management, "aws+management@sandbox.example"), hub, [commerce.Build(), data.Build(), labs.Build()], ["us-east-1", "eu-west-1"], now);
    }
}
