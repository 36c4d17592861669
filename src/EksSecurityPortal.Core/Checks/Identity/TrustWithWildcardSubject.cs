using EksSecurityPortal.Core.Permissions;

namespace EksSecurityPortal.Core.Checks.Identity;

/// <summary>
/// Fails per role whose trust limits :sub by a pattern: critical when it fits every service account, high for patterns of namespaces and whole namespaces,
/// medium for patterns of names in one namespace. A star in StringEquals is no wildcard.
/// </summary>
public sealed class TrustWithWildcardSubject : WebIdentityTrustCheck
{
    public override string Id => "IAM-013";

    public override string Title => "A role trusts service accounts by a wildcard";

    public override Severity Severity => Severity.High;

    public override string Risk =>
        "Whoever may create a service account that fits the pattern, or a namespace where the pattern spans them, gets the role. Rights to create pods in one namespace then reach as far as the role does.";

    public override Remediation Remediation => new(
        "Name each service account that needs the role, with StringEquals; or use EKS Pod Identity, whose associations do so by themselves.",
        "aws iam get-role --role-name \"$(basename {resource})\" --query Role.AssumeRolePolicyDocument\naws iam update-assume-role-policy --role-name \"$(basename {resource})\" --policy-document file://trust.json");

    private protected override CheckOutcome Judge(ResourceRef role, WebIdentityTrust trust)
    {
        var evidence = Evidence(trust);
        var limited = trust.Grants.Where(grant => grant.Limit == SubjectLimit.Subjects).ToList();
        if (limited.Count == 0)
        {
            return trust.Grants.All(grant => grant.Limit == SubjectLimit.Never)
                ? Pass(role, "No token of the cluster can fulfil the trust: a star in StringEquals is no wildcard, or the key is of another issuer. Broken, not open.", evidence)
                : NotApplicable(role, "The trust does not limit :sub at all (IAM-012).", evidence);
        }

        var breadth = limited.Max(grant => grant.Breadth);
        var patterns = OutcomeText.List(limited.SelectMany(grant => grant.Subjects).Where(PolicyGlob.HasWildcard));
        return breadth switch
        {
            SubjectBreadth.Exact => Pass(role, $"The trust names {OutcomeText.Count(limited.SelectMany(grant => grant.Subjects).Distinct().Count(), "service account")}.", evidence),
            SubjectBreadth.Everything => Fail(Severity.Critical, role, $"The pattern fits every service account: {patterns}.", evidence),
            SubjectBreadth.Namespaces => Fail(role, $"The pattern spans namespaces: {patterns}.", evidence),
            SubjectBreadth.Namespace => Fail(role, $"The pattern takes a whole namespace: {patterns}.", evidence),
            _ => Fail(Severity.Medium, role, $"The pattern fits several names in a namespace: {patterns}.", evidence),
        };
    }
}
