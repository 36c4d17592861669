using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection;
using EksSecurityPortal.Services.Persistence.Entities;
using EksSecurityPortal.Services.Queries;
using Microsoft.Extensions.Logging;

namespace EksSecurityPortal.Services.Posture;

/// <summary>Assesses one cluster: collect, check, compare with the findings, store, tell.</summary>
internal sealed partial class PostureService(
    RunClaims claims, AccountSessions sessions, RunWriter writer, RunBeats beats, AuditCloser closer, ILogger<PostureService> logger)
{
    /// <summary>Does the run if it is to be done here and now; ends the audit when it was the last. Never throws for what fails in the run.</summary>
    /// <exception cref="OperationCanceledException">The process is stopping; the run is put back.</exception>
    public async Task RunAsync(Guid runId, CancellationToken stopping)
    {
        var (auditId, claimed) = await claims.FindAuditAsync(runId, stopping) is { } audit
            ? (audit, await claims.TryBeginAsync(runId, stopping))
            : (Guid.Empty, null);
        if (claimed is not null)
        {
            await CollectAsync(claimed, stopping);
        }

        // also when there was nothing to do: a skipped or cancelled run may have been the last
        await closer.CloseIfDoneAsync(auditId, CancellationToken.None);
    }

    private async Task CollectAsync(ClaimedRun run, CancellationToken stopping)
    {
        using var scope = logger.BeginScope(new Dictionary<string, object> { ["Run"] = run.RunId, ["Cluster"] = run.Cluster.Arn });
        await using var beat = beats.Start(run, stopping);
        Started(logger, run.Attempt);
        try
        {
            var state = await AssessAsync(run, beat);
            beat.Reporter.End(state);
        }
        catch (ClaimLostException)
        {
            Lost(logger);
            beat.Reporter.End(RunState.Failed);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await claims.GiveBackAsync(run.RunId, CancellationToken.None);
            beat.Reporter.End(RunState.Queued);
            throw;
        }
        catch (OperationCanceledException) when (beat.Token.IsCancellationRequested)
        {
            if (!beat.IsLost)
            {
                await claims.EndAsync(run.RunId, RunState.Cancelled, null, CancellationToken.None);
            }

            beat.Reporter.End(RunState.Cancelled);
        }
        catch (Exception exception)
        {
            // the edge of the job: one cluster's defect must not stop the audit
            Broken(logger, exception);
            await claims.EndAsync(run.RunId, RunState.Failed, $"The collection ended by a defect ({exception.GetType().Name}); the portal's log has the details.", CancellationToken.None);
            beat.Reporter.End(RunState.Failed);
        }
    }

    private async Task<RunState> AssessAsync(ClaimedRun run, RunBeat beat)
    {
        var entry = await sessions.EnterAsync(run.AuditId, Connection(run.Account), beat.Token);
        if (entry.Session is null)
        {
            await claims.EndAsync(run.RunId, RunState.Failed, entry.Refusal?.Detail ?? "The account could not be entered.", CancellationToken.None);
            return RunState.Failed;
        }

        var snapshot = await entry.Session.CollectAsync(run.Cluster, beat.Reporter, beat.Token);
        beat.Reporter.Say("Checking and storing");
        var written = await writer.WriteAsync(run, snapshot, beat.Token);
        Ended(logger, written.State, written.Outcomes, written.Opened, written.Reopened, written.Resolved);
        return written.State;
    }

    internal static AccountConnection Connection(AccountEntity account, IReadOnlyList<string>? regions = null) =>
        new(account.Id, account.Name, account.RoleArn, account.ExternalId, regions ?? account.Regions);

    [LoggerMessage(EventId = 2121, Level = LogLevel.Information, Message = "Collection begins, attempt {Attempt}")]
    private static partial void Started(ILogger logger, int attempt);

    [LoggerMessage(EventId = 2122, Level = LogLevel.Information, Message = "Collection ended {State}: {Outcomes} outcomes, {Opened} findings opened, {Reopened} reopened, {Resolved} resolved")]
    private static partial void Ended(ILogger logger, RunState state, int outcomes, int opened, int reopened, int resolved);

    [LoggerMessage(EventId = 2123, Level = LogLevel.Warning, Message = "The run was ended or taken over by another process; what was collected here is dropped")]
    private static partial void Lost(ILogger logger);

    [LoggerMessage(EventId = 2124, Level = LogLevel.Error, Message = "Collection failed")]
    private static partial void Broken(ILogger logger, Exception exception);
}
