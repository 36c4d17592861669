using System.Buffers;
using EksSecurityPortal.Sandbox.Kubernetes.Objects;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Pods;

/// <summary>Renders the pod of a workload with markers in the places that differ from pod to pod.</summary>
internal sealed class PodRenderer(Cluster cluster)
{
    public static readonly KubeKind PodKind = new("", "v1", "Pod", "pods", true);

    public CompiledPod Compile(WorkloadPlan plan, PodState state)
    {
        var context = new PodContext(plan, state, InjectionOf(plan), MountsToken(plan));
        var meta = new ObjectMeta(plan.Workload.Namespace, HoleMarker.Of(PodHole.Name), HoleMarker.Of(PodHole.Uid), HoleMarker.Of(PodHole.ResourceVersion), HoleMarker.Of(PodHole.Created))
        {
            GenerateName = plan.GenerateName,
            Generation = 1,
            Labels = LabelsOf(plan),
            Annotations = AnnotationsOf(plan),
            Owner = plan.PodOwner,
            StatusManager = "kubelet",
            IsApplied = plan.Workload.Kind == WorkloadKind.Pod && !plan.Workload.IsStatic,
        };
        var rendered = new ArrayBufferWriter<byte>(16 << 10);
        ObjectWriter.Write(rendered, PodKind, meta, writer =>
        {
            writer.WriteStartObject("spec");
            PodSpecWriter.WriteMembers(writer, plan.Workload, context);
            writer.WriteEndObject();
            PodStatusWriter.Write(writer, context);
        }, false);
        return new CompiledPod(rendered.WrittenSpan);
    }

    /// <summary>The template's labels and those that controllers add.</summary>
    public static IReadOnlyDictionary<string, string> LabelsOf(WorkloadPlan plan)
    {
        var labels = new Dictionary<string, string>(plan.Workload.Template.Labels);
        switch (plan.Workload.Kind)
        {
            case WorkloadKind.Deployment:
                labels["pod-template-hash"] = plan.TemplateHash;
                break;
            case WorkloadKind.DaemonSet:
                labels["controller-revision-hash"] = plan.TemplateHash;
                labels["pod-template-generation"] = "1";
                break;
            case WorkloadKind.StatefulSet:
                labels["controller-revision-hash"] = $"{plan.Workload.Name}-{plan.TemplateHash}";
                break;
            case WorkloadKind.Job or WorkloadKind.CronJob:
                labels["batch.kubernetes.io/controller-uid"] = plan.JobUid;
                labels["batch.kubernetes.io/job-name"] = plan.JobName;
                break;
        }

        if (plan.IsFargate)
        {
            labels["eks.amazonaws.com/fargate-profile"] = plan.Nodes[0].Pool;
        }

        return labels;
    }

    private static Dictionary<string, string> AnnotationsOf(WorkloadPlan plan)
    {
        var annotations = new Dictionary<string, string>(plan.Workload.Template.Annotations);
        if (plan.Seed % 4 == 0)
        {
            annotations["kubectl.kubernetes.io/restartedAt"] = ObjectWriter.Time(plan.Workload.Created.AddHours(3));
        }

        if (plan.IsFargate)
        {
            annotations["CapacityProvisioned"] = "0.5vCPU 1GB";
            annotations["Logging"] = "LoggingDisabled: LOGGING_CONFIGMAP_NOT_FOUND";
        }

        return annotations;
    }

    /// <summary>What EKS's admission webhooks add for the service account: web identity (IRSA) or Pod Identity.</summary>
    private CredentialInjection? InjectionOf(WorkloadPlan plan)
    {
        var (name, account) = (plan.Workload.Template.ServiceAccount, plan.Workload.Namespace);
        if (cluster.PodIdentityAssociations.Any(association => association.Namespace == account && association.ServiceAccount == name))
        {
            return new CredentialInjection(cluster.Region, null);
        }

        return AccountOf(plan)?.Annotations.GetValueOrDefault("eks.amazonaws.com/role-arn") is { } role ? new CredentialInjection(cluster.Region, role) : null;
    }

    private bool MountsToken(WorkloadPlan plan) => plan.Workload.Template.AutomountToken ?? AccountOf(plan)?.AutomountToken ?? true;

    private ServiceAccount? AccountOf(WorkloadPlan plan) => cluster.Kubernetes.ServiceAccounts.FirstOrDefault(
        account => account.Namespace == plan.Workload.Namespace && account.Name == plan.Workload.Template.ServiceAccount);
}
