using EksSecurityPortal.Services.Collection.Aws;
using EksSecurityPortal.Services.Persistence;
using EksSecurityPortal.Services.Persistence.Entities;
using EksSecurityPortal.Services.Queries;
using Microsoft.EntityFrameworkCore;

namespace EksSecurityPortal.Services.Posture;

internal sealed class AuditService(
    IDbContextFactory<PortalDbContext> contexts, IJobDispatcher jobs, AuditCanceller canceller, PortalEventLog events, ProgressFeed feed, TimeProvider clock) : IAuditService
{
    public Task<CommandResult<Guid>> StartAsync(AuditScope scope, string origin, CancellationToken cancellationToken) =>
        StartAsync(scope, origin, null, cancellationToken);

    public Task<bool> CancelAsync(Guid auditId, string actor, CancellationToken cancellationToken) => canceller.CancelAsync(auditId, actor, cancellationToken);

    internal async Task<CommandResult<Guid>> StartAsync(AuditScope scope, string origin, Guid? scheduleId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var errors = await CheckScopeAsync(db, scope, cancellationToken);
        if (errors.Count > 0)
        {
            return new(Guid.Empty, errors);
        }

        var now = clock.GetUtcNow();
        var audit = new AuditEntity
        {
            Id = Guid.CreateVersion7(now),
            State = AuditState.Queued,
            Origin = StoredText.Clean(origin, 200),
            ScheduleId = scheduleId,
            AccountIds = Distinct(scope.AccountIds),
            Regions = Distinct(scope.Regions),
            ClusterArns = Distinct(scope.ClusterArns),
            ScopeText = Describe(scope),
            RequestedAt = now,
            EnqueuedAt = now,
        };
        db.Audits.Add(audit);
        events.Add(db, "AuditStarted", origin, $"Started an audit of {audit.ScopeText}.");
        await db.SaveChangesAsync(cancellationToken);
        jobs.EnqueueAudit(audit.Id);
        feed.PostureChanged(audit.Id);
        return new(audit.Id, []);
    }

    private static async Task<List<InputError>> CheckScopeAsync(PortalDbContext db, AuditScope scope, CancellationToken cancellationToken)
    {
        var accounts = await db.Accounts.Select(account => new { account.Id, account.IsEnabled }).ToDictionaryAsync(account => account.Id, account => account.IsEnabled, cancellationToken);
        if (accounts.Count == 0)
        {
            return [new("", "The portal has no account to audit. Add one under Accounts, or declare it as Portal:Accounts.")];
        }

        var errors = new List<InputError>();
        foreach (var id in scope.AccountIds)
        {
            if (!accounts.TryGetValue(id, out var isEnabled))
            {
                errors.Add(new("accountIds", $"Account '{id}' is not known. Add it under Accounts first."));
            }
            else if (!isEnabled)
            {
                errors.Add(new("accountIds", $"Account '{id}' is disabled. Enable it under Accounts first."));
            }
        }

        if (scope.AccountIds.Count == 0 && !accounts.ContainsValue(true))
        {
            errors.Add(new("", "Every account is disabled. Enable one under Accounts first."));
        }

        var arns = scope.ClusterArns.ToArray();
        var known = await db.Clusters.Where(cluster => arns.Contains(cluster.Arn)).Select(cluster => cluster.Arn).ToListAsync(cancellationToken);
        errors.AddRange(arns.Except(known, StringComparer.Ordinal).Select(arn => new InputError("clusterArns", $"Cluster '{arn}' is not known. Audit its account once, so that it is found.")));
        errors.AddRange(scope.Regions.Where(region => !KnownRegions.Contains(region)).Select(region => new InputError("regions", AccountRules.UnknownRegion(region))));
        return errors;
    }

    private static string Describe(AuditScope scope)
    {
        if (scope.ClusterArns.Count > 0)
        {
            var first = scope.ClusterArns[0];
            return scope.ClusterArns.Count == 1 ? $"cluster {first[(first.LastIndexOf('/') + 1)..]}" : $"{scope.ClusterArns.Count} clusters";
        }

        var accounts = scope.AccountIds.Count switch
        {
            0 => "all accounts",
            1 => $"account {scope.AccountIds[0]}",
            var count => $"{count} accounts",
        };
        return scope.Regions.Count == 0 ? accounts : $"{accounts} in {string.Join(", ", scope.Regions)}";
    }

    private static List<string> Distinct(IReadOnlyList<string> values) => [.. values.Distinct(StringComparer.Ordinal)];
}
