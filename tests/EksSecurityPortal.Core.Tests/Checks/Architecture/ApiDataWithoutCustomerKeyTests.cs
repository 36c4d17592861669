using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Checks.Architecture;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;
using static EksSecurityPortal.Core.Tests.Support.CheckAssert;

namespace EksSecurityPortal.Core.Tests.Checks.Architecture;

public class ApiDataWithoutCustomerKeyTests
{
    [Theory]
    [InlineData("1.34")]
    [InlineData("1.27")]
    public void Passes_with_a_customer_key(string version) => Passes<ApiDataWithoutCustomerKey>(Keys(version, "arn:aws:kms:eu-west-1:111122223333:key/1"));

    // 1.9 is before 1.28 by number, not by text
    [Theory]
    [InlineData("1.28", Severity.Medium, "AWS-owned")]
    [InlineData("1.34", Severity.Medium, "AWS-owned")]
    [InlineData("1.27", Severity.High, "not envelope-encrypted")]
    [InlineData("1.9", Severity.High, "not envelope-encrypted")]
    public void Fails_without_a_key_by_version(string version, Severity severity, string words) => Assert.True(Fails<ApiDataWithoutCustomerKey>(Keys(version), severity: severity).Says(words));

    [Fact]
    public void Unknown_without_a_key_and_a_readable_version() => IsUnknown<ApiDataWithoutCustomerKey>(Keys("latest"));

    private static SnapshotBuilder Keys(string version, params string[] keys) => SnapshotBuilder.New().ControlPlane(cluster => cluster with { Version = version, EncryptionKeyArns = keys });

    [Fact]
    public void NotApplicable_to_a_connected_cluster() => IsNotApplicable<ApiDataWithoutCustomerKey>(SnapshotBuilder.New().ControlPlane(cluster => cluster with { IsConnectedExternalCluster = true }));
}
