using EksSecurityPortal.Core.Checks.Architecture;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;
using static EksSecurityPortal.Core.Tests.Support.CheckAssert;

namespace EksSecurityPortal.Core.Tests.Checks.Architecture;

public class PublicEndpointOpenToInternetTests
{
    // endpoint combinations as a truth table: a private endpoint beside it makes an open public one no better
    [Theory]
    [InlineData(false, true, "0.0.0.0/0")]
    [InlineData(false, true, "")]
    [InlineData(true, false, "203.0.113.7/32")]
    [InlineData(true, true, "203.0.113.7/32 198.51.100.0/24")]
    [InlineData(true, true, "3.0.0.0/8")]
    [InlineData(true, true, "10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 3.0.0.0/8")]
    [InlineData(true, true, "2001:db8::/32")]
    [InlineData(true, true, "2600::/16")]
    public void Passes_limited_sources(bool isPublic, bool isPrivate, string cidrs) => Passes<PublicEndpointOpenToInternet>(Endpoint(isPublic, isPrivate, cidrs));

    [Theory]
    [InlineData(true, false, "0.0.0.0/0")]
    [InlineData(true, true, "0.0.0.0/0")]
    [InlineData(true, true, "::/0")]
    [InlineData(true, true, "203.0.113.7/32 ::/0")]
    [InlineData(true, true, "1.2.3.4/0")]
    [InlineData(true, true, "0.0.0.0/1 128.0.0.0/1")]
    [InlineData(true, true, "3.0.0.0/8 4.4.4.4/32")]
    [InlineData(true, true, "2.0.0.0/7")]
    [InlineData(true, true, "2000::/3")]
    [InlineData(true, true, "2600::/16 2601::/20")]
    [InlineData(true, true, "0.0.0.0/0 not-a-cidr")]
    public void Fails_when_the_union_is_the_internet(bool isPublic, bool isPrivate, string cidrs)
    {
        var outcome = Fails<PublicEndpointOpenToInternet>(Endpoint(isPublic, isPrivate, cidrs));

        Assert.True(outcome.Says(cidrs.Split(' ')[0]));
    }

    [Fact]
    public void NotApplicable_to_a_connected_cluster() => IsNotApplicable<PublicEndpointOpenToInternet>(Endpoint(true, true, "0.0.0.0/0").ControlPlane(cluster => cluster with { IsConnectedExternalCluster = true }));

    [Theory]
    [InlineData(null, "0.0.0.0/0")]
    [InlineData(true, "")]
    [InlineData(true, "not-a-cidr")]
    [InlineData(true, "203.0.113.7/32 1.2.3.4/33")]
    [InlineData(true, "203.0.113.7/32 0x0.0/0")]
    public void Unknown_when_the_api_did_not_say(bool? isPublic, string cidrs) => IsUnknown<PublicEndpointOpenToInternet>(Endpoint(isPublic, true, cidrs));

    [Fact]
    public void Unknown_without_control_plane() => IsUnknownWithout<PublicEndpointOpenToInternet>(SnapshotBuilder.New(), SnapshotPart.ControlPlane);

    private static SnapshotBuilder Endpoint(bool? isPublic, bool? isPrivate, string cidrs) => SnapshotBuilder.New().ControlPlane(cluster => cluster with
    {
        EndpointPublicAccess = isPublic, EndpointPrivateAccess = isPrivate, PublicAccessCidrs = cidrs.Split(' ', StringSplitOptions.RemoveEmptyEntries),
    });
}
