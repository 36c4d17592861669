using System.Collections.Concurrent;
using Amazon.IdentityManagement;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Aws.Clients;
using EksSecurityPortal.Services.Collection.Aws.Entering;
using EksSecurityPortal.Services.Collection.Aws.Readers;
using EksSecurityPortal.Services.Collection.Aws.Reading;
using EksSecurityPortal.Services.Collection.Kubernetes;

namespace EksSecurityPortal.Services.Collection.Aws;

/// <summary>An entered account: its clients by region, and the answers that its clusters share.</summary>
internal sealed class AccountSession : IAccountSession
{
    private readonly EnteredAccount _account;
    private readonly IReadOnlyList<string> _regions;
    private readonly AwsClientFactory _factory;
    private readonly IKubernetesReader _kubernetes;
    private readonly CollectionOptions _options;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, Lazy<RegionClients>> _clients = new(StringComparer.Ordinal);
    private readonly Lazy<IAmazonIdentityManagementService> _iam;
    private readonly SharedAnswers _shared;

    public AccountSession(
        EnteredAccount account, IReadOnlyList<string> regions, AwsClientSettings settings, IKubernetesReader kubernetes, CollectionOptions options, TimeProvider time)
    {
        (_account, _regions, _kubernetes, _options, _time) = (account, regions, kubernetes, options, time);
        _factory = new AwsClientFactory(account.AccountId, account.Credentials, settings);
        _iam = new Lazy<IAmazonIdentityManagementService>(() => _factory.CreateIam(account.Partition));
        _shared = new SharedAnswers(options.PartDeadline, time);
    }

    public string AccountId => _account.AccountId;

    public string Partition => _account.Partition;

    /// <summary>The region that the account was entered by; every account has it enabled or names its regions.</summary>
    public string HomeRegion => _regions.Count > 0 ? _regions[0] : _account.HubRegion;

    public IAmazonIdentityManagementService Iam => _iam.Value;

    public Amazon.Runtime.AWSCredentials Credentials => _account.Credentials;

    public RegionClients ClientsOf(string region) => _clients.GetOrAdd(region, name => new Lazy<RegionClients>(() => new RegionClients(_factory, name))).Value;

    public Task<ClusterDiscovery> FindClustersAsync(CancellationToken cancellationToken) => new ClusterFinder(this, _regions, _options.PartDeadline, _time).FindAsync(cancellationToken);

    public Task<ClusterSnapshot> CollectAsync(ClusterRef cluster, IProgress<PartProgress> progress, CancellationToken cancellationToken)
    {
        var parts = new PartReader(_options.PartDeadline, _time, progress, cancellationToken);
        var scope = new ClusterScope(cluster, ClientsOf(cluster.Region), _shared, parts);
        return new ClusterCollection(scope, _iam.Value, _kubernetes, _account.Credentials, progress, _time.GetUtcNow()).CollectAsync();
    }

    public ValueTask DisposeAsync()
    {
        _shared.Dispose();
        foreach (var clients in _clients.Values.Where(clients => clients.IsValueCreated))
        {
            clients.Value.Dispose();
        }

        if (_iam.IsValueCreated)
        {
            _iam.Value.Dispose();
        }

        return ValueTask.CompletedTask;
    }
}
