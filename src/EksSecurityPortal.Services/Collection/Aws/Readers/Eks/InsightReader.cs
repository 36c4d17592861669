using Amazon.EKS.Model;
using EksSecurityPortal.Core.Inventory;
using static EksSecurityPortal.Services.Collection.Aws.Readers.SdkValues;
using Insight = EksSecurityPortal.Core.Inventory.Insight;

namespace EksSecurityPortal.Services.Collection.Aws.Readers.Eks;

/// <summary>What EKS itself found in the cluster. The list says no resources, so each insight that is not passing is described.</summary>
internal static class InsightReader
{
    private const string ListInsights = "eks:ListInsights";

    public static Task<Part<IReadOnlyList<Insight>>> ReadAsync(ClusterScope scope) => scope.Parts.ReadAsync(SnapshotPart.Insights, async reading =>
    {
        var summaries = await scope.Clients.Eks.Paginators.ListInsights(new ListInsightsRequest { ClusterName = scope.Name }).Insights.ToListAsync(reading.Cancellation);
        var insights = await reading.DescribeAsync(summaries, summary => summary.Id ?? "", async (summary, _) =>
        {
            var id = Required(summary.Id, ListInsights, "insight id");
            if (summary.InsightStatus?.Status?.Value == "PASSING")
            {
                return FactOf(summary);
            }

            // without its resources an insight still says what is wrong
            var answer = await reading.TryAsync(
                token => scope.Clients.Eks.DescribeInsightAsync(new DescribeInsightRequest { ClusterName = scope.Name, Id = id }, token), id);
            return answer?.Insight is { } insight ? FactOf(id, insight) : FactOf(summary);
        });
        return (IReadOnlyList<Insight>)[.. insights.OrderBy(insight => insight.Name, StringComparer.Ordinal).ThenBy(insight => insight.Id, StringComparer.Ordinal)];
    });

    private static Insight FactOf(InsightSummary summary) => new(
        TextOf(summary.Id) ?? "",
        TextOf(summary.Name) ?? "",
        Required(TextOf(summary.Category), ListInsights, "category"),
        Required(TextOf(summary.InsightStatus?.Status), ListInsights, "status"),
        TextOf(summary.InsightStatus?.Reason),
        TextOf(summary.KubernetesVersion),
        TextOf(summary.Description),
        null,
        UtcOf(summary.LastRefreshTime),
        UtcOf(summary.LastTransitionTime),
        [],
        []);

    private static Insight FactOf(string id, Amazon.EKS.Model.Insight insight)
    {
        const string operation = "eks:DescribeInsight";
        return new Insight(
            id,
            TextOf(insight.Name) ?? "",
            Required(TextOf(insight.Category), operation, "category"),
            Required(TextOf(insight.InsightStatus?.Status), operation, "status"),
            TextOf(insight.InsightStatus?.Reason),
            TextOf(insight.KubernetesVersion),
            TextOf(insight.Description),
            TextOf(insight.Recommendation),
            UtcOf(insight.LastRefreshTime),
            UtcOf(insight.LastTransitionTime),
            ListOf(insight.Resources, resource => new InsightResource(TextOf(resource.Arn), TextOf(resource.KubernetesResourceUri), TextOf(resource.InsightStatus?.Status))),
            ListOf(insight.CategorySpecificSummary?.DeprecationDetails, UsageOf));
    }

    private static DeprecatedUsage UsageOf(DeprecationDetail detail) => new(
        TextOf(detail.Usage) ?? "",
        TextOf(detail.ReplacedWith),
        TextOf(detail.StopServingVersion),
        ListOf(detail.ClientStats, client => new DeprecatedClient(TextOf(client.UserAgent) ?? "", client.NumberOfRequestsLast30Days, UtcOf(client.LastRequestTime))));
}
