using EksSecurityPortal.Core.Checks.Identity;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;
using static EksSecurityPortal.Core.Tests.Support.CheckAssert;

namespace EksSecurityPortal.Core.Tests.Checks.Identity;

public class AwsAuthConfigMapInUseTests
{
    [Fact]
    public void Passes_with_access_entries_only() => Passes<AwsAuthConfigMapInUse>(Mode("API"));

    [Theory]
    [InlineData("CONFIG_MAP")]
    [InlineData("API_AND_CONFIG_MAP")]
    public void Fails_while_the_config_map_counts(string mode) => Assert.True(Fails<AwsAuthConfigMapInUse>(Mode(mode)).Says(mode));

    [Theory]
    [InlineData(null)]
    [InlineData("SOMETHING_NEW")]
    public void Unknown_for_no_or_a_strange_mode(string? mode) => IsUnknown<AwsAuthConfigMapInUse>(Mode(mode));

    [Fact]
    public void NotApplicable_to_a_connected_cluster() => IsNotApplicable<AwsAuthConfigMapInUse>(Mode("CONFIG_MAP").ControlPlane(cluster => cluster with { IsConnectedExternalCluster = true }));

    private static SnapshotBuilder Mode(string? mode) => SnapshotBuilder.New().ControlPlane(cluster => cluster with { AuthenticationMode = mode });
}
