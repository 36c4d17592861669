using System.Text.Json;
using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Networking;

/// <summary>Whether network policies have effect somewhere.</summary>
public enum Enforcement
{
    /// <summary>An engine is configured and its agents run.</summary>
    On,

    /// <summary>No engine is configured, or it is told not to enforce.</summary>
    Off,

    /// <summary>Configured, but not every node has a ready agent.</summary>
    Partial,

    /// <summary>What decides it was not read.</summary>
    Unknown,
}

/// <summary>A verdict on enforcement with the fields that it rests on.</summary>
public sealed record EnforcementVerdict(Enforcement State, string Summary, IReadOnlyList<Evidence> Evidence);

/// <summary>
/// Finds the engine that enforces network policies on EC2 nodes: the VPC CNI's node agent (add-on configuration, and DaemonSet arguments when the Kubernetes
/// API was read, which win), or the agents of Calico or Cilium. A configured engine whose agents are not ready everywhere is not "on".
/// </summary>
public static class PolicyEngine
{
    // repository endings of the engines' agent images, whichever registry mirrors them
    private static readonly (string Engine, string[] Repositories)[] Agents =
    [
        ("Calico", ["calico/node"]), ("Cilium", ["cilium/cilium", "cilium/cilium-dev"]), ("Antrea", ["antrea/antrea-ubuntu", "antrea/antrea-agent-ubuntu", "antrea/antrea-agent-ubi"]),
    ];

    /// <summary>The verdict for Linux EC2 nodes that are not in Auto Mode.</summary>
    public static EnforcementVerdict OnLinuxNodes(ClusterSnapshot snapshot)
    {
        var config = snapshot.Kubernetes.CniConfig.Facts;
        var other = config is null ? null : OtherEngine(config);
        if (other is { State: Enforcement.On })
        {
            return other;
        }

        var native = config is null ? FromAddon(snapshot) : FromDaemonSet(config, snapshot);
        return native.State == Enforcement.On ? native : other is not null ? other with { Evidence = [.. other.Evidence, .. native.Evidence] } : native;
    }

    /// <summary>The verdict for the nodes of hybrid and other pools that only a third-party engine can serve.</summary>
    public static EnforcementVerdict OfThirdParty(ClusterSnapshot snapshot) => snapshot.Kubernetes.CniConfig.Facts is not { } config
        ? new(Enforcement.Unknown, "The agents of network engines were not read.", [])
        : OtherEngine(config) ?? new(Enforcement.Off, "Neither Calico nor Cilium runs.", [new("DaemonSets of network engines", "none")]);

    private static EnforcementVerdict? OtherEngine(CniConfig config) => config.Agents
        .Where(agent => IsGenuine(agent))
        .OrderBy(agent => agent.Engine, StringComparer.Ordinal).ThenBy(agent => agent.Namespace, StringComparer.Ordinal)
        .Select(agent => Judge(agent, config)).OrderBy(verdict => verdict.State).FirstOrDefault();

    private static bool IsGenuine(NetworkAgent agent) => agent.Image is { } image && Array.Exists(
        Agents, known => known.Engine == agent.Engine && Array.Exists(known.Repositories, repository => ("/" + SystemComponents.Repository(image)).EndsWith("/" + repository, StringComparison.Ordinal)));

    private static EnforcementVerdict Judge(NetworkAgent agent, CniConfig config)
    {
        var evidence = new List<Evidence> { new($"DaemonSet {agent.Namespace}/{agent.Name}", $"{agent.Engine}, {agent.ReadyNodes} of {agent.DesiredNodes} ready, image {agent.Image}") };
        if (agent.Engine == "Cilium" && config.CiliumConfigMap?.GetValueOrDefault("enable-policy") is { } mode)
        {
            evidence.Add(new("ConfigMap cilium-config: enable-policy", mode));
            if (mode == "never")
            {
                return new(Enforcement.Off, "Cilium is told never to enforce policies.", evidence);
            }
        }

        return Readiness(agent.Engine, agent.ReadyNodes, agent.DesiredNodes, evidence);
    }

    private static EnforcementVerdict Readiness(string engine, int ready, int desired, IReadOnlyList<Evidence> evidence) =>
        desired == 0 ? new(Enforcement.Off, $"{engine} is configured, but its agent is to run on no node.", evidence)
        : ready < desired ? new(Enforcement.Partial, $"{engine} is configured, but its agent is ready on {ready} of {desired} nodes only.", evidence)
        : new(Enforcement.On, $"{engine} enforces policies; its agent is ready on all {desired} nodes.", evidence);

    private static EnforcementVerdict FromDaemonSet(CniConfig config, ClusterSnapshot snapshot)
    {
        if (config.AwsNode is not { } daemon)
        {
            return new(Enforcement.Off, "Neither the VPC CNI's node agent nor another policy engine runs.", [new("DaemonSet kube-system/aws-node", "none")]);
        }

        var agent = FlagOf(daemon.NodeAgentArguments);
        var addon = AddonSetting(snapshot);
        var controller = config.VpcCniConfigMap?.GetValueOrDefault("enable-network-policy-controller");
        List<Evidence> evidence =
        [
            new("DaemonSet kube-system/aws-node: --enable-network-policy", agent is null ? EvidenceValue.NotStated : EvidenceValue.Of(agent)),
            new("DaemonSet kube-system/aws-node: ready", $"{daemon.ReadyNodes} of {daemon.DesiredNodes}"),
            new("ConfigMap kube-system/amazon-vpc-cni: enable-network-policy-controller", EvidenceValue.Of(controller)),
            .. addon.Evidence,
        ];
        // the agent enforces what the controller hands to it; the add-on's setting turns both on
        return agent != true ? new(Enforcement.Off, "The VPC CNI's node agent does not enforce network policies.", evidence)
            : addon.IsOn == true || controller == "true" ? Readiness("The VPC CNI", daemon.ReadyNodes, daemon.DesiredNodes, evidence)
            : addon.IsOn is null && addon.IsUnread ? new(Enforcement.Unknown, "The node agent is on; whether the policy controller is was not read.", evidence)
            : new(Enforcement.Off, "The VPC CNI's node agent is on, but the policy controller that feeds it is not.", evidence);
    }

    private static EnforcementVerdict FromAddon(ClusterSnapshot snapshot)
    {
        var (isOn, isHealthy, isUnread, evidence) = AddonSetting(snapshot);
        return isOn == true && isHealthy ? new(Enforcement.On, "The VPC CNI add-on is active with network policy on; its agents were not seen, since the Kubernetes API was not read.", evidence)
            : isOn == true ? new(Enforcement.Unknown, "The VPC CNI add-on has network policy on but is not healthy, and its agents were not read.", evidence)
            : new(Enforcement.Unknown, isUnread ? "Neither the VPC CNI add-on nor the DaemonSets were read." : "Not on by the VPC CNI add-on; whether another engine runs was not read.", evidence);
    }

    private static (bool? IsOn, bool IsHealthy, bool IsUnread, IReadOnlyList<Evidence> Evidence) AddonSetting(ClusterSnapshot snapshot)
    {
        if (snapshot.Eks.Addons.Facts is not { } addons)
        {
            return (null, false, true, [new("add-on vpc-cni", "not read")]);
        }

        if (addons.FirstOrDefault(addon => addon.Name == "vpc-cni") is not { } cni)
        {
            return (null, false, false, [new("add-on vpc-cni", "not installed as an add-on")]);
        }

        // the schema wants a string, and people write a boolean
        var value = SpecReader.Find(cni.ConfigurationValues, "enableNetworkPolicy") is not { } setting ? null
            : setting.ValueKind == JsonValueKind.String ? setting.GetString() : setting.GetRawText();
        var text = value ?? (cni.ConfigurationValues is { Length: > 0 } yaml && yaml.TrimStart() is not ['{', ..] ? FromYaml(yaml) : null);
        return (string.Equals(text, "true", StringComparison.OrdinalIgnoreCase), cni.Status == "ACTIVE", false, [new("add-on vpc-cni: configurationValues.enableNetworkPolicy", EvidenceValue.Of(text)), new("add-on vpc-cni: status", cni.Status)]);
    }

    // configuration values may be YAML; a top-level scalar is all that is looked for
    private static string? FromYaml(string yaml) => yaml.Split('\n')
        .Where(line => line.StartsWith("enableNetworkPolicy:", StringComparison.Ordinal))
        .Select(line => line["enableNetworkPolicy:".Length..].Split('#')[0].Trim().Trim('"', '\'')).LastOrDefault();

    /// <summary>The last one counts, as for the agent; null when the flag is absent, which means off.</summary>
    private static bool? FlagOf(IReadOnlyList<string> arguments)
    {
        const string Flag = "--enable-network-policy";
        var last = arguments.LastOrDefault(argument => argument == Flag || argument.StartsWith(Flag + "=", StringComparison.Ordinal));
        return last is null ? null : last == Flag || last[(Flag.Length + 1)..].Trim().ToLowerInvariant() is "true" or "1" or "t";
    }
}
