using System.Text.Json.Nodes;

namespace EksSecurityPortal.Services.Onboarding;

/// <summary>Policies between the portal's own role and the reader roles.</summary>
public static class TrustPolicy
{
    /// <summary>
    /// Of the portal's own role: it may enter reader roles by their name in every account, and nothing else. Indented JSON.
    /// </summary>
    public static string HubJson(ReaderRole role) => new JsonObject
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonArray(new JsonObject
        {
            ["Sid"] = "EnterReaderRoles",
            ["Effect"] = "Allow",
            ["Action"] = "sts:AssumeRole",
            ["Resource"] = $"arn:{role.Partition}:iam::*:role{role.Path}{role.Name}",
        }),
    }.ToJsonString(JsonText.Indented);
}
