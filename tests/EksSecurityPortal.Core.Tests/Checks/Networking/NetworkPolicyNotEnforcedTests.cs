using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Checks.Networking;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;
using static EksSecurityPortal.Core.Tests.Support.CheckAssert;

namespace EksSecurityPortal.Core.Tests.Checks.Networking;

public class NetworkPolicyNotEnforcedTests
{
    [Theory]
    [InlineData("{\"enableNetworkPolicy\":\"true\"}")]
    [InlineData("{\"enableNetworkPolicy\":true}")]
    [InlineData("env:\n  X: y\nenableNetworkPolicy: \"true\"\n")]
    public void Passes_with_the_add_on_on_and_its_agents_ready(string configuration) => Passes<NetworkPolicyNotEnforced>(Linux(Addon(configuration), AwsNode("--enable-network-policy=true")), "general");

    [Fact]
    public void Passes_with_a_self_managed_CNI_by_arguments_and_config_map() =>
        Passes<NetworkPolicyNotEnforced>(Linux(null, AwsNode("--enable-network-policy=true", controller: "true")), "general");

    [Fact]
    public void Passes_by_the_healthy_add_on_when_the_Kubernetes_API_was_not_read() =>
        Passes<NetworkPolicyNotEnforced>(Linux(Addon("{\"enableNetworkPolicy\":\"true\"}"), null).Missing(SnapshotPart.CniConfig), "general");

    [Theory]
    [InlineData("Calico", "docker.io/calico/node:v3.30.0")]
    [InlineData("Calico", "1234.dkr.ecr.eu-west-1.amazonaws.com/mirror/calico/node@sha256:00")]
    [InlineData("Cilium", "quay.io/cilium/cilium:v1.18.0")]
    public void Passes_with_another_engine_ready_on_every_node(string engine, string image) => Passes<NetworkPolicyNotEnforced>(Linux(Addon(null), AwsNode("--enable-network-policy=false") with { Agents = [Agent(engine, image, 3, 3)] }), "general");

    [Fact]
    public void Passes_in_Auto_Mode_with_the_controller_on() => Passes<NetworkPolicyNotEnforced>(Auto("""{"networkPolicy":"DefaultDeny"}""", "true"), "system");

    [Theory]
    [InlineData("{\"enableNetworkPolicy\":\"false\"}", "--enable-network-policy=false")]
    [InlineData(null, "--enable-ipv6=false")]
    [InlineData("{\"enableNetworkPolicy\":\"true\"}", "--enable-network-policy=false")] // what runs counts, not what is configured
    [InlineData("{\"enableNetworkPolicy\":\"false\"}", "--enable-network-policy=true")] // an agent without a controller has nothing to enforce
    public void Fails_when_either_half_is_off(string? configuration, string argument) => Fails<NetworkPolicyNotEnforced>(Linux(Addon(configuration), AwsNode(argument)), "general");

    [Fact]
    public void Fails_when_agents_are_not_ready_on_every_node() =>
        Assert.True(Fails<NetworkPolicyNotEnforced>(Linux(Addon("{\"enableNetworkPolicy\":\"true\"}"), AwsNode("--enable-network-policy=true", ready: 2)), "general").Says("2 of 3"));

    [Theory]
    [InlineData("Calico", "docker.io/evil/node:v1", 3, null)] // bears the name, is not the engine
    [InlineData("Calico", "docker.io/calico/node:v3", 2, null)]
    [InlineData("Cilium", "quay.io/cilium/cilium:v1.18.0", 3, "never")]
    public void Fails_when_the_other_engine_is_no_engine(string engine, string image, int ready, string? mode) => Fails<NetworkPolicyNotEnforced>(
        Linux(Addon(null), AwsNode("") with { Agents = [Agent(engine, image, 3, ready)], CiliumConfigMap = mode is null ? null : new Dictionary<string, string> { ["enable-policy"] = mode } }), "general");

    [Fact]
    public void Fails_without_any_engine() => Fails<NetworkPolicyNotEnforced>(Linux(null, new(null, null, null, null, [])), "general");

    [Fact]
    public void Fails_in_Auto_Mode_with_the_controller_off() => Fails<NetworkPolicyNotEnforced>(Auto("""{"networkPolicy":"DefaultAllow"}""", "false"), "system");

    [Fact]
    public void Fails_for_hybrid_nodes_that_only_the_VPC_CNI_serves() =>
        Fails<NetworkPolicyNotEnforced>(Linux(Addon("{\"enableNetworkPolicy\":\"true\"}"), AwsNode("--enable-network-policy=true")).Hybrid(), NodePools.HybridName);

    [Fact]
    public void NotApplicable_to_Fargate_and_Windows()
    {
        IsNotApplicable<NetworkPolicyNotEnforced>(SnapshotBuilder.New().Fargate("jobs"), "jobs");
        IsNotApplicable<NetworkPolicyNotEnforced>(SnapshotBuilder.New().Managed("win", node: node => node with { OperatingSystem = "windows" }), "win");
    }

    [Fact]
    public void Unknown_without_the_DaemonSets_when_the_add_on_is_off() => IsUnknown<NetworkPolicyNotEnforced>(Linux(Addon(null), null).Missing(SnapshotPart.CniConfig), "general");

    [Fact]
    public void Unknown_when_the_add_on_is_on_and_degraded_and_agents_were_not_read() =>
        IsUnknown<NetworkPolicyNotEnforced>(Linux(Addon("{\"enableNetworkPolicy\":\"true\"}") with { Status = "DEGRADED" }, null).Missing(SnapshotPart.CniConfig), "general");

    [Fact]
    public void Unknown_when_the_agent_is_on_and_the_controller_was_not_read() => IsUnknown<NetworkPolicyNotEnforced>(Linux(null, AwsNode("--enable-network-policy")).Missing(SnapshotPart.Addons), "general");

    [Theory]
    [InlineData("{}", null)]
    [InlineData("""{"networkPolicy":"Sometimes"}""", "true")]
    public void Unknown_in_Auto_Mode(string spec, string? controller) => IsUnknown<NetworkPolicyNotEnforced>(controller is null ? Auto(spec, "true").Missing(SnapshotPart.CniConfig) : Auto(spec, controller), "system");

    private static SnapshotBuilder Linux(Addon? addon, CniConfig? config) => SnapshotBuilder.New().Managed("general", 3).Add(builder =>
    {
        builder.Addons.AddRange(addon is null ? [] : [addon]);
        builder.CniConfig = config ?? builder.CniConfig;
    });

    private static SnapshotBuilder Auto(string spec, string controller) => SnapshotBuilder.New().AutoMode("system", 1, spec)
        .Add(builder => builder.CniConfig = builder.CniConfig with { VpcCniConfigMap = new Dictionary<string, string> { ["enable-network-policy-controller"] = controller } });

    private static Addon Addon(string? configuration) => new("vpc-cni", null, "ACTIVE", "v1.20.0", null, [], configuration, null, null, null, null, []);

    private static CniConfig AwsNode(string argument, int ready = 3, string? controller = null) =>
        new(controller is null ? null : new Dictionary<string, string> { ["enable-network-policy-controller"] = controller }, null, null, new("img", "agent", new Dictionary<string, string>(), [argument], 3, ready), []);

    private static NetworkAgent Agent(string engine, string image, int desired, int ready) => new(engine, "calico-system", "agent", image, desired, ready);
}
