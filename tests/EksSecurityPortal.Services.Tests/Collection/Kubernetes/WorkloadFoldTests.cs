using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Kubernetes;
using EksSecurityPortal.Services.Collection.Kubernetes.Listing;
using EksSecurityPortal.Services.Collection.Kubernetes.Workloads;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Collection.Kubernetes;

public sealed class WorkloadFoldTests
{
    private const string Pods = "/api/v1/pods";

    [Fact]
    public async Task ReadAsync_pods_over_many_pages_are_grouped_by_top_owner()
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Options.KubernetesPageSize = 2;
        cluster.Items["/apis/apps/v1/deployments"] = [PodJson.Controller("cart", replicas: 3)];
        cluster.Items["/apis/apps/v1/replicasets"] =
        [
            PodJson.Controller("cart-7d4", ("Deployment", "cart")), PodJson.Controller("cart-6c1", ("Deployment", "cart"), replicas: 0),
            PodJson.Controller("canary-1", ("Rollout", "canary")), PodJson.Controller("lone", replicas: 1),
        ];
        cluster.Items["/apis/batch/v1/jobs"] = [PodJson.Controller("nightly-1", ("CronJob", "nightly")), PodJson.Controller("import")];
        cluster.Items["/apis/batch/v1/cronjobs"] = ["""{"metadata":{"name":"nightly","namespace":"shop"},"spec":{"jobTemplate":{"spec":{"template":{"spec":{"containers":[{"name":"app","image":"n:1"}]}}}}}}"""];
        cluster.Items[Pods] =
        [
            PodJson.Pod("cart-7d4-aaaaa", ("ReplicaSet", "cart-7d4"), node: "node-b"), PodJson.Pod("cart-7d4-bbbbb", ("ReplicaSet", "cart-7d4"), isReady: false),
            PodJson.Pod("cart-6c1-ccccc", ("ReplicaSet", "cart-6c1"), image: "shop/cart:0"), PodJson.Pod("nightly-1-x", ("Job", "nightly-1")), PodJson.Pod("import-y", ("Job", "import")),
            PodJson.Pod("canary-1-z", ("ReplicaSet", "canary-1")), PodJson.Pod("lone-q", ("ReplicaSet", "lone")), PodJson.Pod("kube-proxy-node-a", ("Node", "node-a"), "kube-system"),
            PodJson.Pod("shell"), PodJson.Pod("shell2", node: null), PodJson.Pod("cart-9-new", ("ReplicaSet", "cart-9")),
        ];

        var facts = await cluster.ReadAsync();

        var workloads = facts.Workloads.Value.ToDictionary(workload => workload.Key);
        Assert.Equal(
            ["CronJob/shop/nightly", "Deployment/shop/cart", "Job/shop/import", "Node/kube-system/node-a", "Pod/shop/shell", "Pod/shop/shell2", "ReplicaSet/shop/lone", "Rollout/shop/canary"],
            workloads.Keys.Order(StringComparer.Ordinal));
        var cart = workloads["Deployment/shop/cart"];
        Assert.Equal(3, cart.DesiredReplicas);
        Assert.Equal([3, 1], cart.Pods.Select(group => group.Count));
        Assert.Equal(2, cart.Pods[0].Ready);
        Assert.Equal([new PodPlacement("node-a", 2), new PodPlacement("node-b", 1)], cart.Pods[0].Placements);
        Assert.Equal("shop/cart:0", cart.Pods[1].Template.Containers[0].Image);
        Assert.Equal("n:1", workloads["CronJob/shop/nightly"].Template!.Containers[0].Image);
        Assert.Null(workloads["Rollout/shop/canary"].Template);
        Assert.False(workloads["Pod/shop/shell"].Pods[0].HasOwner);
        Assert.Empty(workloads["Pod/shop/shell2"].Pods[0].Placements);
        Assert.True(workloads["Node/kube-system/node-a"].Pods[0].HasOwner);
    }

    [Fact]
    public async Task ReadAsync_finished_pods_and_jobs_are_left_out()
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Items["/apis/batch/v1/jobs"] = ["""{"metadata":{"name":"done","namespace":"shop"},"spec":{},"status":{"conditions":[{"type":"Complete","status":"True"}]}}"""];
        cluster.Items[Pods] = [PodJson.Pod("done-1", ("Job", "done"), phase: "Succeeded"), PodJson.Pod("broken", phase: "Failed"), PodJson.Pod("waiting", phase: "Pending")];

        var facts = await cluster.ReadAsync();

        Assert.Equal("Pod/shop/waiting", Assert.Single(facts.Workloads.Value).Key);
    }

    [Fact]
    public async Task ReadAsync_containers_of_all_kinds_keep_their_role()
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Items[Pods] =
        [
            """
            {"spec":{"ephemeralContainers":[{"name":"debug","image":"d"}],"containers":[{"name":"app","image":"a","ports":[{"containerPort":80,"hostPort":8080}],
             "securityContext":{"privileged":true,"capabilities":{"add":["SYS_ADMIN"]}},"resources":{"requests":{"cpu":1,"memory":"64Mi"}},
             "env":[{"name":"PLAIN","value":"x"},{"name":"DB","valueFrom":{"secretKeyRef":{"name":"db","key":"k"}}}],"envFrom":[{"secretRef":{"name":"whole"}},{"configMapRef":{"name":"c"}}],
             "livenessProbe":{"httpGet":{"host":"10.0.0.1","port":1}}}],
             "initContainers":[{"name":"first","image":"i"},{"name":"mesh","image":"m","restartPolicy":"Always"}],
             "volumes":[{"name":"root","hostPath":{"path":"/","type":""}},{"name":"tmp","emptyDir":{}},{"name":"t","projected":{"sources":[{"serviceAccountToken":{"audience":"sts","path":"p"}}]}},{"name":"n","nfs":{"server":"s","path":"/"}}],
             "hostPID":true,"tolerations":[{"operator":"Exists","tolerationSeconds":300}],"affinity":{"podAntiAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":[{"topologyKey":"zone"}]},"nodeAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":null}},
             "topologySpreadConstraints":[{"topologyKey":"zone","maxSkew":1}],"hostUsers":false,"someNewField":{"a":[1,2,{"b":null}]}},
             "metadata":{"name":"odd-order","namespace":"shop","annotations":{"karpenter.sh/do-not-disrupt":"true","example.com/noise":"x"}},"status":{"phase":"SomethingNew","conditions":null}}
            """,
        ];

        var facts = await cluster.ReadAsync();

        var template = Assert.Single(facts.Workloads.Value).Pods[0].Template;
        Assert.Equal([("first", ContainerRole.Init), ("mesh", ContainerRole.Sidecar), ("app", ContainerRole.App), ("debug", ContainerRole.Ephemeral)], template.Containers.Select(container => (container.Name, container.Role)));
        var app = template.Containers[2];
        Assert.Equal(["PLAIN", "DB"], app.EnvironmentNames);
        Assert.Equal([new SecretReference("DB", "db")], app.SecretEnvironment);
        Assert.Equal(["whole"], app.SecretEnvironmentSources);
        Assert.Equal("1", app.Requests["cpu"]);
        Assert.Equal(["10.0.0.1"], app.ProbeHosts);
        Assert.True(app.Privileged);
        Assert.Equal(8080, app.Ports[0].HostPort);
        Assert.Equal([("hostPath", "/"), ("emptyDir", null), ("projected", null), ("nfs", null)], template.Volumes.Select(volume => (volume.Type, volume.Source)));
        Assert.Equal(["sts"], template.Volumes[2].TokenAudiences);
        Assert.True(template.HostPid && template.HasRequiredPodAntiAffinity && !template.HasRequiredNodeAffinity && template.HostUsers == false);
        Assert.Equal(["zone"], template.TopologySpreadKeys);
        Assert.Equal(["karpenter.sh/do-not-disrupt"], template.Annotations.Keys);
        Assert.Equal(new Toleration(null, "Exists", null, null), Assert.Single(template.Tolerations));
    }

    [Fact]
    public async Task ReadAsync_pods_of_a_stateful_set_are_one_group()
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Items[Pods] = [.. Enumerable.Range(0, 12).Select(ordinal => PodJson.Pod(
            $"db-{ordinal}", ("StatefulSet", "db"), labels: new Dictionary<string, string> { ["app"] = "db", ["statefulset.kubernetes.io/pod-name"] = $"db-{ordinal}", ["apps.kubernetes.io/pod-index"] = $"{ordinal}" },
            volumes: new[] { new { name = "data", persistentVolumeClaim = new { claimName = $"data-db-{ordinal}" } } }, containers: new[] { new { name = "db", image = "db:1" } }))];

        var facts = await cluster.ReadAsync();

        var group = Assert.Single(Assert.Single(facts.Workloads.Value).Pods);
        Assert.Equal(12, group.Count);
        Assert.Equal("data-db", group.Template.Volumes[0].Source);
    }

    [Fact]
    public async Task ReadAsync_pods_forbidden_is_no_list_of_workloads_without_pods()
    {
        await using var cluster = await LoopbackCluster.StartAsync();
        cluster.Items["/apis/apps/v1/deployments"] = [PodJson.Controller("cart")];
        cluster.Handlers[Pods] = LoopbackCluster.Status(403, "Forbidden");

        var facts = await cluster.ReadAsync();

        Assert.False(facts.Workloads.IsPresent);
        Assert.True(facts.CniConfig.IsPresent);
    }

    [Fact]
    public void Take_thousands_of_pods_of_few_templates_allocates_for_templates_only()
    {
        var texts = new StringPool();
        var templates = new TemplatePool(texts);
        var sink = new PodSink(texts, templates);
        var pages = Enumerable.Range(0, 4).Select(page => Page(page * 500, 500)).ToList();
        Read(pages[0], sink);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var round = 0; round < 3; round++)
        {
            pages.Skip(1).ToList().ForEach(page => Read(page, sink));
        }

        var perPod = (GC.GetAllocatedBytesForCurrentThread() - before) / (3 * 3 * 500.0);
        Assert.Equal(5, templates.Count);
        Assert.InRange(perPod, 0, 64);
    }

    [Fact]
    public void Get_equal_templates_of_two_owners_are_one_instance()
    {
        var texts = new StringPool();
        var sink = new PodSink(texts, new TemplatePool(texts));
        Read(System.Text.Encoding.UTF8.GetBytes($$"""{"kind":"PodList","metadata":{},"items":[{{PodJson.Pod("a-1", ("ReplicaSet", "a"))}},{{PodJson.Pod("b-1", ("ReplicaSet", "b"))}}]}"""), sink);

        var workloads = new WorkloadAssembly([]).Join(sink.Fold);

        Assert.Equal(2, workloads.Count);
        Assert.Same(workloads[0].Pods[0].Template, workloads[1].Pods[0].Template);
    }

    private static byte[] Page(int first, int count)
    {
        var pods = Enumerable.Range(first, count).Select(number => PodJson.Pod($"app-{number % 5}-{number:x5}", ("ReplicaSet", $"app-{number % 5}"), node: $"node-{number % 50}", image: $"app:{number % 5}"));
        return System.Text.Encoding.UTF8.GetBytes($$"""{"kind":"PodList","metadata":{},"items":[{{string.Join(',', pods)}}]}""");
    }

    private static void Read(byte[] page, PodSink sink) =>
        ListPage.ReadEnvelope(page, "PodList", isCustom: false).ReadItems(page, sink, (_, problem) => Assert.Fail(problem));
}
