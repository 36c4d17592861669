using EksSecurityPortal.Core.Inventory;
using Microsoft.Extensions.Logging;

namespace EksSecurityPortal.Services.Posture;

/// <summary>Keeps the claims of running collections alive, and ends collections that are cancelled from anywhere.</summary>
internal sealed class RunBeats(RunClaims claims, RunCancellations cancellations, ProgressFeed feed, TimeProvider clock, ILogger<RunBeat> logger)
{
    internal RunBeat Start(ClaimedRun run, CancellationToken stopping) => new(claims, cancellations, feed, clock, logger, run, stopping);
}

/// <summary>One running collection's sign of life. Dispose when it has ended.</summary>
internal sealed partial class RunBeat : IAsyncDisposable
{
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource source;
    private readonly IDisposable registration;
    private readonly PeriodicTimer timer;
    private readonly Task beating;
    private readonly RunClaims claims;
    private readonly ClaimedRun run;
    private readonly ILogger logger;

    internal RunBeat(RunClaims claims, RunCancellations cancellations, ProgressFeed feed, TimeProvider clock, ILogger logger, ClaimedRun run, CancellationToken stopping)
    {
        this.claims = claims;
        this.run = run;
        this.logger = logger;
        source = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        Token = source.Token;
        registration = cancellations.Register(run.AuditId, run.RunId, source);
        Reporter = new(feed, run, clock);
        timer = new(Interval, clock);
        Reporter.Say("Entering the account");
        beating = BeatAsync();
    }

    /// <summary>Cancelled when the audit is cancelled, the claim is lost, or the process stops.</summary>
    internal CancellationToken Token { get; }

    internal RunProgressReporter Reporter { get; }

    /// <summary>The run belongs to another process now.</summary>
    internal bool IsLost { get; private set; }

    public async ValueTask DisposeAsync()
    {
        registration.Dispose();
        timer.Dispose();
        await beating;
        Reporter.Dispose();
        source.Dispose();
    }

    private async Task BeatAsync()
    {
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            try
            {
                var renewal = await claims.TryRenewAsync(run, Reporter.PartsDone, CancellationToken.None);
                if (renewal != Renewal.Renewed)
                {
                    IsLost = renewal == Renewal.Lost;
                    await source.CancelAsync();
                    return;
                }
            }
            catch (Exception exception) when (exception is System.Data.Common.DbException or TimeoutException or InvalidOperationException)
            {
                // a database that is away for a moment is no reason to stop; the lease outlives several beats
                Missed(logger, exception.Message);
            }
        }
    }

    [LoggerMessage(EventId = 2131, Level = LogLevel.Warning, Message = "A sign of life could not be stored: {Reason}")]
    private static partial void Missed(ILogger logger, string reason);
}
