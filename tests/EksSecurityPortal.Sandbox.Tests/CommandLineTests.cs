using Xunit;

namespace EksSecurityPortal.Sandbox.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void Parse_nothing_is_the_demo() => Assert.True(CommandLine.Parse([]).IsDemo);

    [Fact]
    public void Parse_sizes_port_and_latency_are_taken()
    {
        var command = CommandLine.Parse(["--clusters", "300", "--nodes", "50", "--pods", "1500", "--port", "4566", "--latency", "30ms"]);

        Assert.Empty(command.Problems);
        Assert.False(command.IsDemo);
        Assert.Equal((300, 50, 1500), (command.Generator.Clusters, command.Generator.Nodes, command.Generator.Pods));
        Assert.Equal(4566, command.Options.AwsPort);
        Assert.Equal(TimeSpan.FromMilliseconds(30), command.Options.Latency);
    }

    [Fact]
    public void Parse_faults_are_read_with_target_count_and_delay()
    {
        var command = CommandLine.Parse(["--fault", "throttling:eks:DescribeCluster*5", "--fault", "slow-body:kubernetes:list pods:analytics@2s", "--fault", "server-error"]);

        Assert.Empty(command.Problems);
        Assert.Equal(new Fault(FaultKind.Throttling, "eks", "DescribeCluster") { Times = 5 }, command.Faults[0]);
        Assert.Equal(new Fault(FaultKind.SlowBody, "kubernetes", "list pods", "analytics") { Delay = TimeSpan.FromSeconds(2) }, command.Faults[1]);
        Assert.Equal(new Fault(FaultKind.ServerError), command.Faults[2]);
    }

    [Theory]
    [InlineData("--clusters", "many")]
    [InlineData("--latency", "soon")]
    [InlineData("--fault", "gremlins")]
    [InlineData("--nonsense", "1")]
    [InlineData("--port", "70000")]
    public void Parse_bad_value_is_named(string name, string value) => Assert.Contains(CommandLine.Parse([name, value]).Problems, problem => problem.StartsWith(name, StringComparison.Ordinal));

    [Fact]
    public void Parse_demo_with_a_size_is_a_problem() => Assert.NotEmpty(CommandLine.Parse(["--demo", "--clusters", "3"]).Problems);
}
