using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Defaults;

/// <summary>How the VPC CNI of a cluster is set up, beside the defaults of its manifest.</summary>
internal sealed record NetworkAgentSettings(string Version, string AgentVersion = "v1.4.2-eksbuild.1")
{
    public bool EnforcesPolicies { get; init; }

    public bool IsStrict { get; init; }

    public bool UsesPrefixes { get; init; }

    public bool UsesPodInterfaces { get; init; }

    public bool IsIpv6 { get; init; }
}

/// <summary>The pod template of kube-system/aws-node, as its manifest (v1.20) has it.</summary>
internal static class NetworkAgent
{
    private const string Registry = "602401143452.dkr.ecr.us-east-1.amazonaws.com";

    public static PodTemplate Template(NetworkAgentSettings settings) => new()
    {
        Labels = new Dictionary<string, string> { ["k8s-app"] = "aws-node", ["app.kubernetes.io/instance"] = "aws-vpc-cni" },
        ServiceAccount = "aws-node",
        HostNetwork = true,
        ToleratesEverything = true,
        PriorityClass = "system-node-critical",
        TerminationGraceSeconds = 10,
        Volumes =
        [
            new("bpf-pin-path", VolumeKind.HostPath, "/sys/fs/bpf"), new("cni-bin-dir", VolumeKind.HostPath, "/opt/cni/bin"), new("cni-net-dir", VolumeKind.HostPath, "/etc/cni/net.d"),
            new("log-dir", VolumeKind.HostPath, "/var/log/aws-routed-eni"), new("run-dir", VolumeKind.HostPath, "/var/run/aws-node"), new("xtables-lock", VolumeKind.HostPath, "/run/xtables.lock"),
        ],
        Containers = [Init(settings), Agent(settings), PolicyAgent(settings)],
    };

    private static Container Init(NetworkAgentSettings settings) => new("aws-vpc-cni-init", $"{Registry}/amazon-k8s-cni-init:{settings.Version}")
    {
        Role = ContainerRole.Init,
        Environment = [new("DISABLE_TCP_EARLY_DEMUX", Text(settings.UsesPodInterfaces)), new("ENABLE_IPv6", Text(settings.IsIpv6))],
        Security = new ContainerSecurity { Privileged = true },
        CpuRequest = "25m",
        Mounts = [("cni-bin-dir", "/host/opt/cni/bin")],
    };

    private static Container Agent(NetworkAgentSettings settings) => new("aws-node", $"{Registry}/amazon-k8s-cni:{settings.Version}")
    {
        Ports = [new ContainerPort(61678, "metrics")],
        LivenessProbe = true,
        ReadinessProbe = true,
        CpuRequest = "25m",
        Security = new ContainerSecurity { AddCapabilities = ["NET_ADMIN", "NET_RAW"] },
        Mounts = [("cni-bin-dir", "/host/opt/cni/bin"), ("cni-net-dir", "/host/etc/cni/net.d"), ("log-dir", "/host/var/log/aws-routed-eni"), ("run-dir", "/var/run/aws-node"), ("xtables-lock", "/run/xtables.lock")],
        Environment =
        [
            new("ADDITIONAL_ENI_TAGS", "{}"), new("ANNOTATE_POD_IP", "false"), new("AWS_VPC_CNI_NODE_PORT_SUPPORT", "true"), new("AWS_VPC_ENI_MTU", "9001"),
            new("AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG", "false"), new("AWS_VPC_K8S_CNI_EXTERNALSNAT", "false"), new("AWS_VPC_K8S_CNI_LOGLEVEL", "DEBUG"),
            new("AWS_VPC_K8S_CNI_RANDOMIZESNAT", "prng"), new("AWS_VPC_K8S_CNI_VETHPREFIX", "eni"), new("DISABLE_METRICS", "false"), new("DISABLE_NETWORK_RESOURCE_PROVISIONING", "false"),
            new("ENABLE_IPv4", Text(!settings.IsIpv6)), new("ENABLE_IPv6", Text(settings.IsIpv6)), new("ENABLE_POD_ENI", Text(settings.UsesPodInterfaces)),
            new("ENABLE_PREFIX_DELEGATION", Text(settings.UsesPrefixes || settings.IsIpv6)), new("ENABLE_SUBNET_DISCOVERY", "true"),
            new("NETWORK_POLICY_ENFORCING_MODE", settings.IsStrict ? "strict" : "standard"), new("WARM_ENI_TARGET", "1"), new("WARM_PREFIX_TARGET", "1"), new("VPC_CNI_VERSION", settings.Version),
        ],
    };

    private static Container PolicyAgent(NetworkAgentSettings settings) => new("aws-eks-nodeagent", $"{Registry}/amazon/aws-network-policy-agent:{settings.AgentVersion}")
    {
        Arguments =
        [
            $"--enable-ipv6={Text(settings.IsIpv6)}", $"--enable-network-policy={Text(settings.EnforcesPolicies)}", "--enable-cloudwatch-logs=false",
            $"--enable-policy-event-logs={Text(settings.EnforcesPolicies)}", "--log-file=/var/log/aws-routed-eni/network-policy-agent.log", "--metrics-bind-addr=:8162", "--health-probe-bind-addr=:8163",
        ],
        Environment = [new("MY_NODE_NAME", "")],
        Security = new ContainerSecurity { Privileged = true },
        CpuRequest = "25m",
        Mounts = [("cni-bin-dir", "/host/opt/cni/bin"), ("bpf-pin-path", "/sys/fs/bpf"), ("log-dir", "/var/log/aws-routed-eni"), ("run-dir", "/var/run/aws-node")],
    };

    private static string Text(bool value) => value ? "true" : "false";
}
