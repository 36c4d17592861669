using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Aws.Clients;
using EksSecurityPortal.Services.Collection.Aws.Entering;
using EksSecurityPortal.Services.Collection.Aws.Probing;
using EksSecurityPortal.Services.Collection.Aws.Reading;
using EksSecurityPortal.Services.Collection.Kubernetes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EksSecurityPortal.Services.Collection.Aws;

/// <summary>Collects from AWS, and by <see cref="IKubernetesReader"/> from the clusters. Thread-safe.</summary>
internal sealed partial class AwsAccountCollector(
    AccountEntrance entrance, AwsClientSettings settings, IKubernetesReader kubernetes, IOptions<CollectionOptions> options, TimeProvider time, ILogger<AwsAccountCollector> logger)
    : IAccountCollector
{
    public async Task<AccountEntry> OpenAsync(AccountConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            var session = await EnterAsync(connection, cancellationToken);
            LogEntered(connection.AccountId, session.Partition);
            return new AccountEntry(session, null);
        }
        catch (PartMissingException refused)
        {
            LogRefused(connection.AccountId, refused.Gap.Reason, refused.Gap.Operation);
            return new AccountEntry(null, refused.Gap);
        }
    }

    public async Task<IReadOnlyList<PermissionProbe>> TestAsync(AccountConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await using var session = await EnterAsync(connection, cancellationToken);
            return await new AccountPermissionTest(session, kubernetes).RunAsync(cancellationToken);
        }
        catch (PartMissingException refused)
        {
            return AccountPermissionTest.Refused(refused.Gap);
        }
    }

    private async Task<AccountSession> EnterAsync(AccountConnection connection, CancellationToken cancellationToken)
    {
        var account = await entrance.EnterAsync(connection, cancellationToken);
        return new AccountSession(account, connection.Regions, settings, kubernetes, options.Value, time);
    }

    [LoggerMessage(3100, LogLevel.Information, "Entered account {AccountId} of partition {Partition}.")]
    private partial void LogEntered(string accountId, string partition);

    [LoggerMessage(3101, LogLevel.Warning, "Account {AccountId} could not be entered: {Reason} at {Operation}.")]
    private partial void LogRefused(string accountId, GapReason reason, string operation);
}
