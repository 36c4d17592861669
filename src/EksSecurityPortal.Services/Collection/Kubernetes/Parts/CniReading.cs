using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Kubernetes.Documents;
using EksSecurityPortal.Services.Collection.Kubernetes.Workloads;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Parts;

/// <summary>Facts of the network plugin: named ConfigMaps and the DaemonSets that are network agents.</summary>
internal sealed class CniReading(StringPool texts)
{
    private static readonly HashSet<string> CiliumKeys = new(StringComparer.Ordinal)
    {
        "enable-policy", "cni-chaining-mode", "ipam", "enable-ipv4", "enable-ipv6", "routing-mode", "tunnel", "tunnel-protocol", "kube-proxy-replacement",
        "enable-wireguard", "enable-ipsec", "policy-audit-mode", "enable-l7-proxy", "cni-exclusive", "enable-k8s-networkpolicy", "enable-host-firewall",
        "enable-hubble", "enable-cilium-clusterwide-network-policy", "policy-cidr-match-mode",
    };

    private static readonly Dictionary<string, string> Engines = new(StringComparer.Ordinal)
    {
        ["calico-node"] = "Calico",
        ["cilium"] = "Cilium",
        ["antrea-agent"] = "Antrea",
        ["kube-router"] = "kube-router",
        ["weave-net"] = "Weave",
        ["kube-flannel-ds"] = "Flannel",
        ["canal"] = "Canal",
    };

    internal CniConfig Read(IReadOnlyDictionary<string, string?>? vpcCni, IReadOnlyDictionary<string, string?>? cilium, IReadOnlyDictionary<string, string?>? kubeProxy, WorkloadSink? daemonSets) => new(
        Settings(vpcCni, IsVpcCniSetting), Settings(cilium, CiliumKeys.Contains), KubeProxyMode(kubeProxy), daemonSets is null ? null : AwsNode(daemonSets), daemonSets is null ? [] : Agents(daemonSets));

    /// <summary>Settings only; whatever else somebody keeps in the ConfigMap is not read.</summary>
    private static bool IsVpcCniSetting(string key) =>
        key.StartsWith("enable-", StringComparison.Ordinal) || key.StartsWith("branch-eni-", StringComparison.Ordinal)
        || key.StartsWith("warm-", StringComparison.Ordinal) || key.StartsWith("minimum-", StringComparison.Ordinal);

    private Dictionary<string, string>? Settings(IReadOnlyDictionary<string, string?>? data, Func<string, bool> isSetting) =>
        data?.Where(entry => isSetting(entry.Key)).ToDictionary(entry => texts.Get(entry.Key), entry => HostileText.Clean(entry.Value ?? "", 200), StringComparer.Ordinal);

    private string? KubeProxyMode(IReadOnlyDictionary<string, string?>? data)
    {
        if (data?.GetValueOrDefault("config") is not { Length: > 0 } yaml)
        {
            return null;
        }

        try
        {
            var root = BoundedYaml.Load(yaml) as YamlMappingNode;
            var mode = root?.Children.FirstOrDefault(child => child.Key is YamlScalarNode { Value: "mode" }).Value as YamlScalarNode;
            // an empty mode is the platform's default
            return mode is null ? null : mode.Value is { Length: > 0 } named ? texts.Get(named) : "iptables";
        }
        catch (YamlException)
        {
            return null;
        }
    }

    private AwsNodeSettings? AwsNode(WorkloadSink daemonSets)
    {
        if (daemonSets.AwsNode?.Spec is not { } spec)
        {
            return null;
        }

        var containers = spec.InitContainers.Present().Concat(spec.Containers.Present()).ToList();
        var agent = containers.Find(container => container.Name == "aws-eks-nodeagent");
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in containers.Where(container => container.Name is "aws-node" or "aws-vpc-cni-init").SelectMany(container => container.Env ?? []))
        {
            environment[texts.Get(name)] = HostileText.Clean(value, 200);
        }

        var status = daemonSets.Statuses.GetValueOrDefault(new OwnerKey("DaemonSet", "kube-system", "aws-node"));
        return new(
            texts.Find(containers.Find(container => container.Name == "aws-node")?.Image), texts.Find(agent?.Image), environment,
            [.. (agent?.Args).Present().Select(argument => texts.Get(SystemComponents.WithoutSecret(argument)))],
            status?.DesiredNumberScheduled ?? 0, status?.NumberReady ?? 0);
    }

    private static List<NetworkAgent> Agents(WorkloadSink daemonSets) =>
    [
        .. daemonSets.Owners.Where(owner => Engines.ContainsKey(owner.Workload.Name)).Select(owner => new NetworkAgent(
            Engines[owner.Workload.Name], owner.Workload.Namespace, owner.Workload.Name,
            owner.Workload.Template?.Containers.FirstOrDefault(container => container.Role == ContainerRole.App)?.Image,
            daemonSets.Statuses.GetValueOrDefault(owner.Key)?.DesiredNumberScheduled ?? 0, daemonSets.Statuses.GetValueOrDefault(owner.Key)?.NumberReady ?? 0)),
    ];
}
