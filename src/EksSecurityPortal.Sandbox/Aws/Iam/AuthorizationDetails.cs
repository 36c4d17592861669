using System.Runtime.CompilerServices;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Aws.Iam;

/// <summary>GetAccountAuthorizationDetails: users, groups, roles and policies in one sequence, cut into pages that mix them.</summary>
internal static class AuthorizationDetails
{
    private static readonly ConditionalWeakTable<IdentityEstate, Dictionary<string, int>> Attachments = [];

    public static void Write(XmlBody body, AwsRequest request, IdentityEstate identity)
    {
        var filter = request.List("Filter");
        bool Wants(string kind) => filter.Count == 0 || filter.Contains(kind);
        IReadOnlyList<object> all =
        [
            .. Wants("User") ? identity.Users : [],
            .. Wants("Group") ? identity.Groups : [],
            .. Wants("Role") ? identity.Roles : [],
            .. identity.Policies.Where(policy => Wants(policy.IsAwsManaged ? "AWSManagedPolicy" : "LocalManagedPolicy")),
        ];
        var page = IamPages.Cut(request, "GetAccountAuthorizationDetails", all);
        var attachments = Attachments.GetValue(identity, Count);
        body.List("UserDetailList", page.Items.OfType<IamUser>(), WriteUser);
        body.List("GroupDetailList", page.Items.OfType<IamGroup>(), WriteGroup);
        body.List("RoleDetailList", page.Items.OfType<IamRole>(), IamWriter.RoleDetail);
        body.List("Policies", page.Items.OfType<ManagedPolicy>(), (item, policy) => IamWriter.Policy(item, policy, attachments.GetValueOrDefault(policy.Arn)));
        IamPages.WriteEnd(body, page.Next);
    }

    private static Dictionary<string, int> Count(IdentityEstate identity) =>
        identity.Roles.SelectMany(role => role.AttachedPolicyArns)
            .Concat(identity.Users.SelectMany(user => user.AttachedPolicyArns))
            .Concat(identity.Groups.SelectMany(group => group.AttachedPolicyArns))
            .CountBy(arn => arn).ToDictionary();

    private static void WriteUser(XmlBody body, IamUser user)
    {
        body.Text("Path", "/").Text("UserName", user.Name).Text("UserId", user.Id).Text("Arn", user.Arn).Text("CreateDate", user.Created);
        IamWriter.Inline(body, "UserPolicyList", user.InlinePolicies);
        body.List("GroupList", user.Groups);
        IamWriter.Attached(body, user.AttachedPolicyArns);
        body.List("Tags", Array.Empty<string>());
    }

    private static void WriteGroup(XmlBody body, IamGroup group)
    {
        body.Text("Path", "/").Text("GroupName", group.Name).Text("GroupId", group.Id).Text("Arn", group.Arn).Text("CreateDate", group.Created);
        IamWriter.Inline(body, "GroupPolicyList", group.InlinePolicies);
        IamWriter.Attached(body, group.AttachedPolicyArns);
    }
}
