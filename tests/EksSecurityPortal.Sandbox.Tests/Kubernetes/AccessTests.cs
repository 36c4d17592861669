using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EksSecurityPortal.Sandbox.Model;
using Xunit;

namespace EksSecurityPortal.Sandbox.Tests.Kubernetes;

public sealed class AccessTests
{
    private static readonly Cluster Cluster = TestCluster.With(kubernetes => kubernetes);

    [Fact]
    public async Task List_without_a_token_is_unauthorized()
    {
        await using var host = await KubernetesHost.StartAsync(Cluster);
        host.Authorize(null);

        var (code, status) = await host.RefusalAsync("/api/v1/nodes");

        Assert.Equal(HttpStatusCode.Unauthorized, code);
        Assert.Equal("""{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"Unauthorized","reason":"Unauthorized","code":401}""", status.GetRawText());
    }

    [Fact]
    public async Task List_by_a_principal_that_is_not_mapped_is_unauthorized()
    {
        await using var host = await KubernetesHost.StartAsync(Cluster);
        host.Authorize("arn:aws:iam::111122223333:role/Stranger");

        var (code, _) = await host.RefusalAsync("/api/v1/nodes");

        Assert.Equal(HttpStatusCode.Unauthorized, code);
    }

    [Fact]
    public async Task List_by_a_mapped_principal_without_a_binding_is_forbidden_in_the_words_of_the_real_server()
    {
        await using var host = await KubernetesHost.StartAsync(TestCluster.With(kubernetes => kubernetes with { Bindings = [] }));

        var (code, status) = await host.RefusalAsync("/api/v1/nodes");

        Assert.Equal(HttpStatusCode.Forbidden, code);
        Assert.Equal(
            "nodes is forbidden: User \"arn:aws:sts::111122223333:assumed-role/EksSecurityPortalReader/audit\" cannot list resource \"nodes\" in API group \"\" at the cluster scope",
            status.GetProperty("message").GetString());
        Assert.Equal("Forbidden", status.GetProperty("reason").GetString());
        Assert.Equal("""{"kind":"nodes"}""", status.GetProperty("details").GetRawText());
    }

    [Fact]
    public async Task List_of_a_denied_kind_is_forbidden_and_the_others_are_not()
    {
        var role = Cluster.Kubernetes.Roles.First(role => role.Name == "eks-security-portal-reader");
        var lesser = role with { Rules = [.. role.Rules.Where(rule => !rule.ApiGroups.Contains("apps"))] };
        await using var host = await KubernetesHost.StartAsync(TestCluster.With(kubernetes => kubernetes with { Roles = [.. kubernetes.Roles.Where(item => item != role), lesser] }));

        var (code, status) = await host.RefusalAsync("/apis/apps/v1/namespaces/shop/deployments");
        var nodes = await host.GetAsync("/api/v1/nodes");

        Assert.Equal(HttpStatusCode.Forbidden, code);
        Assert.EndsWith("cannot list resource \"deployments\" in API group \"apps\" in the namespace \"shop\"", status.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(20, nodes.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Secrets_are_forbidden_even_to_administrators()
    {
        await using var host = await KubernetesHost.StartAsync(TestCluster.With(kubernetes => kubernetes, cluster => cluster with
        {
            AuthenticationMode = "CONFIG_MAP",
            AwsAuth = new AwsAuthMap([new AwsAuthMapping(KubernetesHost.Reader, "root", ["system:masters"])]),
        }));

        var (code, _) = await host.RefusalAsync("/api/v1/secrets");
        var pods = await host.GetAsync("/api/v1/configmaps");

        Assert.Equal(HttpStatusCode.Forbidden, code);
        Assert.Equal("ConfigMapList", pods.GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Writing_is_forbidden()
    {
        await using var host = await KubernetesHost.StartAsync(Cluster);

        using var answer = await host.Client.DeleteAsync("/api/v1/namespaces/default/pods/some");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Missing_groups_and_objects_are_not_found_as_the_real_server_tells_it()
    {
        await using var host = await KubernetesHost.StartAsync(Cluster);

        using var group = await host.Client.GetAsync("/apis/karpenter.sh/v1/nodepools");
        var (code, status) = await host.RefusalAsync("/api/v1/namespaces/kube-system/configmaps/cilium-config");

        Assert.Equal(HttpStatusCode.NotFound, group.StatusCode);
        Assert.Equal("404 page not found\n", await group.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, code);
        Assert.Equal("configmaps \"cilium-config\" not found", status.GetProperty("message").GetString());
    }

    [Fact]
    public async Task Access_review_tells_the_binding_that_allows()
    {
        await using var host = await KubernetesHost.StartAsync(Cluster);

        var allowed = await ReviewAsync(host, "selfsubjectaccessreviews", new { spec = new { resourceAttributes = new { verb = "list", resource = "pods" } } });
        var denied = await ReviewAsync(host, "selfsubjectaccessreviews", new { spec = new { resourceAttributes = new { verb = "create", resource = "pods", subresource = "exec" } } });

        Assert.True(allowed.GetProperty("allowed").GetBoolean());
        Assert.Contains("ClusterRoleBinding \"eks-security-portal-reader\"", allowed.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.False(denied.GetProperty("allowed").GetBoolean());
    }

    [Fact]
    public async Task Rules_review_tells_the_rules_and_that_they_may_be_incomplete()
    {
        await using var host = await KubernetesHost.StartAsync(Cluster);

        var status = await ReviewAsync(host, "selfsubjectrulesreviews", new { spec = new { @namespace = "kube-system" } });

        var resources = status.GetProperty("resourceRules").EnumerateArray().SelectMany(rule => rule.GetProperty("resources").EnumerateArray()).Select(resource => resource.GetString()).ToList();
        Assert.Contains("networkpolicies", resources);
        Assert.Contains("configmaps", resources);
        Assert.True(status.GetProperty("incomplete").GetBoolean());
    }

    [Fact]
    public async Task Discovery_names_groups_and_version()
    {
        await using var host = await KubernetesHost.StartAsync(Cluster);

        var version = await host.GetAsync("/version");
        var groups = await host.GetAsync("/apis");
        var core = await host.GetAsync("/api/v1");

        Assert.Equal("v1.34.2-eks-3cfe0ce", version.GetProperty("gitVersion").GetString());
        Assert.Contains("policy", groups.GetProperty("groups").EnumerateArray().Select(group => group.GetProperty("name").GetString()));
        Assert.Contains("nodes", core.GetProperty("resources").EnumerateArray().Select(resource => resource.GetProperty("name").GetString()));
    }

    private static async Task<JsonElement> ReviewAsync(KubernetesHost host, string plural, object review)
    {
        using var answer = await host.Client.PostAsJsonAsync($"/apis/authorization.k8s.io/v1/{plural}", review);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("status");
    }
}
