using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Checks.Identity;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;
using static EksSecurityPortal.Core.Tests.Support.CheckAssert;

namespace EksSecurityPortal.Core.Tests.Checks.Identity;

public class TrustWithoutSubjectTests
{
    private const string Sub = SnapshotBuilder.Issuer + ":sub";
    private const string Aud = SnapshotBuilder.Issuer + ":aud";
    private const string OtherSub = "oidc.eks.eu-west-1.amazonaws.com/id/FFFF:sub";

    [Theory]
    [InlineData("""{"StringEquals":{"SUB":"system:serviceaccount:shop:cart","AUD":"sts.amazonaws.com"}}""")]
    [InlineData("""{"StringLike":{"SUB":"system:serviceaccount:*"}}""")] // wide, but limited: the other check's business
    [InlineData("""{"StringEquals":{"SUB":"system:serviceaccount:*:*"}}""")] // a star that is a star: broken, not open
    [InlineData("""{"ForAnyValue:StringEquals":{"SUB":["system:serviceaccount:shop:cart"]}}""")]
    [InlineData("""{"ForAllValues:StringEquals":{"SUB":"system:serviceaccount:shop:cart"},"Null":{"SUB":"false"}}""")]
    [InlineData("""{"StringEquals":{"OTHER":"system:serviceaccount:shop:cart"}}""")] // another issuer's key is never in this issuer's tokens
    public void Passes_when_the_subject_is_limited_or_can_never_match(string condition) => Passes<TrustWithoutSubject>(Trust(condition));

    [Fact]
    public void Passes_when_a_Deny_limits_the_subject() => Passes<TrustWithoutSubject>(Role(Roles.Trust("").Replace("]}", """,{"Effect":"Deny","Principal":{"Federated":"*"},"Action":"sts:*","Condition":{"StringNotEquals":{"SUB":"system:serviceaccount:shop:cart"}}}]}""", StringComparison.Ordinal)));

    [Theory]
    [InlineData("", Severity.Critical)]
    [InlineData("""{"StringEquals":{"AUD":"sts.amazonaws.com"}}""", Severity.Critical)]
    [InlineData("""{"StringNotEquals":{"SUB":"system:serviceaccount:kube-system:x"}}""", Severity.Critical)]
    [InlineData("""{"StringEqualsIfExists":{"OTHER":"system:serviceaccount:shop:cart"}}""", Severity.Critical)]
    [InlineData("""{"ForAllValues:StringEquals":{"SUB":"system:serviceaccount:shop:cart"}}""", Severity.High)]
    [InlineData("""{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}""", Severity.High)]
    public void Fails_when_any_service_account_gets_in(string condition, Severity severity) => Fails<TrustWithoutSubject>(Trust(condition), severity: severity);

    // each statement of several issuers is judged by its own conditions
    [Fact]
    public void Fails_when_one_of_two_statements_is_open() => Fails<TrustWithoutSubject>(Role(Roles.Trust("""{"StringEquals":{"SUB":"system:serviceaccount:shop:cart"}}""").Replace("]}", $$""",{"Effect":"Allow","Principal":{"Federated":["arn:aws:iam::1:oidc-provider/other/x","arn:aws:iam::1:oidc-provider/{{SnapshotBuilder.Issuer}}"]},"Action":["sts:AssumeRoleWithWebIdentity"]}]}""", StringComparison.Ordinal)));

    [Theory]
    [InlineData("STS:assumerolewithwebidentity")]
    [InlineData("sts:*")]
    public void Fails_however_the_action_is_spelled(string action) => Fails<TrustWithoutSubject>(Role(Roles.Trust("").Replace("sts:AssumeRoleWithWebIdentity", action, StringComparison.Ordinal)));

    [Fact]
    public void NotApplicable_when_no_role_trusts_this_issuer() => IsNotApplicable<TrustWithoutSubject>(Role(Roles.Trust("", "oidc.eks.eu-west-1.amazonaws.com/id/FFFF")));

    [Theory]
    [InlineData("{")]
    [InlineData("""{"Statement":{"Effect":"Maybe","Action":"*"}}""")]
    public void Unknown_for_a_trust_that_cannot_be_read(string trust) => IsUnknown<TrustWithoutSubject>(Role(trust));

    [Fact]
    public void Unknown_without_an_issuer() => IsUnknown<TrustWithoutSubject>(Trust("").ControlPlane(cluster => cluster with { OidcIssuer = null }));

    [Theory]
    [InlineData(SnapshotPart.IamRoles)]
    [InlineData(SnapshotPart.ControlPlane)]
    public void Unknown_without_a_part(SnapshotPart part) => IsUnknownWithout<TrustWithoutSubject>(Trust(""), part);

    internal static SnapshotBuilder Trust(string condition) => Role(Roles.Trust(condition));

    internal static SnapshotBuilder Role(string trust) => SnapshotBuilder.New().Add(builder => builder.Roles.Add(Roles.Of("app", trust
        .Replace("SUB", Sub, StringComparison.Ordinal).Replace("AUD", Aud, StringComparison.Ordinal).Replace("OTHER", OtherSub, StringComparison.Ordinal))));
}
