using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Checks.Patching;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;
using static EksSecurityPortal.Core.Tests.Support.CheckAssert;

namespace EksSecurityPortal.Core.Tests.Checks.Patching;

public class NodeImageBehindLatestReleaseTests
{
    // the running release is of 2026-11-16
    [Theory]
    [InlineData("1.34.2-20261116")]
    [InlineData("1.34.3-20261130")]
    [InlineData("1.34.2-20261101")]
    public void Passes_up_to_fourteen_days_behind(string latest) => Passes<NodeImageBehindLatestRelease>(Latest(SnapshotBuilder.New().Managed("general"), latest));

    [Fact]
    public void Passes_with_the_newest_image_id_whatever_the_names_say() =>
        Passes<NodeImageBehindLatestRelease>(SnapshotBuilder.New().Managed("general").Add(builder => builder.LatestImages.Add(new("AL2023", "AL2023_x86_64_STANDARD", "1.34", "ami-1", null, null, "p"))));

    [Theory]
    [InlineData("1.34.3-20261201", Severity.Medium, "15 days")]
    [InlineData("1.34.3-20261216", Severity.Medium, "30 days")]
    [InlineData("1.34.3-20261217", Severity.High, "31 days")]
    public void Fails_by_days_behind(string latest, Severity severity, string words) => Assert.True(Fails<NodeImageBehindLatestRelease>(Latest(SnapshotBuilder.New().Managed("general"), latest), severity: severity).Says(words));

    [Fact]
    public void Fails_for_self_managed_and_Karpenter_nodes_by_their_images()
    {
        var builder = Latest(SnapshotBuilder.New().SelfManaged("legacy").Karpenter("burst"), "1.34.9-20270301");

        Fails<NodeImageBehindLatestRelease>(builder, "legacy");
        Fails<NodeImageBehindLatestRelease>(builder, "burst");
    }

    [Fact]
    public void Fails_for_the_old_half_of_a_half_rolled_group_that_claims_the_new_release()
    {
        var builder = Latest(SnapshotBuilder.New().Managed("general", 2), "1.34.2-20261116");
        builder.Images.Add(builder.Images[0] with { Id = "ami-old", Name = "amazon-eks-node-al2023-x86_64-standard-1.34-v20260601" });
        builder.Instances[1] = builder.Instances[1] with { ImageId = "ami-old" };

        Assert.True(Fails<NodeImageBehindLatestRelease>(builder).Says("1 node of 2"));
    }

    [Fact]
    public void Fails_for_Windows_by_its_dotted_date()
    {
        var builder = SnapshotBuilder.New().Managed("win");
        builder.Images[0] = builder.Images[0] with { Name = "Windows_Server-2022-English-Core-EKS_Optimized-1.34-2026.08.12" };
        builder.LatestImages.Add(new("Windows", "WINDOWS_CORE_2022_x86_64", "1.34", "ami-w", "1.34-2026.11.12", null, "p"));

        Assert.True(Fails<NodeImageBehindLatestRelease>(builder).Says("92 days"));
    }

    [Fact]
    public void Fails_by_the_node_groups_own_word_when_images_were_not_read() =>
        Fails<NodeImageBehindLatestRelease>(Latest(SnapshotBuilder.New().Managed("general", 1, group => group with { ReleaseVersion = "1.34.1-20260901" }), "1.34.2-20261116").Missing(SnapshotPart.Images), "general");

    [Fact]
    public void NotApplicable_where_the_image_is_not_of_this_kind_or_not_yours()
    {
        var builder = SnapshotBuilder.New().AutoMode("system").Fargate("jobs").Hybrid().SelfManaged("golden");
        builder.Images[0] = builder.Images[0] with { OwnerAlias = null };

        foreach (var key in new[] { "system", "jobs", NodePools.HybridName, "golden" })
        {
            IsNotApplicable<NodeImageBehindLatestRelease>(builder, key);
        }
    }

    [Fact]
    public void Unknown_when_the_newest_release_of_the_nodes_minor_was_not_read() =>
        IsUnknown<NodeImageBehindLatestRelease>(SnapshotBuilder.New().Managed("general").Add(builder => builder.LatestImages.Add(new("AL2023", "AL2023_x86_64_STANDARD", "1.33", "ami-2", "1.33.1-20270101", null, "p"))));

    [Fact]
    public void Unknown_when_the_image_was_not_read() => IsUnknown<NodeImageBehindLatestRelease>(Latest(SnapshotBuilder.New().SelfManaged("legacy"), "1.34.2-20261116").Missing(SnapshotPart.Images), "legacy");

    [Fact]
    public void Unknown_without_the_newest_images() => IsUnknownWithout<NodeImageBehindLatestRelease>(SnapshotBuilder.New().Managed("general"), SnapshotPart.LatestImages);

    private static SnapshotBuilder Latest(SnapshotBuilder builder, string release) => builder.Add(b => b.LatestImages.Add(new("AL2023", "AL2023_x86_64_STANDARD", "1.34", "ami-newest", release, null, "p")));
}
