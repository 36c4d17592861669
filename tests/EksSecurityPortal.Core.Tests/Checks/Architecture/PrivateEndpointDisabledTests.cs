using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Checks.Architecture;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;
using static EksSecurityPortal.Core.Tests.Support.CheckAssert;

namespace EksSecurityPortal.Core.Tests.Checks.Architecture;

public class PrivateEndpointDisabledTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Passes_with_the_private_endpoint_whatever_the_public_one(bool isPublic) => Passes<PrivateEndpointDisabled>(Endpoint(true, isPublic));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Fails_without_the_private_endpoint(bool isPublic) => Assert.True(Fails<PrivateEndpointDisabled>(Endpoint(false, isPublic)).Says("endpointPrivateAccess"));

    [Fact]
    public void Unknown_when_the_api_did_not_say() => IsUnknown<PrivateEndpointDisabled>(Endpoint(null, true));

    private static SnapshotBuilder Endpoint(bool? isPrivate, bool isPublic) => SnapshotBuilder.New().ControlPlane(cluster => cluster with { EndpointPrivateAccess = isPrivate, EndpointPublicAccess = isPublic });

    [Fact]
    public void NotApplicable_to_a_connected_cluster() => IsNotApplicable<PrivateEndpointDisabled>(SnapshotBuilder.New().ControlPlane(cluster => cluster with { IsConnectedExternalCluster = true }));
}
