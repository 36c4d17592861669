using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Aws.Iam;

/// <summary>Writes the shapes of IAM. Policy documents are percent-encoded, as IAM sends them.</summary>
internal static class IamWriter
{
    public static string Encoded(string document) => Uri.EscapeDataString(document);

    /// <summary>GetRole tells all; ListRoles leaves out boundary, tags and last use.</summary>
    public static void Role(XmlBody body, IamRole role, bool isWhole)
    {
        Names(body, role);
        body.Text("CreateDate", role.Created).Text("AssumeRolePolicyDocument", Encoded(role.TrustPolicy)).Text("Description", role.Description).Text("MaxSessionDuration", role.MaxSessionSeconds);
        if (isWhole)
        {
            Boundary(body, role.BoundaryArn);
            body.Tags("Tags", role.Tags, "Key", "Value");
            LastUsed(body, role);
        }
    }

    public static void RoleDetail(XmlBody body, IamRole role)
    {
        Names(body, role);
        body.Text("CreateDate", role.Created).Text("AssumeRolePolicyDocument", Encoded(role.TrustPolicy));
        body.List("InstanceProfileList", role.InstanceProfiles, (item, profile) =>
        {
            item.Text("Path", "/").Text("InstanceProfileName", profile).Text("InstanceProfileId", "AIPA" + role.Id[4..])
                .Text("Arn", $"arn:aws:iam::{role.Arn.Split(':')[4]}:instance-profile/{profile}").Text("CreateDate", role.Created);
            item.List("Roles", [role], (member, inner) =>
            {
                Names(member, inner);
                member.Text("CreateDate", inner.Created).Text("AssumeRolePolicyDocument", Encoded(inner.TrustPolicy));
            });
        });
        Inline(body, "RolePolicyList", role.InlinePolicies);
        Attached(body, role.AttachedPolicyArns);
        Boundary(body, role.BoundaryArn);
        body.Tags("Tags", role.Tags, "Key", "Value");
        LastUsed(body, role);
    }

    public static void Policy(XmlBody body, ManagedPolicy policy, int attachments)
    {
        var oldest = policy.Versions.Min(version => version.Created);
        body.Text("PolicyName", policy.Name).Text("PolicyId", policy.Id).Text("Arn", policy.Arn).Text("Path", policy.Path)
            .Text("DefaultVersionId", policy.Versions.First(version => version.IsDefault).Id)
            .Text("AttachmentCount", attachments).Text("PermissionsBoundaryUsageCount", 0).Text("IsAttachable", true)
            .Text("Description", policy.Description).Text("CreateDate", oldest).Text("UpdateDate", policy.Versions.Max(version => version.Created))
            .List("PolicyVersionList", policy.Versions, Version);
    }

    public static void Version(XmlBody body, PolicyVersion version) =>
        body.Text("Document", Encoded(version.Document)).Text("VersionId", version.Id).Text("IsDefaultVersion", version.IsDefault).Text("CreateDate", version.Created);

    public static void Inline(XmlBody body, string name, IReadOnlyList<InlinePolicy> policies) =>
        body.List(name, policies, (item, policy) => item.Text("PolicyName", policy.Name).Text("PolicyDocument", Encoded(policy.Document)));

    public static void Attached(XmlBody body, IReadOnlyList<string> arns) =>
        body.List("AttachedManagedPolicies", arns, (item, arn) => item.Text("PolicyName", arn[(arn.LastIndexOf('/') + 1)..]).Text("PolicyArn", arn));

    private static void Names(XmlBody body, IamRole role) => body.Text("Path", role.Path).Text("RoleName", role.Name).Text("RoleId", role.Id).Text("Arn", role.Arn);

    private static void Boundary(XmlBody body, string? arn)
    {
        if (arn is not null)
        {
            body.Group("PermissionsBoundary", item => item.Text("PermissionsBoundaryType", "Policy").Text("PermissionsBoundaryArn", arn));
        }
    }

    private static void LastUsed(XmlBody body, IamRole role) =>
        body.Group("RoleLastUsed", item => item.Text("LastUsedDate", role.LastUsed).Text("Region", role.LastUsed is null ? null : role.LastUsedRegion ?? "us-east-1"));
}
