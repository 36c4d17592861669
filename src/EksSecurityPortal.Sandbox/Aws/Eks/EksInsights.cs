using System.Text.Json;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Aws.Eks;

/// <summary>Insights: the list, which is a POST with a filter in its body, and the state of the last refresh.</summary>
internal static class EksInsights
{
    public static AwsAnswer Answer(AwsRequest request, string operation, Cluster cluster, DateTimeOffset now) =>
        operation == "ListInsights" ? List(request, cluster) : EksWire.Body(writer =>
        {
            writer.WriteString("message", "Insights refresh successful");
            writer.WriteString("status", "COMPLETED");
            JsonTarget.WriteTime(writer, "startedAt", now.AddHours(-7));
            JsonTarget.WriteTime(writer, "endedAt", now.AddHours(-7).AddMinutes(4));
        });

    private static AwsAnswer List(AwsRequest request, Cluster cluster)
    {
        var body = request.Json();
        IReadOnlyList<Insight> all = cluster.Insights;
        if (body.TryGetProperty("filter", out var filter) && filter.ValueKind == JsonValueKind.Object)
        {
            all = [.. all.Where(insight => Admits(filter, "categories", insight.Category)
                && Admits(filter, "statuses", insight.InsightStatus.Status)
                && Admits(filter, "kubernetesVersions", insight.KubernetesVersion))];
        }

        return EksWire.Many("insights", EksPages.Cut("ListInsights", all, JsonTarget.Number(body, "maxResults"), JsonTarget.String(body, "nextToken")), EksSummaries.Write);
    }

    private static bool Admits(JsonElement filter, string name, string value) => JsonTarget.Strings(filter, name) is not { Count: > 0 } wanted || wanted.Contains(value);
}
