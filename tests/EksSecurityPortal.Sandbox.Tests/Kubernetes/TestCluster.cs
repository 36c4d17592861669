using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Tests.Kubernetes;

/// <summary>Small clusters to serve.</summary>
internal static class TestCluster
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public const string Canary = "canary-5b1f0e77-database-password";

    private static readonly Lazy<Estate> Demo = new(() => DemoEstate.Create(Now));

    public static IEnumerable<string> DemoNames => Demo.Value.Clusters.Select(cluster => cluster.Name);

    public static Cluster DemoCluster(string name) => Demo.Value.Clusters.First(cluster => cluster.Name == name);

    /// <summary>An estate of this cluster alone.</summary>
    public static Estate EstateOf(Cluster cluster)
    {
        var account = Demo.Value.Accounts.First(account => account.Id == cluster.AccountId);
        return Demo.Value with
        {
            Accounts = [account with { Regions = [new RegionEstate { AccountId = account.Id, Region = cluster.Region, Clusters = [cluster] }] }],
        };
    }

    /// <summary>A cluster whose reader may read what the product asks for.</summary>
    public static Cluster With(Func<KubernetesCluster, KubernetesCluster> change, Func<Cluster, Cluster>? changeCluster = null)
    {
        var model = DemoCluster("storefront-prod");
        var cluster = model with
        {
            Name = "probe",
            AwsAuth = null,
            AuthenticationMode = "API",
            Kubernetes = change(new KubernetesCluster
            {
                GitVersion = "v1.34.2-eks-3cfe0ce",
                Nodes = [.. Enumerable.Range(0, 20).Select(Node)],
                Roles = model.Kubernetes.Roles,
                Bindings = model.Kubernetes.Bindings,
            }),
        };
        return changeCluster?.Invoke(cluster) ?? cluster;
    }

    public static Workload Workload(string inNamespace, string name, int replicas, WorkloadKind kind = WorkloadKind.Deployment) => new()
    {
        Kind = kind,
        Namespace = inNamespace,
        Name = name,
        Created = Now.AddDays(-40),
        Replicas = replicas,
        Labels = new Dictionary<string, string> { ["app"] = name },
        Template = new PodTemplate
        {
            Labels = new Dictionary<string, string> { ["app"] = name },
            Containers =
            [
                new Container("app", $"registry.example/{name}:1.2.3")
                {
                    Ports = [new ContainerPort(8080, "http")],
                    CpuRequest = "100m",
                    MemoryRequest = "128Mi",
                    LivenessProbe = true,
                    ReadinessProbe = true,
                    Environment = [new EnvironmentVariable("DB_PASSWORD", Canary), new EnvironmentVariable("API_KEY", null, "database", "key")],
                },
            ],
        },
    };

    public static KubernetesNode Node(int number) => new()
    {
        Name = $"ip-10-40-0-{10 + number}.ec2.internal",
        Pool = "general",
        ProviderId = $"aws:///us-east-1a/i-0{number:x16}",
        Zone = "us-east-1a",
        InternalIp = $"10.40.{number / 200}.{10 + (number % 200)}",
        Created = Now.AddDays(-12),
        KubeletVersion = "v1.34.2-eks-ecaa3a6",
        OsImage = "Amazon Linux 2023.9.20251117",
        KernelVersion = "6.12.55",
        ContainerRuntime = "containerd://2.1.4",
    };
}
