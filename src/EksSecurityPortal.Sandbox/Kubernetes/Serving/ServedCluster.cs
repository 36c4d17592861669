using EksSecurityPortal.Sandbox.Kubernetes.Access;
using EksSecurityPortal.Sandbox.Kubernetes.Objects;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Serving;

/// <summary>One cluster with all that serving it needs; made when it is first used, so that an estate of hundreds starts at once.</summary>
internal sealed class ServedCluster(Cluster cluster, DateTimeOffset now) : IDisposable
{
    private readonly Lazy<ClusterPki> pki = new(() => new ClusterPki(cluster));
    private readonly Lazy<ClusterObjects> objects = new(() => new ClusterObjects(cluster, now));
    private readonly Lazy<Authorizer> authorizer = new(() => new Authorizer(cluster));

    public Cluster Cluster => cluster;

    public ClusterPki Pki => pki.Value;

    public ClusterObjects Objects => objects.Value;

    public Authorizer Authorizer => authorizer.Value;

    public FaultTarget TargetOf(string operation) => new("kubernetes", operation, cluster.Name, cluster.AccountId, cluster.Region);

    public void Dispose()
    {
        if (pki.IsValueCreated)
        {
            pki.Value.Dispose();
        }
    }
}
