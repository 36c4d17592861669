using System.Text;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Kubernetes;
using EksSecurityPortal.Services.Collection.Kubernetes.Parts;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Collection.Kubernetes;

public sealed class AwsAuthTests
{
    [Fact]
    public void Read_roles_users_and_accounts_are_mapped()
    {
        var auth = Read(
            "- rolearn: arn:aws:iam::111122223333:role/node\n  username: system:node:{{EC2PrivateDNSName}}\n  groups: [system:bootstrappers, system:nodes]\n- {rolearn: arn:aws:iam::111122223333:role/x, groups: }\n",
            "[{\"userarn\": \"arn:aws:iam::111122223333:user/u\", \"username\": \"u\", \"groups\": [\"system:masters\"]}]",
            "- \"444455556666\"\n- 777788889999\n");

        Assert.True(auth.Exists);
        Assert.Empty(auth.ParseErrors);
        Assert.Equal(["system:bootstrappers", "system:nodes"], auth.Roles[0].Groups);
        Assert.Equal("system:node:{{EC2PrivateDNSName}}", auth.Roles[0].Username);
        Assert.Empty(auth.Roles[1].Groups);
        Assert.Equal(new[] { "system:masters" }, auth.Users[0].Groups);
        Assert.Equal(["444455556666", "777788889999"], auth.Accounts);
    }

    [Theory]
    [InlineData("- rolearn: [unclosed\n  - x: }")]
    [InlineData("rolearn: arn:aws:iam::111122223333:role/not-a-list")]
    [InlineData("- just text")]
    [InlineData("- username: nobody")]
    [InlineData("- rolearn: a\n  groups: system:masters")]
    [InlineData("- rolearn: a\n  groups: [[nested]]")]
    [InlineData("- &a *a")]
    [InlineData("\tx: y")]
    public void Read_bad_yaml_is_an_error_of_its_member(string mapRoles)
    {
        var auth = Read(mapRoles, "- userarn: arn:aws:iam::111122223333:user/u", null);

        Assert.NotEmpty(auth.ParseErrors);
        Assert.All(auth.ParseErrors, error => Assert.StartsWith("mapRoles", error, StringComparison.Ordinal));
        Assert.Single(auth.Users);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("# only a comment\n")]
    public void Read_nothing_mapped_is_no_error(string mapRoles)
    {
        var auth = Read(mapRoles, null, null);

        Assert.Empty(auth.ParseErrors);
        Assert.Empty(auth.Roles);
    }

    [Fact]
    public void Read_alias_bomb_is_bounded()
    {
        var bomb = new StringBuilder("- &g [").AppendJoin(',', Enumerable.Repeat("g", 5000)).Append("]\n");
        for (var entry = 0; entry < 5000; entry++)
        {
            bomb.Append("- {rolearn: a, groups: *g}\n");
        }

        var auth = Read(bomb.ToString(), null, null);

        Assert.InRange(auth.Roles.Sum(role => role.Groups.Count), 1, 10_000);
        Assert.Contains(auth.ParseErrors, error => error.Contains("more than", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_nesting_that_would_exhaust_the_stack_is_an_error()
    {
        var auth = Read(new string('[', 500_000), null, null);

        Assert.NotEmpty(auth.ParseErrors);
    }

    [Fact]
    public async Task ReadAsync_no_config_map_is_a_fact()
    {
        await using var cluster = await LoopbackCluster.StartAsync();

        var facts = await cluster.ReadAsync();

        Assert.False(facts.AwsAuth.Value.Exists);
        Assert.Empty(facts.AwsAuth.Gaps);
    }

    [Fact]
    public async Task ReadAsync_config_map_forbidden_names_the_rule()
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Handlers["/api/v1/namespaces/kube-system/configmaps/aws-auth"] = LoopbackCluster.Status(403, "Forbidden");

        var facts = await cluster.ReadAsync();

        Assert.Equal("""{apiGroups: [""], resources: ["configmaps"], resourceNames: ["aws-auth"], verbs: ["get"]} in namespace kube-system""", facts.AwsAuth.Gaps[0].Grant);
    }

    private static AwsAuth Read(string? mapRoles, string? mapUsers, string? mapAccounts) =>
        new AwsAuthReading(new StringPool()).Read(new Dictionary<string, string?> { ["mapRoles"] = mapRoles, ["mapUsers"] = mapUsers, ["mapAccounts"] = mapAccounts });
}
