namespace EksSecurityPortal.Core.Inventory;

/// <summary>
/// All facts of one cluster as one collection run saw them. Immutable; checks and analyses are pure functions over it.
/// Every part is present or says why not; nothing in it is a guess.
/// </summary>
public sealed record ClusterSnapshot
{
    /// <summary>Layout of this record. Raised when stored snapshots of an older layout could be misread.</summary>
    public const int CurrentFormat = 1;

    public int Format { get; init; } = CurrentFormat;

    public required ClusterRef Cluster { get; init; }

    /// <summary>When the collection started, UTC. Ages in checks are measured against it, never against a clock.</summary>
    public required DateTimeOffset CollectedAt { get; init; }

    public required EksFacts Eks { get; init; }

    public required NetworkFacts Network { get; init; }

    public required ComputeFacts Compute { get; init; }

    public required IdentityFacts Identity { get; init; }

    public required KubernetesFacts Kubernetes { get; init; }

    /// <summary>The part's state, whatever its type. Every <see cref="SnapshotPart"/> has one.</summary>
    public IPart this[SnapshotPart part] => part switch
    {
        SnapshotPart.ControlPlane => Eks.ControlPlane,
        SnapshotPart.VersionCalendar => Eks.VersionCalendar,
        SnapshotPart.NodeGroups => Eks.NodeGroups,
        SnapshotPart.FargateProfiles => Eks.FargateProfiles,
        SnapshotPart.Addons => Eks.Addons,
        SnapshotPart.AddonVersions => Eks.AddonVersions,
        SnapshotPart.AccessEntries => Eks.AccessEntries,
        SnapshotPart.PodIdentityAssociations => Eks.PodIdentityAssociations,
        SnapshotPart.IdentityProviderConfigs => Eks.IdentityProviderConfigs,
        SnapshotPart.Insights => Eks.Insights,
        SnapshotPart.Updates => Eks.Updates,
        SnapshotPart.Capabilities => Eks.Capabilities,
        SnapshotPart.CertificateAuthorities => Eks.CertificateAuthorities,
        SnapshotPart.Vpc => Network.Vpc,
        SnapshotPart.Subnets => Network.Subnets,
        SnapshotPart.RouteTables => Network.RouteTables,
        SnapshotPart.InternetGateways => Network.InternetGateways,
        SnapshotPart.NatGateways => Network.NatGateways,
        SnapshotPart.SecurityGroups => Network.SecurityGroups,
        SnapshotPart.NetworkInterfaces => Network.NetworkInterfaces,
        SnapshotPart.VpcEndpoints => Network.VpcEndpoints,
        SnapshotPart.FlowLogs => Network.FlowLogs,
        SnapshotPart.NetworkAcls => Network.NetworkAcls,
        SnapshotPart.LoadBalancers => Network.LoadBalancers,
        SnapshotPart.Instances => Compute.Instances,
        SnapshotPart.InstanceTypes => Compute.InstanceTypes,
        SnapshotPart.Images => Compute.Images,
        SnapshotPart.LaunchTemplates => Compute.LaunchTemplates,
        SnapshotPart.AutoScalingGroups => Compute.AutoScalingGroups,
        SnapshotPart.LatestImages => Compute.LatestImages,
        SnapshotPart.IamRoles => Identity.Roles,
        SnapshotPart.OidcProviders => Identity.OidcProviders,
        SnapshotPart.Registry => Identity.Registry,
        SnapshotPart.EncryptionKeys => Identity.EncryptionKeys,
        SnapshotPart.KubernetesVersion => Kubernetes.Version,
        SnapshotPart.Nodes => Kubernetes.Nodes,
        SnapshotPart.Namespaces => Kubernetes.Namespaces,
        SnapshotPart.Workloads => Kubernetes.Workloads,
        SnapshotPart.Services => Kubernetes.Services,
        SnapshotPart.Ingresses => Kubernetes.Ingresses,
        SnapshotPart.EndpointSlices => Kubernetes.EndpointSlices,
        SnapshotPart.ServiceAccounts => Kubernetes.ServiceAccounts,
        SnapshotPart.Rbac => Kubernetes.Rbac,
        SnapshotPart.NetworkPolicies => Kubernetes.NetworkPolicies,
        SnapshotPart.CniPolicies => Kubernetes.CniPolicies,
        SnapshotPart.DisruptionBudgets => Kubernetes.DisruptionBudgets,
        SnapshotPart.Autoscalers => Kubernetes.Autoscalers,
        SnapshotPart.Quotas => Kubernetes.Quotas,
        SnapshotPart.Admission => Kubernetes.Admission,
        SnapshotPart.CustomResourceDefinitions => Kubernetes.CustomResourceDefinitions,
        SnapshotPart.Storage => Kubernetes.Storage,
        SnapshotPart.NodeProvisioning => Kubernetes.NodeProvisioning,
        SnapshotPart.AwsAuth => Kubernetes.AwsAuth,
        SnapshotPart.CniConfig => Kubernetes.CniConfig,
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "A part without a place in the snapshot."),
    };
}
