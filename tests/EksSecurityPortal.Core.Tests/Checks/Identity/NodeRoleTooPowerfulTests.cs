using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Checks.Identity;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;
using static EksSecurityPortal.Core.Tests.Support.CheckAssert;

namespace EksSecurityPortal.Core.Tests.Checks.Identity;

public class NodeRoleTooPowerfulTests
{
    [Theory]
    [InlineData("""{"Effect":"Allow","Action":["ec2:Describe*","ecr:GetAuthorizationToken"],"Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::logs/*"}""")]
    [InlineData("""{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}""")]
    [InlineData("""{"Effect":"Allow","Action":"iam:Get*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","NotAction":"iam:*","Resource":"arn:aws:s3:::one-bucket"}""")]
    public void Passes_with_narrow_statements(string statement) => Passes<NodeRoleTooPowerful>(Role(statement));

    [Fact]
    public void Passes_when_everything_is_denied_anyway() => Passes<NodeRoleTooPowerful>(Role("""{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"*","Resource":"*"}"""));

    [Theory]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*"}""", Severity.Critical)]
    [InlineData("""{"Effect":"Allow","Action":["s3:GetObject","*"],"Resource":["arn:aws:s3:::x","*"]}""", Severity.Critical)]
    [InlineData("""{"Effect":"Allow","Action":"*:*","Resource":"*"}""", Severity.Critical)]
    [InlineData("""{"Effect":"Allow","Action":"IAM:*","Resource":"*"}""", Severity.Critical)]
    [InlineData("""{"Effect":"Allow","Action":"i*:*","Resource":"*"}""", Severity.Critical)]
    [InlineData("""{"Effect":"Allow","Action":"sts:*","Resource":"arn:aws:iam::*:*"}""", Severity.Critical)]
    [InlineData("""{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}""", Severity.High)]
    [InlineData("""{"Effect":"Allow","Action":"*","NotResource":"arn:aws:s3:::x"}""", Severity.Critical)]
    [InlineData("""{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::*"}""", Severity.High)]
    [InlineData("""{"Effect":"Allow","Action":"ec2:**","Resource":"*"}""", Severity.High)]
    [InlineData("""{"Effect":"Allow","Action":"cloudwatch:*","Resource":"*"}""", Severity.Medium)]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:RequestedRegion":"eu-west-1"}}}""", Severity.High)]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"iam:*","Resource":"*"}""", Severity.Critical)]
    public void Fails_by_how_wide(string statement, Severity severity) => Fails<NodeRoleTooPowerful>(Role(statement), severity: severity);

    [Theory]
    [InlineData("AdministratorAccess", Severity.Critical)]
    [InlineData("PowerUserAccess", Severity.High)]
    public void Fails_for_AWSs_own_policy_without_its_document(string name, Severity severity) =>
        Fails<NodeRoleTooPowerful>(Node(Roles.Of("node") with { Policies = [new(name, $"arn:aws:iam::aws:policy/{name}", null)] }), severity: severity);

    [Fact]
    public void Fails_milder_under_a_boundary_that_is_not_evaluated() => Assert.True(Fails<NodeRoleTooPowerful>(
        Node(Roles.Of("node", policies: [("admin", Document("""{"Effect":"Allow","Action":"*","Resource":"*"}"""))]) with { PermissionsBoundaryArn = "arn:aws:iam::1:policy/edge" }), severity: Severity.High).Says("edge"));

    [Fact]
    public void Fails_for_the_role_behind_an_instance_profile_and_of_a_node_class()
    {
        var builder = SnapshotBuilder.New().Karpenter("burst", 1, """{"role":"karpenter-nodes"}""");
        builder.Roles.Add(Roles.Of("node", policies: [("a", Document("""{"Effect":"Allow","Action":"*","Resource":"*"}"""))]) with { InstanceProfileArns = [SnapshotBuilder.ProfileArn("node")] });
        builder.Roles.Add(Roles.Of("karpenter-nodes", policies: [("a", Document("""{"Effect":"Allow","Action":"iam:*","Resource":"*"}"""))]));

        Fails<NodeRoleTooPowerful>(builder, SnapshotBuilder.RoleArn("node"));
        Fails<NodeRoleTooPowerful>(builder, SnapshotBuilder.RoleArn("karpenter-nodes"));
    }

    [Fact]
    public void NotApplicable_without_nodes() => IsNotApplicable<NodeRoleTooPowerful>(SnapshotBuilder.New());

    [Theory]
    [InlineData(null)]
    [InlineData("{\"Statement\":[")]
    [InlineData("{\"Statement\":[{\"Effect\":\"Allow\"}]}")]
    public void Unknown_for_a_policy_that_cannot_be_read(string? document) => IsUnknown<NodeRoleTooPowerful>(Node(Roles.Of("node", policies: [("x", document)])));

    [Fact]
    public void Unknown_for_a_role_that_was_not_read() => IsUnknown<NodeRoleTooPowerful>(SnapshotBuilder.New().Managed("general", 0));

    [Fact]
    public void Unknown_without_roles() => IsUnknownWithout<NodeRoleTooPowerful>(SnapshotBuilder.New().Managed("general"), SnapshotPart.IamRoles);

    private static SnapshotBuilder Role(string statements) => Node(Roles.Of("node", policies: [("p", Document(statements))]));

    private static SnapshotBuilder Node(IamRole role) => SnapshotBuilder.New().Managed("general", 0).Add(builder => builder.Roles.Add(role));

    private static string Document(string statements) => $$"""{"Version":"2012-10-17","Statement":[{{statements}}]}""";
}
