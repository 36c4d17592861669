using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Building;

/// <summary>The AWS managed policies that the estate attaches, in their meaning rather than to the letter.</summary>
internal static class ManagedPolicies
{
    public const string Administrator = "arn:aws:iam::aws:policy/AdministratorAccess";
    public const string EksCluster = "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy";
    public const string EksWorkerNode = "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy";
    public const string EksWorkerNodeMinimal = "arn:aws:iam::aws:policy/AmazonEKSWorkerNodeMinimalPolicy";
    public const string EksCni = "arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy";
    public const string EcrPullOnly = "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly";
    public const string EcrReadOnly = "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryReadOnly";
    public const string SsmCore = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";
    public const string EbsCsi = "arn:aws:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy";
    public const string FargateExecution = "arn:aws:iam::aws:policy/AmazonEKSFargatePodExecutionRolePolicy";
    public const string S3Full = "arn:aws:iam::aws:policy/AmazonS3FullAccess";
    public const string ReadOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";

    private static readonly (string Arn, string Document)[] Documents =
    [
        (Administrator, Allow("*", "*")),
        (EksCluster, Allow("*", "ec2:CreateTags", "ec2:DescribeInstances", "ec2:DescribeSubnets", "elasticloadbalancing:*", "kms:DescribeKey")),
        (EksWorkerNode, Allow("*", "ec2:DescribeInstances", "ec2:DescribeRouteTables", "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcs", "eks:DescribeCluster", "eks-auth:AssumeRoleForPodIdentity")),
        (EksWorkerNodeMinimal, Allow("*", "eks-auth:AssumeRoleForPodIdentity")),
        (EksCni, Allow("*", "ec2:AssignPrivateIpAddresses", "ec2:AttachNetworkInterface", "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:DescribeInstances", "ec2:DescribeNetworkInterfaces", "ec2:ModifyNetworkInterfaceAttribute", "ec2:UnassignPrivateIpAddresses")),
        (EcrPullOnly, Allow("*", "ecr:GetAuthorizationToken", "ecr:BatchImportUpstreamImage", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer")),
        (EcrReadOnly, Allow("*", "ecr:GetAuthorizationToken", "ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:DescribeRepositories", "ecr:ListImages", "ecr:DescribeImages", "ecr:BatchGetImage")),
        (SsmCore, Allow("*", "ssm:UpdateInstanceInformation", "ssmmessages:CreateControlChannel", "ssmmessages:OpenDataChannel", "ec2messages:GetMessages", "ssm:GetParameter", "ssm:GetParameters")),
        (EbsCsi, Allow("*", "ec2:CreateSnapshot", "ec2:AttachVolume", "ec2:DetachVolume", "ec2:ModifyVolume", "ec2:DescribeVolumes", "ec2:CreateVolume", "ec2:DeleteVolume")),
        (FargateExecution, Allow("*", "ecr:GetAuthorizationToken", "ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage")),
        (S3Full, Allow("*", "s3:*", "s3-object-lambda:*")),
        (ReadOnly, Allow("*", "s3:Get*", "s3:List*", "ec2:Describe*", "iam:Get*", "iam:List*", "dynamodb:Scan", "dynamodb:GetItem")),
    ];

    public static IEnumerable<ManagedPolicy> OfAws(DateTimeOffset now) => Documents.Select(policy =>
        new ManagedPolicy(policy.Arn, Ids.Iam("ANPA", policy.Arn), [new PolicyVersion("v3", policy.Document, IsDefault: true, now.AddDays(-600))])
        {
            Path = policy.Arn.Contains("/service-role/", StringComparison.Ordinal) ? "/service-role/" : "/",
        });

    public static string Allow(string resource, params string[] actions) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[{{string.Join(',', actions.Select(action => $"\"{action}\""))}}],"Resource":"{{resource}}"}]}""";
}
