namespace EksSecurityPortal.Sandbox.Building;

/// <summary>Trust policies of roles, right and wrong.</summary>
internal static class TrustPolicies
{
    public static string Service(string service) => $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"{{service}}"},"Action":"sts:AssumeRole"}]}""";

    public const string PodIdentity = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"pods.eks.amazonaws.com"},"Action":["sts:AssumeRole","sts:TagSession"]}]}""";

    public static string Principal(string arn, string? externalId)
    {
        var condition = externalId is null ? "" : $",\"Condition\":{{\"StringEquals\":{{\"sts:ExternalId\":\"{externalId}\"}}}}";
        return $"{{\"Version\":\"2012-10-17\",\"Statement\":[{{\"Effect\":\"Allow\",\"Principal\":{{\"AWS\":\"{arn}\"}},\"Action\":\"sts:AssumeRole\"{condition}}}]}}";
    }

    /// <summary>A role for service accounts; issuer has no scheme. A null subject leaves the condition on it out.</summary>
    public static string ServiceAccount(string accountId, string issuer, string? subject, string subjectOperator = "StringEquals", bool checksAudience = true)
    {
        var wanted = new List<(string Operator, string Entry)>();
        if (checksAudience)
        {
            wanted.Add(("StringEquals", $"\"{issuer}:aud\":\"sts.amazonaws.com\""));
        }

        if (subject is not null)
        {
            wanted.Add((subjectOperator, $"\"{issuer}:sub\":\"{subject}\""));
        }

        var blocks = wanted.GroupBy(entry => entry.Operator).Select(group => $"\"{group.Key}\":{{{string.Join(',', group.Select(entry => entry.Entry))}}}");
        var condition = wanted.Count == 0 ? "" : $",\"Condition\":{{{string.Join(',', blocks)}}}";
        return $"{{\"Version\":\"2012-10-17\",\"Statement\":[{{\"Effect\":\"Allow\",\"Principal\":{{\"Federated\":\"arn:aws:iam::{accountId}:oidc-provider/{issuer}\"}},\"Action\":\"sts:AssumeRoleWithWebIdentity\"{condition}}}]}}";
    }
}
