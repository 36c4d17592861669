using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Checks.Identity;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;
using static EksSecurityPortal.Core.Tests.Support.CheckAssert;

namespace EksSecurityPortal.Core.Tests.Checks.Identity;

public class ClusterAdminAccessEntryTests
{
    private const string Admin = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy";

    [Theory]
    [InlineData("arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy", "cluster")]
    [InlineData("arn:aws:eks::aws:cluster-access-policy/AmazonEKSAdminPolicy", "cluster")]
    [InlineData(Admin, "namespace")]
    public void Passes_without_the_policy_on_the_whole_cluster(string policy, string scope) => Passes<ClusterAdminAccessEntry>(Entry(SnapshotBuilder.RoleArn("dev"), policy, scope));

    [Fact]
    public void Fails_for_an_administrator_and_counts_them()
    {
        var builder = Entry(SnapshotBuilder.RoleArn("ops"), Admin, "cluster").Add(b => b.AccessEntries.Add(new(SnapshotBuilder.RoleArn("ci"), "STANDARD", null, [], [new(Admin, "cluster", [])], null, null)));

        Assert.True(Fails<ClusterAdminAccessEntry>(builder, SnapshotBuilder.RoleArn("ci")).Says("2: "));
    }

    [Fact]
    public void Fails_critically_for_another_account() => Fails<ClusterAdminAccessEntry>(Entry("arn:aws:iam::999999999999:role/partner", Admin, "cluster"), severity: Severity.Critical);

    [Fact]
    public void Fails_in_another_partition_too() => Fails<ClusterAdminAccessEntry>(Entry(SnapshotBuilder.RoleArn("ops"), Admin.Replace(":aws:eks", ":aws-cn:eks", StringComparison.Ordinal), "cluster"));

    // the mode decides what counts: entries of a CONFIG_MAP cluster mean nothing, and EKS refuses to list them
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void NotApplicable_in_mode_CONFIG_MAP(bool isRead)
    {
        var builder = Entry(SnapshotBuilder.RoleArn("ops"), Admin, "cluster").ControlPlane(cluster => cluster with { AuthenticationMode = "CONFIG_MAP" });

        IsNotApplicable<ClusterAdminAccessEntry>(isRead ? builder : builder.Missing(SnapshotPart.AccessEntries));
    }

    [Fact]
    public void NotApplicable_without_entries() => IsNotApplicable<ClusterAdminAccessEntry>(SnapshotBuilder.New());

    [Theory]
    [InlineData(SnapshotPart.AccessEntries)]
    [InlineData(SnapshotPart.ControlPlane)]
    public void Unknown_without_a_part(SnapshotPart part) => IsUnknownWithout<ClusterAdminAccessEntry>(Entry(SnapshotBuilder.RoleArn("ops"), Admin, "cluster"), part);

    private static SnapshotBuilder Entry(string principal, string policy, string scope) => SnapshotBuilder.New()
        .Add(builder => builder.AccessEntries.Add(new(principal, "STANDARD", null, [], [new(policy, scope, scope == "namespace" ? ["shop"] : [])], null, null)));
}
