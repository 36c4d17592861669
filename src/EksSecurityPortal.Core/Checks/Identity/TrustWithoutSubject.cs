using EksSecurityPortal.Core.Permissions;

namespace EksSecurityPortal.Core.Checks.Identity;

/// <summary>Fails per role whose trust takes tokens of the cluster without limiting the subject: critical; high when ForAllValues limits it in part, or other conditions might.</summary>
public sealed class TrustWithoutSubject : WebIdentityTrustCheck
{
    public override string Id => "IAM-012";

    public override string Title => "A role trusts every service account of the cluster";

    public override Severity Severity => Severity.Critical;

    public override string Risk =>
        "Any pod of the cluster can exchange its token for this role, whichever namespace and service account it runs with. One taken-over pod has everything the role may do.";

    public override Remediation Remediation => new(
        "Name the one service account in the trust policy, with StringEquals on :sub and on :aud.",
        "aws iam update-assume-role-policy --role-name \"$(basename {resource})\" --policy-document file://trust.json",
        "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [{\n    \"Effect\": \"Allow\",\n    \"Principal\": { \"Federated\": \"<oidc-provider-arn>\" },\n    \"Action\": \"sts:AssumeRoleWithWebIdentity\",\n"
        + "    \"Condition\": { \"StringEquals\": {\n      \"<issuer>:sub\": \"system:serviceaccount:<namespace>:<service-account>\",\n      \"<issuer>:aud\": \"sts.amazonaws.com\"\n    } }\n  }]\n}\n");

    private protected override CheckOutcome Judge(ResourceRef role, WebIdentityTrust trust)
    {
        var evidence = Evidence(trust);
        var open = trust.Grants.Where(grant => grant.Limit is SubjectLimit.None or SubjectLimit.ForAllValuesOnly).ToList();
        if (open.Count == 0)
        {
            return Pass(role, trust.Grants.All(grant => grant.Limit == SubjectLimit.Never) ? "The trust limits the subject; it is broken, since no token of the cluster can fulfil it." : "The trust limits the subject.", evidence);
        }

        var isCritical = open.Exists(grant => grant is { Limit: SubjectLimit.None, HasOtherConditions: false });
        return Fail(isCritical ? Severity.Critical : Severity.High, role, open.Exists(grant => grant.Limit == SubjectLimit.None)
            ? $"The trust has no condition that limits :sub{(isCritical ? "" : "; whether its other conditions do is not evaluated")}."
            : "The trust limits :sub by ForAllValues only, which also holds when the key is missing.", evidence);
    }
}
