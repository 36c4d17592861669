using EksSecurityPortal.Sandbox;

namespace EksSecurityPortal.Benchmarks;

/// <summary>How one account of a sandbox is entered.</summary>
internal sealed record SandboxAccount(string Id, string Name, string RoleArn, string? ExternalId)
{
    /// <summary>Settings of a portal that collects a whole sandbox of this process.</summary>
    public static IReadOnlyDictionary<string, string> PortalSettings(SandboxServer sandbox) => PortalSettings(
        sandbox.AwsEndpoint.ToString(),
        sandbox.HubCredentials.AccessKeyId,
        sandbox.HubCredentials.SecretAccessKey,
        [.. sandbox.Estate.Accounts.Select(account => new SandboxAccount(account.Id, account.Name, account.ReaderRoleArn, account.ExternalId))]);

    public static IReadOnlyDictionary<string, string> PortalSettings(string serviceUrl, string accessKey, string secretKey, IReadOnlyList<SandboxAccount> accounts)
    {
        var settings = new Dictionary<string, string>
        {
            ["Aws:ServiceUrl"] = serviceUrl,
            ["Aws:AccessKey"] = accessKey,
            ["Aws:SecretKey"] = secretKey,
        };
        for (var index = 0; index < accounts.Count; index++)
        {
            var account = accounts[index];
            settings[$"Portal:Accounts:{index}:AccountId"] = account.Id;
            settings[$"Portal:Accounts:{index}:Name"] = account.Name;
            settings[$"Portal:Accounts:{index}:RoleArn"] = account.RoleArn;
            if (account.ExternalId is { } externalId)
            {
                settings[$"Portal:Accounts:{index}:ExternalId"] = externalId;
            }
        }

        return settings;
    }
}
