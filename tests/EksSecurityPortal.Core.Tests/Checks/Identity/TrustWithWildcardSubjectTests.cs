using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Checks.Identity;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;
using static EksSecurityPortal.Core.Tests.Support.CheckAssert;

namespace EksSecurityPortal.Core.Tests.Checks.Identity;

public class TrustWithWildcardSubjectTests
{
    [Theory]
    [InlineData("""{"StringEquals":{"SUB":"system:serviceaccount:shop:cart"}}""")]
    [InlineData("""{"StringLike":{"SUB":["system:serviceaccount:shop:cart","system:serviceaccount:shop:pay"]}}""")]
    [InlineData("""{"StringEquals":{"SUB":"system:serviceaccount:*"}}""")]
    [InlineData("""{"StringLike":{"SUB":"system:serviceaccount:*"},"StringEquals":{"SUB":"system:serviceaccount:shop:cart"}}""")]
    public void Passes_for_named_service_accounts_and_for_stars_that_are_none(string condition) => Passes<TrustWithWildcardSubject>(TrustWithoutSubjectTests.Trust(condition));

    [Theory]
    [InlineData("*", Severity.Critical)]
    [InlineData("system:*", Severity.Critical)]
    [InlineData("system:serviceaccount:*", Severity.Critical)]
    [InlineData("system:serviceaccount:*:*", Severity.Critical)]
    [InlineData("system:serviceaccount:*:cart", Severity.High)]
    [InlineData("system:serviceaccount:dev-*:cart", Severity.High)]
    [InlineData("system:serviceaccount:dev-*", Severity.High)]
    [InlineData("system:serviceaccount:de?:cart", Severity.High)]
    [InlineData("system:serviceaccount:shop:*", Severity.High)]
    [InlineData("system:serviceaccount:shop:cart-*", Severity.Medium)]
    public void Fails_by_how_much_the_pattern_fits(string pattern, Severity severity) =>
        Assert.True(Fails<TrustWithWildcardSubject>(TrustWithoutSubjectTests.Trust("""{"StringLike":{"SUB":"PATTERN"}}""".Replace("PATTERN", pattern, StringComparison.Ordinal)), severity: severity).Says(pattern));

    [Fact]
    public void Fails_when_one_of_several_values_has_a_wildcard() => Fails<TrustWithWildcardSubject>(TrustWithoutSubjectTests.Trust("""{"StringLike":{"SUB":["system:serviceaccount:shop:cart","system:serviceaccount:*"]}}"""), severity: Severity.Critical);

    [Fact]
    public void NotApplicable_without_any_limit() => IsNotApplicable<TrustWithWildcardSubject>(TrustWithoutSubjectTests.Trust(""));

    [Fact]
    public void NotApplicable_without_roles_of_the_issuer() => IsNotApplicable<TrustWithWildcardSubject>(SnapshotBuilder.New().Add(builder => builder.Roles.Add(Roles.Of("node"))));

    [Fact]
    public void Unknown_for_a_trust_that_cannot_be_read() => IsUnknown<TrustWithWildcardSubject>(TrustWithoutSubjectTests.Role("[]"));

    [Fact]
    public void Unknown_without_roles() => IsUnknownWithout<TrustWithWildcardSubject>(SnapshotBuilder.New(), SnapshotPart.IamRoles);
}
