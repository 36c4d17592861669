using System.Text.Json;
using EksSecurityPortal.Sandbox.Kubernetes.Pods;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Objects;

/// <summary>The owners of pods in the apps group, consistent with the pods that are rendered from the same workloads.</summary>
internal static class WorkloadObjects
{
    public static IEnumerable<KubeObject> Deployments(PodIndex pods) => Of(pods, WorkloadKind.Deployment).Select(plan => new KubeObject(
        Meta(plan, ("deployment.kubernetes.io/revision", "1")),
        writer =>
        {
            writer.WriteStartObject("spec");
            writer.WriteNumber("replicas", plan.Count);
            WriteSelector(writer, plan.Workload.Template.Labels);
            WriteTemplate(writer, plan.Workload, plan.Workload.Template.Labels);
            writer.WriteRawMember("strategy", """{"type":"RollingUpdate","rollingUpdate":{"maxUnavailable":"25%","maxSurge":"25%"}}""");
            writer.WriteNumber("revisionHistoryLimit", 10);
            writer.WriteNumber("progressDeadlineSeconds", 600);
            writer.WriteEndObject();
            WriteStatus(writer, plan, "updatedReplicas");
        }));

    public static IEnumerable<KubeObject> ReplicaSets(PodIndex pods) => Of(pods, WorkloadKind.Deployment).Select(plan =>
    {
        var labels = PodRenderer.LabelsOf(plan);
        var meta = Meta(plan, ("deployment.kubernetes.io/desired-replicas", Text(plan.Count)), ("deployment.kubernetes.io/revision", "1"));
        return new KubeObject(
            meta with
            {
                Name = plan.ReplicaSetName,
                Uid = plan.ReplicaSetUid,
                ResourceVersion = MetaOf.VersionText(plan.Seed + 1),
                Labels = labels,
                Owner = new Owner("apps/v1", "Deployment", plan.Workload.Name, plan.OwnerUid),
                IsApplied = false,
            },
            writer =>
            {
                writer.WriteStartObject("spec");
                writer.WriteNumber("replicas", plan.Count);
                WriteSelector(writer, labels);
                WriteTemplate(writer, plan.Workload, labels);
                writer.WriteEndObject();
                WriteStatus(writer, plan, "fullyLabeledReplicas");
            });
    });

    public static IEnumerable<KubeObject> StatefulSets(PodIndex pods) => Of(pods, WorkloadKind.StatefulSet).Select(plan => new KubeObject(
        Meta(plan),
        writer =>
        {
            writer.WriteStartObject("spec");
            writer.WriteNumber("replicas", plan.Count);
            WriteSelector(writer, plan.Workload.Template.Labels);
            WriteTemplate(writer, plan.Workload, plan.Workload.Template.Labels);
            writer.WriteString("serviceName", plan.Workload.Name);
            writer.WriteString("podManagementPolicy", "OrderedReady");
            writer.WriteRawMember("updateStrategy", """{"type":"RollingUpdate","rollingUpdate":{"partition":0}}""");
            writer.WriteNumber("revisionHistoryLimit", 10);
            writer.WriteEndObject();
            WriteStatus(writer, plan, "currentReplicas");
        }));

    public static IEnumerable<KubeObject> DaemonSets(PodIndex pods) => Of(pods, WorkloadKind.DaemonSet).Select(plan => new KubeObject(
        Meta(plan, ("deprecated.daemonset.template.generation", "1")),
        writer =>
        {
            writer.WriteStartObject("spec");
            WriteSelector(writer, plan.Workload.Template.Labels);
            WriteTemplate(writer, plan.Workload, plan.Workload.Template.Labels);
            writer.WriteRawMember("updateStrategy", """{"type":"RollingUpdate","rollingUpdate":{"maxUnavailable":"10%","maxSurge":0}}""");
            writer.WriteNumber("revisionHistoryLimit", 10);
            writer.WriteEndObject();
            writer.WriteStartObject("status");
            writer.WriteNumber("currentNumberScheduled", plan.Count);
            writer.WriteNumber("numberMisscheduled", 0);
            writer.WriteNumber("desiredNumberScheduled", plan.Count);
            writer.WriteNumber("numberReady", plan.ReadyCount);
            writer.WriteNumber("observedGeneration", 1);
            writer.WriteNumber("updatedNumberScheduled", plan.Count);
            writer.WriteNumber("numberAvailable", plan.ReadyCount);
            writer.WriteEndObject();
        }));

    public static void WriteTemplate(Utf8JsonWriter writer, Workload workload, IReadOnlyDictionary<string, string> labels)
    {
        writer.WriteStartObject("template");
        writer.WriteStartObject("metadata");
        ObjectWriter.WriteMap(writer, "labels", labels);
        ObjectWriter.WriteMap(writer, "annotations", workload.Template.Annotations);
        writer.WriteEndObject();
        writer.WriteStartObject("spec");
        PodSpecWriter.WriteMembers(writer, workload, null);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    public static void WriteSelector(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> labels)
    {
        writer.WriteStartObject("selector");
        ObjectWriter.WriteMap(writer, "matchLabels", labels);
        writer.WriteEndObject();
    }

    public static ObjectMeta Meta(WorkloadPlan plan, params (string Name, string Value)[] annotations)
    {
        var all = new Dictionary<string, string>(plan.Workload.Annotations);
        foreach (var (name, value) in annotations)
        {
            all[name] = value;
        }

        return new ObjectMeta(plan.Workload.Namespace, plan.Workload.Name, plan.OwnerUid, MetaOf.VersionText(plan.Seed), ObjectWriter.Time(plan.Workload.Created))
        {
            Generation = 1,
            Labels = plan.Workload.Labels,
            Annotations = all,
            Manager = "helm",
            IsApplied = plan.IsApplied,
        };
    }

    private static IEnumerable<WorkloadPlan> Of(PodIndex pods, WorkloadKind kind) => pods.Plans.Where(plan => plan.Workload.Kind == kind);

    private static void WriteStatus(Utf8JsonWriter writer, WorkloadPlan plan, string second)
    {
        writer.WriteStartObject("status");
        writer.WriteNumber("observedGeneration", 1);
        writer.WriteNumber("replicas", plan.Count);
        if (plan.Count > 0)
        {
            writer.WriteNumber(second, plan.Count);
        }

        if (plan.ReadyCount > 0)
        {
            writer.WriteNumber("readyReplicas", plan.ReadyCount);
            writer.WriteNumber("availableReplicas", plan.ReadyCount);
        }

        writer.WriteEndObject();
    }

    private static string Text(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
