using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Building;

/// <summary>Fills a cluster with ordinary services until it holds a number of pods.</summary>
internal static class ApplicationFill
{
    private static readonly string[] Nouns =
    [
        "catalog", "cart", "pricing", "search", "inventory", "shipping", "profile", "notifications", "recommendations", "reviews", "ledger", "fraud", "gateway", "sessions", "exports", "reports",
        "imports", "scheduler", "media", "promotions", "returns", "tax", "loyalty", "audit-trail", "webhooks", "feature-flags", "identity", "mailer", "thumbnails", "documents",
    ];

    private static readonly string[] Roles = ["api", "worker", "consumer", "cache"];

    /// <param name="teams">Namespaces, used in turn.</param>
    /// <param name="hardeningOf">Of the n-th workload.</param>
    public static void FillWithApplications(this KubernetesBuilder builder, IReadOnlyList<string> teams, int pods, Func<int, Hardening> hardeningOf, string registry, IReadOnlyList<string>? pools = null)
    {
        var missing = pods - builder.PodCount;
        var average = Math.Clamp(pods / 60, 3, 60);
        for (var index = 0; missing > 0; index++)
        {
            var (team, name) = (teams[index % teams.Count], $"{Nouns[index / Roles.Length % Nouns.Length]}-{Roles[index % Roles.Length]}{(index >= Nouns.Length * Roles.Length ? "-" + (index / (Nouns.Length * Roles.Length)) : "")}");
            var replicas = Math.Min(missing, Math.Max(1, (average / 2) + Ids.Number(builder.Cluster.Name + name, average)));
            var isWeb = Roles[index % Roles.Length] is "api";
            var hardening = hardeningOf(index);
            var account = name.Split('-')[0];
            if (hardening == Hardening.Restricted && !builder.ServiceAccounts.Exists(known => known.Namespace == team && known.Name == account))
            {
                builder.AddServiceAccount(team, account, automount: false);
            }

            var template = Templates.Application(name, $"{registry}/{name}:{1 + (index % 4)}.{index % 10}.{Ids.Number(name, 30)}", hardening, hardening == Hardening.Restricted ? account : "default", isWeb);
            var kind = Roles[index % Roles.Length] == "cache" ? WorkloadKind.StatefulSet : WorkloadKind.Deployment;
            builder.Add(kind, team, name, replicas, template, workload => workload with { Pools = pools ?? [] });
            if (isWeb)
            {
                builder.AddService(team, name);
            }

            if (hardening == Hardening.Restricted && replicas > 1)
            {
                builder.AddBudget(team, name, maxUnavailable: "1");
            }

            missing -= replicas;
        }
    }
}
