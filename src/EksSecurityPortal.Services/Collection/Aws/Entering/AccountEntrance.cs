using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Aws.Calls;
using EksSecurityPortal.Services.Collection.Aws.Clients;
using EksSecurityPortal.Services.Collection.Aws.Reading;

namespace EksSecurityPortal.Services.Collection.Aws.Entering;

/// <summary>An account that was entered and turned out to be the one that was named.</summary>
internal sealed record EnteredAccount(string AccountId, string Partition, string HubRegion, AWSCredentials Credentials);

/// <summary>Enters accounts: the portal's own credentials, the role, and proof of where one ended up.</summary>
internal sealed class AccountEntrance(HubCredentials hub, AwsClientSettings settings, TimeProvider time)
{
    /// <exception cref="PartMissingException">The account could not be entered; the gap names the value and the remedy.</exception>
    public async Task<EnteredAccount> EnterAsync(AccountConnection connection, CancellationToken cancellationToken)
    {
        var problems = ConnectionRules.Problems(connection);
        if (problems.Count > 0)
        {
            throw Refused(GapReason.CredentialsRejected, "", string.Join(" ", problems));
        }

        try
        {
            var own = await hub.GetAsync(cancellationToken);
            var credentials = connection.RoleArn is null ? own : Assume(own, connection.RoleArn, connection.ExternalId);
            return await IdentifyAsync(connection, credentials, cancellationToken);
        }
        catch (Exception exception) when (AwsGaps.IsExpected(exception) && !cancellationToken.IsCancellationRequested)
        {
            throw new PartMissingException(EntranceRefusal.Of(exception, connection));
        }
    }

    private AssumedRole Assume(AWSCredentials own, string roleArn, string? externalId)
    {
        var sts = new AwsClientFactory(AwsClientFactory.Hub, own, settings).CreateSts(hub.Region);
        return new AssumedRole(sts, roleArn, externalId, $"eks-security-portal-{time.GetUtcNow():yyyyMMddHHmmss}");
    }

    private async Task<EnteredAccount> IdentifyAsync(AccountConnection connection, AWSCredentials credentials, CancellationToken cancellationToken)
    {
        // asked for first, so that a refusal to assume the role is told from one to identify
        await credentials.GetCredentialsAsync();
        using var sts = new AwsClientFactory(connection.AccountId, credentials, settings).CreateSts(hub.Region);
        var identity = await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken);
        if (identity.Account != connection.AccountId)
        {
            throw Refused(
                GapReason.CredentialsRejected,
                "sts:GetCallerIdentity",
                $"The credentials lead to account {AwsGaps.Text(identity.Account ?? "(none)")}, not to {connection.AccountId} as set up; "
                + (connection.RoleArn is null ? "set a role ARN of that account, or correct the account id." : "correct the role ARN or the account id."));
        }

        var partition = identity.Arn?.Split(':') is ["arn", { Length: > 0 } name, ..] ? name : RegionCode.PartitionOf(hub.Region);
        return new EnteredAccount(connection.AccountId, partition, hub.Region, credentials);
    }

    private static PartMissingException Refused(GapReason reason, string operation, string detail) =>
        new(new PartGap(reason, operation, AwsGaps.Text(detail)));
}
