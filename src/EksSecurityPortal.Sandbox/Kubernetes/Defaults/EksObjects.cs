using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Defaults;

/// <summary>Objects that EKS itself puts into every cluster, and those that follow from its nodes.</summary>
internal static class EksObjects
{
    private const string Admission = "admissionregistration.k8s.io/v1";

    /// <summary>Without those that the estate describes by itself.</summary>
    public static IEnumerable<KubernetesObject> Of(Cluster cluster)
    {
        var named = cluster.Kubernetes.Objects.Select(item => (item.Plural, item.Name)).ToHashSet();
        return Webhooks().Concat(Storage(cluster)).Concat(NetworkNodes(cluster)).Where(item => !named.Contains((item.Plural, item.Name)));
    }

    private static IEnumerable<KubernetesObject> Webhooks()
    {
        yield return Webhook("MutatingWebhookConfiguration", "mutatingwebhookconfigurations", "pod-identity-webhook", "iam-for-pods.amazonaws.com", "https://127.0.0.1:23443/mutate", "pods");
        yield return Webhook("MutatingWebhookConfiguration", "mutatingwebhookconfigurations", "vpc-resource-mutating-webhook", "mpod.vpc.k8s.aws", "https://127.0.0.1:23444/mutate-v1-pod", "pods");
        yield return Webhook("ValidatingWebhookConfiguration", "validatingwebhookconfigurations", "vpc-resource-validating-webhook", "vpod.vpc.k8s.aws", "https://127.0.0.1:23444/validate-v1-pod", "pods");
        yield return Webhook("ValidatingWebhookConfiguration", "validatingwebhookconfigurations", "eks-aws-auth-configmap-validation-webhook", "eks-aws-auth-configmap-validation-webhook.amazonaws.com", "https://127.0.0.1:21375/validate", "configmaps");
    }

    private static KubernetesObject Webhook(string kind, string plural, string name, string hook, string url, string resource) => new(Admission, kind, plural, null, name, $$"""
        {"webhooks":[{"name":"{{hook}}","clientConfig":{"url":"{{url}}"},"rules":[{"operations":["CREATE","UPDATE"],"apiGroups":[""],"apiVersions":["v1"],"resources":["{{resource}}"],"scope":"*"}],
        "failurePolicy":"Ignore","matchPolicy":"Equivalent","namespaceSelector":{},"objectSelector":{},"sideEffects":"None","timeoutSeconds":10,"admissionReviewVersions":["v1beta1"]}]}
        """);

    private static IEnumerable<KubernetesObject> Storage(Cluster cluster)
    {
        yield return new KubernetesObject("storage.k8s.io/v1", "StorageClass", "storageclasses", null, "gp2",
            """{"provisioner":"kubernetes.io/aws-ebs","parameters":{"fsType":"ext4","type":"gp2"},"reclaimPolicy":"Delete","volumeBindingMode":"WaitForFirstConsumer"}""");
        yield return Driver("efs.csi.aws.com", "false");
        if (cluster.Addons.Any(addon => addon.AddonName == "aws-ebs-csi-driver"))
        {
            yield return Driver("ebs.csi.aws.com", "true");
        }
    }

    private static KubernetesObject Driver(string name, string attaches) => new("storage.k8s.io/v1", "CSIDriver", "csidrivers", null, name,
        $$$"""{"spec":{"attachRequired":{{{attaches}}},"podInfoOnMount":false,"volumeLifecycleModes":["Persistent"],"storageCapacity":false,"fsGroupPolicy":"ReadWriteOnceWithFSType","requiresRepublish":false,"seLinuxMount":false}}""");

    /// <summary>The VPC resource controller keeps one for each node on EC2.</summary>
    private static IEnumerable<KubernetesObject> NetworkNodes(Cluster cluster) => cluster.Kubernetes.Nodes
        .Where(node => node.Labels.GetValueOrDefault("eks.amazonaws.com/compute-type") != "fargate")
        .Select(node => new KubernetesObject("vpcresources.k8s.aws/v1alpha1", "CNINode", "cninodes", null, node.Name,
            $$$$"""{"spec":{"tags":{"eks:eks-cluster-name":"{{{{cluster.Name}}}}","kubernetes.io/cluster/{{{{cluster.Name}}}}":"owned"}}}""") { Created = node.Created });
}
