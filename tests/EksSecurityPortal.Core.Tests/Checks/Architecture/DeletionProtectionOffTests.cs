using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Checks.Architecture;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;
using static EksSecurityPortal.Core.Tests.Support.CheckAssert;

namespace EksSecurityPortal.Core.Tests.Checks.Architecture;

public class DeletionProtectionOffTests
{
    [Fact]
    public void Passes_when_on() => Passes<DeletionProtectionOff>(SnapshotBuilder.New());

    [Fact]
    public void Fails_when_off() => Fails<DeletionProtectionOff>(SnapshotBuilder.New().ControlPlane(cluster => cluster with { DeletionProtection = false }));

    [Fact]
    public void Unknown_when_the_api_did_not_say() => IsUnknown<DeletionProtectionOff>(SnapshotBuilder.New().ControlPlane(cluster => cluster with { DeletionProtection = null }));

    [Fact]
    public void NotApplicable_to_a_connected_cluster() => IsNotApplicable<DeletionProtectionOff>(SnapshotBuilder.New().ControlPlane(cluster => cluster with { IsConnectedExternalCluster = true }));
}
