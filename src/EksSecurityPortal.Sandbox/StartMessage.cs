namespace EksSecurityPortal.Sandbox;

/// <summary>What the stand-alone sandbox prints when it is ready: shell lines for any AWS SDK, and how to enter the accounts.</summary>
internal static class StartMessage
{
    public static string Of(SandboxServer sandbox)
    {
        List<string> lines =
        [
            "export AWS_ENDPOINT_URL=" + sandbox.AwsEndpoint.ToString().TrimEnd('/'),
            "export AWS_ACCESS_KEY_ID=" + sandbox.HubCredentials.AccessKeyId,
            "export AWS_SECRET_ACCESS_KEY=" + sandbox.HubCredentials.SecretAccessKey,
            "export AWS_REGION=us-east-1",
        ];
        foreach (var account in sandbox.Estate.Accounts)
        {
            var clusters = account.Regions.SelectMany(region => region.Clusters).ToList();
            lines.Add($"# account {account.Id} {account.Name}: role {account.ReaderRoleArn} external id {account.ExternalId} ({clusters.Count} clusters in {string.Join(", ", clusters.Select(cluster => cluster.Region).Distinct())})");
        }

        return string.Join(Environment.NewLine, lines.Append("# ready"));
    }
}
