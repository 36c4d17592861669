using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EksSecurityPortal.Services.Posture;

/// <summary>What was found in one account of the audit's scope.</summary>
/// <param name="Refusal">Why it could not be entered or looked through; then there is no discovery.</param>
internal sealed record AccountPlan(AccountEntity Account, ClusterDiscovery? Discovery, PartGap? Refusal);

/// <summary>Enters the accounts of an audit's scope, some at once, and looks for their clusters. A refusal or defect of one hides no other.</summary>
internal sealed partial class AuditDiscovery(
    IDbContextFactory<PortalDbContext> contexts, AccountSessions sessions, AuditPlanWriter writer, ILogger<AuditDiscovery> logger)
{
    private const int AccountsAtOnce = 4;

    /// <summary>One plan per enabled account of the scope, ordered by account id.</summary>
    internal async Task<IReadOnlyList<AccountPlan>> DiscoverAsync(AuditEntity audit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var wanted = AccountsOf(audit);
        var accounts = await db.Accounts.AsNoTracking()
            .Where(account => account.IsEnabled && (wanted.Count == 0 || wanted.Contains(account.Id)))
            .OrderBy(account => account.Id)
            .ToListAsync(cancellationToken);
        var plans = new AccountPlan[accounts.Count];
        await Parallel.ForAsync(0, accounts.Count, new ParallelOptions { MaxDegreeOfParallelism = AccountsAtOnce, CancellationToken = cancellationToken }, async (index, token) =>
        {
            plans[index] = await DiscoverAsync(audit, accounts[index], token);
            await writer.BeatAsync(audit.Id, token);
        });
        return plans;
    }

    /// <summary>Empty for all; clusters that are asked for by ARN bring their accounts with them.</summary>
    private static List<string> AccountsOf(AuditEntity audit) =>
        [.. audit.AccountIds.Concat(audit.ClusterArns.Select(arn => arn.Split(':') is [_, _, _, _, var account, ..] ? account : "")).Distinct(StringComparer.Ordinal)];

    private async Task<AccountPlan> DiscoverAsync(AuditEntity audit, AccountEntity account, CancellationToken cancellationToken)
    {
        var regions = AuditRegions.Of(audit, account);
        if (regions is { Count: 0 } && (audit.Regions.Count > 0 || audit.ClusterArns.Count > 0))
        {
            return new(account, new([], [], []), null);
        }

        try
        {
            var entry = await sessions.EnterAsync(audit.Id, PostureService.Connection(account, regions), cancellationToken);
            return entry.Session is null
                ? new(account, null, entry.Refusal ?? new PartGap(GapReason.Failed, "", "The account could not be entered."))
                : new(account, await entry.Session.FindClustersAsync(cancellationToken), null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // a defect in one account must not hide the others
            AccountBroken(logger, exception, account.Id);
            return new(account, null, new PartGap(GapReason.Failed, "", $"Looking for clusters ended by a defect ({exception.GetType().Name}); the portal's log has the details."));
        }
    }

    [LoggerMessage(EventId = 2143, Level = LogLevel.Error, Message = "Looking for clusters in account {AccountId} failed")]
    private static partial void AccountBroken(ILogger logger, Exception exception, string accountId);
}
