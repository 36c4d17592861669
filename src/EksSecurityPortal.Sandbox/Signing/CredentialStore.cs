using System.Collections.Concurrent;
using System.Security.Cryptography;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Signing;

/// <summary>Who calls. Account is null for the hub principal, which belongs to no account of the estate.</summary>
/// <param name="Arn">As STS tells it.</param>
/// <param name="PrincipalArn">The role behind a session, or the user itself.</param>
internal sealed record Caller(string AccountId, string Arn, string PrincipalArn, string UserId, Account? Account)
{
    public bool IsHub => Account is null;
}

/// <summary>A key with its secret; sessions have a token and an end.</summary>
internal sealed record IssuedCredentials(string AccessKeyId, string SecretAccessKey, string? SessionToken, DateTimeOffset? Expires, Caller Caller);

/// <summary>The long-lived key of the hub and the sessions given out by AssumeRole.</summary>
internal sealed class CredentialStore
{
    private readonly ConcurrentDictionary<string, IssuedCredentials> byKey = new();
    private readonly TimeProvider clock;

    public CredentialStore(Estate estate, TimeProvider clock)
    {
        this.clock = clock;
        var caller = new Caller(estate.Hub.AccountId, estate.Hub.Arn, estate.Hub.Arn, "AIDASANDBOXHUBPRINCIPAL", null);
        Hub = new IssuedCredentials("AKIA" + RandomText(16), RandomSecret(), null, null, caller);
        byKey[Hub.AccessKeyId] = Hub;
    }

    public IssuedCredentials Hub { get; }

    public IssuedCredentials? Find(string accessKeyId) => byKey.GetValueOrDefault(accessKeyId);

    public bool IsExpired(IssuedCredentials credentials) => credentials.Expires is { } end && end <= clock.GetUtcNow();

    public IssuedCredentials Issue(Account account, string sessionName, TimeSpan duration)
    {
        foreach (var old in byKey.Values.Where(old => old.Expires < clock.GetUtcNow().AddHours(-1)))
        {
            byKey.TryRemove(old.AccessKeyId, out _);
        }

        var roleId = account.Identity.Roles.FirstOrDefault(role => role.Name == account.ReaderRoleName)?.Id ?? "AROASANDBOXREADER000";
        var caller = new Caller(account.Id, $"arn:aws:sts::{account.Id}:assumed-role/{account.ReaderRoleName}/{sessionName}", account.ReaderRoleArn, $"{roleId}:{sessionName}", account);
        var issued = new IssuedCredentials("ASIA" + RandomText(16), RandomSecret(), "IQoJ" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(240)), clock.GetUtcNow() + duration, caller);
        byKey[issued.AccessKeyId] = issued;
        return issued;
    }

    private static string RandomText(int length) => RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", length);

    private static string RandomSecret() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(30));
}
