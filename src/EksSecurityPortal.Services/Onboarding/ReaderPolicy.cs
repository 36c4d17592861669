using System.Text.Json;
using System.Text.Json.Nodes;
using EksSecurityPortal.Services.Collection.Aws;

namespace EksSecurityPortal.Services.Onboarding;

/// <summary>One statement of the reader policy.</summary>
/// <param name="Resources">ARNs or <c>*</c>.</param>
public sealed record PolicyStatement(string Sid, string Effect, IReadOnlyList<string> Actions, IReadOnlyList<string> Resources);

/// <summary>
/// What the reader role may do: the operations that the portal sends and no other. Those on one thing take every resource, because clusters,
/// VPCs and roles are not known beforehand. AWS limits a managed policy to 6,144 characters without white space.
/// </summary>
public static class ReaderPolicy
{
    public const int MaxLength = 6144;

    private static readonly string[] ImageParameters = ["eks", "bottlerocket", "ami-windows-latest"];

    /// <summary>Never used by the portal; denied in case somebody attaches a wider policy to the role.</summary>
    private static readonly string[] NeverActions = ["secretsmanager:GetSecretValue", "s3:GetObject", "kms:Decrypt"];

    private static readonly (string Sid, string[] Services)[] Groups =
    [
        ("Clusters", ["eks"]), ("Network", ["ec2", "autoscaling", "elasticloadbalancing"]), ("Identity", ["iam", "ecr", "kms"]),
    ];

    /// <param name="partition">aws, aws-cn, aws-us-gov, …</param>
    public static IReadOnlyList<PolicyStatement> Statements(string partition) =>
    [
        .. Groups.Select(group => new PolicyStatement(group.Sid, "Allow", ActionsOf(group.Services), ["*"])),
        new("PublicImages", "Allow", ActionsOf(["ssm"]), [.. ImageParameters.Select(name => $"arn:{partition}:ssm:*::parameter/aws/service/{name}/*")]),
        new("NoContents", "Deny", NeverActions, ["*"]),
    ];

    /// <summary>The policy as JSON, indented.</summary>
    public static string Json(string partition) => Document(partition).ToJsonString(JsonText.Indented);

    internal static JsonObject Document(string partition) => new()
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonArray([.. Statements(partition).Select(statement => (JsonNode)new JsonObject
        {
            ["Sid"] = statement.Sid,
            ["Effect"] = statement.Effect,
            ["Action"] = JsonText.ArrayOf(statement.Actions),
            ["Resource"] = JsonText.ArrayOf(statement.Resources),
        })]),
    };

    private static string[] ActionsOf(string[] services) =>
        [.. AwsOperations.OfReader.Where(operation => services.Contains(operation.Service)).Select(operation => operation.IamAction)];
}
