using System.Security.Cryptography;
using EksSecurityPortal.Services.Collection;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Persistence.Entities;
using EksSecurityPortal.Services.Queries;
using Microsoft.EntityFrameworkCore;

namespace EksSecurityPortal.Services.Posture;

internal sealed class AccountService(
    IDbContextFactory<PortalDbContext> contexts, IAccountCollector collector, PortalEventLog events, ProgressFeed feed, TimeProvider clock) : IAccountService
{
    private const string ExternalIdAlphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    public async Task<CommandResult<string>> AddAsync(AccountDraft draft, string actor, CancellationToken cancellationToken)
    {
        draft = Trimmed(draft);
        if (AccountRules.Check(draft) is { Count: > 0 } errors)
        {
            return Refused(errors);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Accounts.AnyAsync(account => account.Id == draft.AccountId, cancellationToken))
        {
            return Refused(AccountRules.AccountIdField, $"Account {draft.AccountId} is there already. Change it under Accounts.");
        }

        var added = new AccountEntity { Id = draft.AccountId, Name = draft.Name, CreatedAt = clock.GetUtcNow() };
        Apply(added, draft);
        db.Accounts.Add(added);
        events.Add(db, "AccountAdded", actor, $"Added account {draft.AccountId} ({draft.Name}).");
        await db.SaveChangesAsync(cancellationToken);
        feed.PostureChanged(Guid.Empty);
        return new(draft.AccountId, []);
    }

    public async Task<CommandResult<string>> UpdateAsync(AccountDraft draft, string actor, CancellationToken cancellationToken)
    {
        draft = Trimmed(draft);
        if (AccountRules.Check(draft) is { Count: > 0 } errors)
        {
            return Refused(errors);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var account = await db.Accounts.FirstOrDefaultAsync(account => account.Id == draft.AccountId, cancellationToken);
        if (Unchangeable(account, draft.AccountId) is { } refusal)
        {
            return refusal;
        }

        Apply(account!, draft); // Unchangeable refuses null
        events.Add(db, "AccountChanged", actor, $"Changed account {draft.AccountId} ({draft.Name}).");
        await db.SaveChangesAsync(cancellationToken);
        feed.PostureChanged(Guid.Empty);
        return new(draft.AccountId, []);
    }

    public async Task<CommandResult<string>> RemoveAsync(string accountId, string actor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var account = await db.Accounts.FirstOrDefaultAsync(account => account.Id == accountId, cancellationToken);
        if (Unchangeable(account, accountId) is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Accounts.Where(row => row.Id == accountId).ExecuteDeleteAsync(cancellationToken);
        events.Add(db, "AccountRemoved", actor, $"Removed account {accountId} with its clusters, runs and findings.");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        feed.PostureChanged(Guid.Empty);
        return new(accountId, []);
    }

    public async Task<CommandResult<IReadOnlyList<PermissionProbe>>> TestAsync(AccountDraft draft, string actor, CancellationToken cancellationToken)
    {
        draft = Trimmed(draft);
        if (AccountRules.Check(draft) is { Count: > 0 } errors)
        {
            return new(null, errors);
        }

        var probes = await collector.TestAsync(new(draft.AccountId, draft.Name, draft.RoleArn, draft.ExternalId, draft.Regions), cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var json = StoredJson.Write(probes);
        await db.Accounts.Where(account => account.Id == draft.AccountId)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.LastTestedAt, now).SetProperty(account => account.LastProbesJson, json), cancellationToken);
        var denied = probes.Count(probe => probe.Result == ProbeResult.Denied);
        await events.AddAsync("AccountTested", actor, $"Tested the connection to account {draft.AccountId}: {denied} of {probes.Count} permissions denied.", cancellationToken);
        return new(probes, []);
    }

    public string NewExternalId() => RandomNumberGenerator.GetString(ExternalIdAlphabet, 32);

    internal static void Apply(AccountEntity account, AccountDraft draft)
    {
        account.Name = draft.Name;
        account.RoleArn = draft.RoleArn;
        account.ExternalId = draft.ExternalId;
        account.Regions = draft.Regions;
        account.IsEnabled = draft.IsEnabled;
    }

    /// <summary>Pasted values come with spaces; an empty field means none.</summary>
    internal static AccountDraft Trimmed(AccountDraft draft) => draft with
    {
        AccountId = draft.AccountId.Trim(),
        Name = draft.Name.Trim().Length == 0 ? draft.AccountId.Trim() : draft.Name.Trim(),
        RoleArn = string.IsNullOrWhiteSpace(draft.RoleArn) ? null : draft.RoleArn.Trim(),
        ExternalId = string.IsNullOrWhiteSpace(draft.ExternalId) ? null : draft.ExternalId.Trim(),
        Regions = [.. draft.Regions.Select(region => region.Trim()).Where(region => region.Length > 0)],
    };

    private static CommandResult<string>? Unchangeable(AccountEntity? account, string accountId) => account switch
    {
        null => Refused(AccountRules.AccountIdField, $"There is no account '{AccountRules.Shown(accountId)}'. Look under Accounts which there are."),
        { IsDeclared: true } => Refused("", $"Account {accountId} is declared in the portal's configuration (Portal:Accounts). Change it there and restart the portal."),
        _ => null,
    };

    private static CommandResult<string> Refused(string field, string message) => new(null, [new(field, message)]);

    private static CommandResult<string> Refused(IReadOnlyList<InputError> errors) => new(null, errors);
}
