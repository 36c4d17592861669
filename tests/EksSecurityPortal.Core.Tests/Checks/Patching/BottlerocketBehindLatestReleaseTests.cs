using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Checks.Patching;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;
using static EksSecurityPortal.Core.Tests.Support.CheckAssert;

namespace EksSecurityPortal.Core.Tests.Checks.Patching;

public class BottlerocketBehindLatestReleaseTests
{
    [Theory]
    [InlineData("1.52.0", "1.52.0-ffff0000")]
    [InlineData("1.60.1", "1.52.0-abcdef12")]
    [InlineData("1.9.0", "1.9.0-abcdef12")]
    public void Passes_at_or_above_the_newest(string running, string latest) => Passes<BottlerocketBehindLatestRelease>(Rocket(running, latest, 0, 0));

    [Fact]
    public void Passes_a_week_behind() => Passes<BottlerocketBehindLatestRelease>(Rocket("1.51.0", "1.52.0-abcdef12", 10, 3));

    // versions compare by number, not by text
    [Theory]
    [InlineData("1.9.0", "1.10.0-abcdef12", 40, 3, Severity.High, "37 days")]
    [InlineData("1.51.0", "1.52.0-abcdef12", 20, 3, Severity.Medium, "17 days")]
    public void Fails_by_days_between_the_images(string running, string latest, int made, int published, Severity severity, string words) =>
        Assert.True(Fails<BottlerocketBehindLatestRelease>(Rocket(running, latest, made, published), severity: severity).Says(words));

    [Theory]
    [InlineData("1.50.0", Severity.High)]
    [InlineData("1.51.0", Severity.Medium)]
    public void Fails_by_releases_where_days_are_not_known(string running, Severity severity) => Fails<BottlerocketBehindLatestRelease>(Rocket(running, "1.52.0-abcdef12", null, null), severity: severity);

    [Fact]
    public void NotApplicable_to_other_systems() => IsNotApplicable<BottlerocketBehindLatestRelease>(SnapshotBuilder.New().Managed("general"));

    [Fact]
    public void NotApplicable_to_Auto_Mode_which_runs_AWSs_own() => IsNotApplicable<BottlerocketBehindLatestRelease>(SnapshotBuilder.New().AutoMode("system"));

    [Fact]
    public void Unknown_when_the_newest_version_cannot_be_read() => IsUnknown<BottlerocketBehindLatestRelease>(Rocket("1.51.0", "latest", 1, 1));

    [Fact]
    public void Unknown_without_the_newest_images() => IsUnknownWithout<BottlerocketBehindLatestRelease>(Rocket("1.51.0", "1.52.0-abcdef12", 1, 1), SnapshotPart.LatestImages);

    private static SnapshotBuilder Rocket(string running, string latest, int? madeDaysAgo, int? publishedDaysAgo) => SnapshotBuilder.New().Karpenter("burst", 2).Add(builder =>
    {
        builder.Images[0] = builder.Images[0] with { Name = $"bottlerocket-aws-k8s-1.34-x86_64-v{running}-abcdef12", CreatedAt = madeDaysAgo is { } made ? SnapshotBuilder.CollectedAt.AddDays(-made) : null };
        builder.LatestImages.Add(new("Bottlerocket", "BOTTLEROCKET_x86_64", "1.34", "ami-newest", latest, publishedDaysAgo is { } published ? SnapshotBuilder.CollectedAt.AddDays(-published) : null, "p"));
    });
}
