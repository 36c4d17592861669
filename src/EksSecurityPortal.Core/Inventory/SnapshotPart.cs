namespace EksSecurityPortal.Core.Inventory;

/// <summary>
/// One separately readable piece of a snapshot: what one kind of API call, or one Kubernetes list, answers. Each is present or has a
/// <see cref="PartGap"/>. Stored by name: members may be added, never renamed.
/// </summary>
public enum SnapshotPart
{
    // eks
    ControlPlane,
    VersionCalendar,
    NodeGroups,
    FargateProfiles,
    Addons,
    AddonVersions,
    AccessEntries,
    PodIdentityAssociations,
    IdentityProviderConfigs,
    Insights,
    Updates,
    Capabilities,
    CertificateAuthorities,

    // ec2, the cluster's VPC
    Vpc,
    Subnets,
    RouteTables,
    InternetGateways,
    NatGateways,
    SecurityGroups,
    NetworkInterfaces,
    VpcEndpoints,
    FlowLogs,
    NetworkAcls,

    // compute
    Instances,
    InstanceTypes,
    Images,
    LaunchTemplates,
    AutoScalingGroups,
    LatestImages,

    // load balancing, identity, registry, keys
    LoadBalancers,
    IamRoles,
    OidcProviders,
    Registry,
    EncryptionKeys,

    // Kubernetes API
    KubernetesVersion,
    Nodes,
    Namespaces,
    Workloads,
    Services,
    Ingresses,
    EndpointSlices,
    ServiceAccounts,
    Rbac,
    NetworkPolicies,
    CniPolicies,
    DisruptionBudgets,
    Autoscalers,
    Quotas,
    Admission,
    CustomResourceDefinitions,
    Storage,
    NodeProvisioning,
    AwsAuth,
    CniConfig,
}
