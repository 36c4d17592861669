using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Checks.Architecture;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;
using static EksSecurityPortal.Core.Tests.Support.CheckAssert;

namespace EksSecurityPortal.Core.Tests.Checks.Architecture;

public class ControlPlaneLogsOffTests
{
    [Fact]
    public void Passes_with_all_five() => Passes<ControlPlaneLogsOff>(SnapshotBuilder.New());

    [Theory]
    [InlineData("", Severity.High)]
    [InlineData("api controllerManager scheduler", Severity.High)]
    [InlineData("api audit controllerManager scheduler", Severity.High)]
    [InlineData("api authenticator controllerManager scheduler", Severity.High)]
    [InlineData("audit authenticator", Severity.Low)]
    [InlineData("audit authenticator api scheduler", Severity.Low)]
    public void Fails_by_what_is_off(string on, Severity severity) => Fails<ControlPlaneLogsOff>(Logs(on.Split(' ', StringSplitOptions.RemoveEmptyEntries)), severity: severity);

    [Fact]
    public void Unknown_when_the_api_did_not_say() => IsUnknown<ControlPlaneLogsOff>(Logs(null));

    private static SnapshotBuilder Logs(string[]? on) => SnapshotBuilder.New().ControlPlane(cluster => cluster with { EnabledLogTypes = on });

    [Fact]
    public void NotApplicable_to_a_connected_cluster() => IsNotApplicable<ControlPlaneLogsOff>(SnapshotBuilder.New().ControlPlane(cluster => cluster with { IsConnectedExternalCluster = true }));
}
