using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Services.Collection.Aws;

/// <summary>Whose policy grants an operation.</summary>
public enum GrantedBy
{
    /// <summary>The policy of the reader role in each account.</summary>
    Reader,

    /// <summary>The policy of the portal's own role.</summary>
    Hub,

    /// <summary>AWS lets every caller do it.</summary>
    Nobody,
}

/// <summary>One AWS operation that the portal sends.</summary>
/// <param name="Service">Signing name, which is the prefix of the service's IAM actions.</param>
/// <param name="Part">What it is read for; null for what belongs to no cluster.</param>
/// <param name="Purpose">What the portal shows with it; one short sentence.</param>
public sealed record AwsOperation(string Service, string Operation, SnapshotPart? Part, string Purpose, GrantedBy GrantedBy)
{
    /// <summary>The action that a policy must allow.</summary>
    public string IamAction => $"{Service}:{Operation}";
}

/// <summary>
/// Every AWS operation that the portal sends. The reader policy, the permission test and the published table are made from it, and tests hold
/// it against what a collection really sends.
/// </summary>
public static class AwsOperations
{
    /// <summary>Ordered as policy and table list them.</summary>
    public static IReadOnlyList<AwsOperation> All { get; } =
    [
        new("sts", "AssumeRole", null, "Enters an account by its reader role.", GrantedBy.Hub),
        new("sts", "GetCallerIdentity", null, "Proves that the account entered is the one that was named; also signs the token for Kubernetes.", GrantedBy.Nobody),
        Read("eks", "ListClusters", null, "Finds the clusters of a region."),
        Read("eks", "DescribeCluster", SnapshotPart.ControlPlane, "Version, endpoint access, logging, encryption and access mode of a cluster."),
        Read("eks", "DescribeClusterVersions", SnapshotPart.VersionCalendar, "Support dates of Kubernetes versions; without it a dated table is used."),
        Read("eks", "ListNodegroups", SnapshotPart.NodeGroups, "Names of managed node groups."),
        Read("eks", "DescribeNodegroup", SnapshotPart.NodeGroups, "Image release, scaling, update and remote-access settings of a node group."),
        Read("eks", "ListFargateProfiles", SnapshotPart.FargateProfiles, "Names of Fargate profiles."),
        Read("eks", "DescribeFargateProfile", SnapshotPart.FargateProfiles, "Selectors, subnets and execution role of a Fargate profile."),
        Read("eks", "ListAddons", SnapshotPart.Addons, "Names of installed add-ons."),
        Read("eks", "DescribeAddon", SnapshotPart.Addons, "Version, role, configuration and health of an add-on."),
        Read("eks", "DescribeAddonVersions", SnapshotPart.AddonVersions, "Published add-on versions, to tell which are behind."),
        Read("eks", "ListAccessEntries", SnapshotPart.AccessEntries, "IAM principals that may enter the cluster."),
        Read("eks", "DescribeAccessEntry", SnapshotPart.AccessEntries, "Kubernetes groups and type of an access entry."),
        Read("eks", "ListAssociatedAccessPolicies", SnapshotPart.AccessEntries, "Access policies of an entry and their scope."),
        Read("eks", "ListPodIdentityAssociations", SnapshotPart.PodIdentityAssociations, "Service accounts that get roles from EKS Pod Identity."),
        Read("eks", "DescribePodIdentityAssociation", SnapshotPart.PodIdentityAssociations, "The role of a Pod Identity association."),
        Read("eks", "ListIdentityProviderConfigs", SnapshotPart.IdentityProviderConfigs, "OIDC providers whose tokens the cluster takes."),
        Read("eks", "DescribeIdentityProviderConfig", SnapshotPart.IdentityProviderConfigs, "Issuer and claims of such a provider."),
        Read("eks", "ListInsights", SnapshotPart.Insights, "What EKS itself found: upgrade readiness and misconfiguration."),
        Read("eks", "DescribeInsight", SnapshotPart.Insights, "Resources and recommendation of an insight."),
        Read("eks", "ListUpdates", SnapshotPart.Updates, "Past updates of the cluster."),
        Read("eks", "DescribeUpdate", SnapshotPart.Updates, "Kind, time and result of an update."),
        Read("eks", "ListCapabilities", SnapshotPart.Capabilities, "Controllers that AWS runs for the cluster."),
        Read("eks", "DescribeCapability", SnapshotPart.Capabilities, "The role of such a controller."),
        Read("eks", "ListCertificateAuthorities", SnapshotPart.CertificateAuthorities, "Certificate authorities of the cluster."),
        Read("eks", "DescribeCertificateAuthority", SnapshotPart.CertificateAuthorities, "Validity of an authority, and when EKS switches to it."),
        Read("ec2", "DescribeRegions", null, "Regions that are enabled in the account."),
        Read("ec2", "DescribeVpcs", SnapshotPart.Vpc, "Address ranges of the cluster's VPC."),
        Read("ec2", "DescribeVpcAttribute", SnapshotPart.Vpc, "DNS settings of the VPC, which private endpoints need."),
        Read("ec2", "DescribeSubnets", SnapshotPart.Subnets, "Free addresses, zones and public-address settings of subnets."),
        Read("ec2", "DescribeRouteTables", SnapshotPart.RouteTables, "Which subnets are public, and how nodes reach the outside."),
        Read("ec2", "DescribeInternetGateways", SnapshotPart.InternetGateways, "Whether the VPC has a way to and from the internet."),
        Read("ec2", "DescribeNatGateways", SnapshotPart.NatGateways, "Addresses that nodes appear with outside."),
        Read("ec2", "DescribeSecurityGroups", SnapshotPart.SecurityGroups, "What may reach nodes, control plane and load balancers."),
        Read("ec2", "DescribeNetworkInterfaces", SnapshotPart.NetworkInterfaces, "Interfaces of the control plane and the nodes."),
        Read("ec2", "DescribeVpcEndpoints", SnapshotPart.VpcEndpoints, "Which AWS services are reached without the internet."),
        Read("ec2", "DescribeFlowLogs", SnapshotPart.FlowLogs, "Whether traffic of the VPC is recorded."),
        Read("ec2", "DescribeNetworkAcls", SnapshotPart.NetworkAcls, "Rules at the borders of subnets."),
        Read("ec2", "DescribeInstances", SnapshotPart.Instances, "Image, metadata settings and addresses of the nodes' instances."),
        Read("ec2", "DescribeInstanceTypes", SnapshotPart.InstanceTypes, "How many interfaces and addresses a node can have."),
        Read("ec2", "DescribeImages", SnapshotPart.Images, "Age, owner and name of the machine images in use."),
        Read("ec2", "DescribeLaunchTemplateVersions", SnapshotPart.LaunchTemplates, "Image, metadata settings and encryption that new nodes get."),
        Read("autoscaling", "DescribeAutoScalingGroups", SnapshotPart.AutoScalingGroups, "Groups behind node groups and self-managed nodes."),
        Read("elasticloadbalancing", "DescribeLoadBalancers", SnapshotPart.LoadBalancers, "Load balancers in the cluster's VPC."),
        Read("elasticloadbalancing", "DescribeTags", SnapshotPart.LoadBalancers, "Which of them belong to the cluster."),
        Read("elasticloadbalancing", "DescribeListeners", SnapshotPart.LoadBalancers, "Ports, protocols and TLS policies of a load balancer."),
        Read("elasticloadbalancing", "DescribeTargetGroups", SnapshotPart.LoadBalancers, "Where a load balancer sends requests."),
        Read("ssm", "GetParameters", SnapshotPart.LatestImages, "Newest published node images; public parameters of AWS only."),
        Read("iam", "GetAccountAuthorizationDetails", SnapshotPart.IamRoles, "Roles with trust and permission policies, in one download per account."),
        Read("iam", "ListOpenIDConnectProviders", SnapshotPart.OidcProviders, "Whether the cluster's issuer is trusted by the account."),
        Read("iam", "GetOpenIDConnectProvider", SnapshotPart.OidcProviders, "Audiences and thumbprints of that provider."),
        Read("ecr", "DescribeRepositories", SnapshotPart.Registry, "Tag mutability, scanning and encryption of image repositories."),
        Read("ecr", "GetRegistryScanningConfiguration", SnapshotPart.Registry, "Whether images are scanned, and how."),
        Read("kms", "DescribeKey", SnapshotPart.EncryptionKeys, "State of the key that encrypts the cluster's secrets."),
        Read("kms", "GetKeyRotationStatus", SnapshotPart.EncryptionKeys, "Whether that key is rotated."),
    ];

    /// <summary>What the reader role must allow.</summary>
    public static IReadOnlyList<AwsOperation> OfReader { get; } = [.. All.Where(operation => operation.GrantedBy == GrantedBy.Reader)];

    private static AwsOperation Read(string service, string operation, SnapshotPart? part, string purpose) => new(service, operation, part, purpose, GrantedBy.Reader);
}
