using System.Globalization;
using System.Text.Json;
using EksSecurityPortal.Sandbox.Kubernetes.Pods;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Objects;

/// <summary>PodDisruptionBudgets with the status that the disruption controller computes from the pods they select.</summary>
internal static class BudgetObjects
{
    public static IEnumerable<KubeObject> Budgets(Cluster cluster, PodIndex pods) => cluster.Kubernetes.DisruptionBudgets.Select(budget =>
    {
        var meta = MetaOf.Object(cluster, "PodDisruptionBudget", budget.Namespace, budget.Name);
        return new KubeObject(meta with { Generation = 1, IsApplied = MetaOf.IsApplied(meta), Manager = "helm" }, writer =>
        {
            writer.WriteStartObject("spec");
            WriteLimit(writer, "minAvailable", budget.MinAvailable);
            WorkloadObjects.WriteSelector(writer, budget.Selector);
            WriteLimit(writer, "maxUnavailable", budget.MaxUnavailable);
            if (budget.UnhealthyPodEvictionPolicy is { } policy)
            {
                writer.WriteString("unhealthyPodEvictionPolicy", policy);
            }

            writer.WriteEndObject();
            var plans = pods.Matching(budget.Namespace, budget.Selector).ToList();
            WriteStatus(writer, budget, plans.Sum(plan => plan.Count), plans.Sum(plan => plan.ReadyCount), meta.Created);
        });
    });

    private static void WriteLimit(Utf8JsonWriter writer, string member, string? limit)
    {
        if (limit is null)
        {
            return;
        }

        if (int.TryParse(limit, CultureInfo.InvariantCulture, out var number))
        {
            writer.WriteNumber(member, number);
        }
        else
        {
            writer.WriteString(member, limit);
        }
    }

    private static void WriteStatus(Utf8JsonWriter writer, DisruptionBudget budget, int expected, int healthy, string time)
    {
        var desired = budget.MinAvailable is { } minimum
            ? Resolve(minimum, expected)
            : Math.Max(0, expected - Resolve(budget.MaxUnavailable ?? "1", expected));
        var allowed = expected == 0 ? 0 : Math.Max(0, healthy - desired);
        writer.WriteStartObject("status");
        writer.WriteNumber("observedGeneration", 1);
        writer.WriteNumber("disruptionsAllowed", allowed);
        writer.WriteNumber("currentHealthy", healthy);
        writer.WriteNumber("desiredHealthy", desired);
        writer.WriteNumber("expectedPods", expected);
        writer.WriteStartArray("conditions");
        writer.WriteStartObject();
        writer.WriteString("type", "DisruptionAllowed");
        writer.WriteString("status", allowed > 0 ? "True" : "False");
        writer.WriteNumber("observedGeneration", 1);
        writer.WriteString("lastTransitionTime", time);
        writer.WriteString("reason", allowed > 0 ? "SufficientPods" : "InsufficientPods");
        writer.WriteString("message", "");
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Percentages are rounded up, as the controller does for both limits.</summary>
    private static int Resolve(string limit, int expected) => limit.EndsWith('%')
        ? (int)Math.Ceiling(int.Parse(limit[..^1], CultureInfo.InvariantCulture) * expected / 100.0)
        : int.Parse(limit, CultureInfo.InvariantCulture);
}
