using System.Collections.Concurrent;
using EksSecurityPortal.Services.Collection;

namespace EksSecurityPortal.Services.Posture;

/// <summary>
/// Open sessions of this process, one per audit and account, shared by the collections of all the account's clusters and closed with the
/// audit. Thread-safe.
/// </summary>
internal sealed class AccountSessions(IAccountCollector collector) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<(Guid Audit, string Account), Lazy<Task<AccountEntry>>> open = new();

    /// <summary>Audits that have a session open here.</summary>
    internal IReadOnlyList<Guid> Audits => [.. open.Keys.Select(key => key.Audit).Distinct()];

    /// <summary>The audit's session of the account; opened by the first that asks. A refusal is not kept: the next one tries again.</summary>
    internal async Task<AccountEntry> EnterAsync(Guid auditId, AccountConnection connection, CancellationToken cancellationToken)
    {
        var key = (auditId, connection.AccountId);

        // opened for all who wait, so one caller's token must not end it
        var entering = open.GetOrAdd(key, _ => new(() => collector.OpenAsync(connection, CancellationToken.None)));
        try
        {
            var entry = await entering.Value.WaitAsync(cancellationToken);
            if (entry.Session is null)
            {
                open.TryRemove(new(key, entering));
            }

            return entry;
        }
        catch (Exception) when (entering.Value.IsFaulted)
        {
            open.TryRemove(new(key, entering));
            throw;
        }
    }

    /// <summary>Closes what the audit has open in this process.</summary>
    internal async Task CloseAsync(Guid auditId)
    {
        foreach (var key in open.Keys.Where(key => key.Audit == auditId))
        {
            if (open.TryRemove(key, out var entering) && entering.IsValueCreated)
            {
                await CloseAsync(entering.Value);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var audit in Audits)
        {
            await CloseAsync(audit);
        }
    }

    private static async Task CloseAsync(Task<AccountEntry> entering)
    {
        await ((Task)entering).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (entering.IsCompletedSuccessfully && (await entering).Session is { } session)
        {
            await session.DisposeAsync();
        }
    }
}
