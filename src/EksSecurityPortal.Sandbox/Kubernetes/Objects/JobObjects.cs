using System.Text.Json;
using EksSecurityPortal.Sandbox.Kubernetes.Pods;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Objects;

/// <summary>Jobs, CronJobs, and the last job of each CronJob.</summary>
internal static class JobObjects
{
    public static IEnumerable<KubeObject> Jobs(PodIndex pods, DateTimeOffset now) => pods.Plans
        .Where(plan => plan.Workload.Kind is WorkloadKind.Job or WorkloadKind.CronJob)
        .Select(plan =>
        {
            var isScheduled = plan.Workload.Kind == WorkloadKind.CronJob;
            var created = isScheduled ? LastStart(now) : plan.Workload.Created;
            return new KubeObject(
                WorkloadObjects.Meta(plan) with
                {
                    Name = plan.JobName,
                    Uid = plan.JobUid,
                    ResourceVersion = MetaOf.VersionText(plan.Seed + 2),
                    Created = ObjectWriter.Time(created),
                    Labels = PodRenderer.LabelsOf(plan),
                    Owner = isScheduled ? new Owner("batch/v1", "CronJob", plan.Workload.Name, plan.OwnerUid) : null,
                    IsApplied = !isScheduled && plan.IsApplied,
                },
                writer => WriteJob(writer, plan, created));
        });

    public static IEnumerable<KubeObject> CronJobs(PodIndex pods, DateTimeOffset now) => pods.Plans
        .Where(plan => plan.Workload.Kind == WorkloadKind.CronJob)
        .Select(plan => new KubeObject(WorkloadObjects.Meta(plan), writer =>
        {
            writer.WriteStartObject("spec");
            writer.WriteString("schedule", plan.Workload.Schedule ?? "0 * * * *");
            writer.WriteString("concurrencyPolicy", "Forbid");
            writer.WriteBoolean("suspend", false);
            writer.WriteStartObject("jobTemplate");
            writer.WriteRawMember("metadata", "{}");
            writer.WriteStartObject("spec");
            WorkloadObjects.WriteTemplate(writer, plan.Workload, plan.Workload.Template.Labels);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteNumber("successfulJobsHistoryLimit", 3);
            writer.WriteNumber("failedJobsHistoryLimit", 1);
            writer.WriteEndObject();
            writer.WriteStartObject("status");
            writer.WriteString("lastScheduleTime", ObjectWriter.Time(LastStart(now)));
            writer.WriteString("lastSuccessfulTime", ObjectWriter.Time(LastStart(now).AddMinutes(1)));
            writer.WriteEndObject();
        }));

    private static DateTimeOffset LastStart(DateTimeOffset now) => now.AddMinutes(-10);

    private static void WriteJob(Utf8JsonWriter writer, WorkloadPlan plan, DateTimeOffset created)
    {
        var failed = plan.Workload.UnreadyReplicas;
        writer.WriteStartObject("spec");
        writer.WriteNumber("parallelism", plan.Count);
        writer.WriteNumber("completions", plan.Count);
        writer.WriteNumber("backoffLimit", 6);
        WorkloadObjects.WriteSelector(writer, new Dictionary<string, string> { ["batch.kubernetes.io/controller-uid"] = plan.JobUid });
        WorkloadObjects.WriteTemplate(writer, plan.Workload, PodRenderer.LabelsOf(plan));
        writer.WriteString("completionMode", "NonIndexed");
        writer.WriteBoolean("suspend", false);
        writer.WriteEndObject();
        writer.WriteStartObject("status");
        writer.WriteString("startTime", ObjectWriter.Time(created));
        if (failed == 0)
        {
            writer.WriteString("completionTime", ObjectWriter.Time(created.AddMinutes(1)));
        }
        else
        {
            writer.WriteNumber("active", failed);
        }

        writer.WriteNumber("succeeded", plan.Count - failed);
        writer.WriteNumber("ready", 0);
        writer.WriteEndObject();
    }
}
