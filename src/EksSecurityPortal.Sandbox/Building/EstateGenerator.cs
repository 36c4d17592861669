using System.Globalization;
using EksSecurityPortal.Sandbox.Building;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox;

/// <summary>The size of a generated estate. Nodes and pods are per cluster, roles per account.</summary>
public sealed record GeneratorOptions
{
    public int Seed { get; init; } = 1;

    public int Accounts { get; init; } = 3;

    /// <summary>Over all accounts; at most 150 clusters fit an account's region.</summary>
    public int Clusters { get; init; } = 10;

    public int Nodes { get; init; } = 20;

    public int Pods { get; init; } = 500;

    /// <summary>IAM roles besides those that the clusters need.</summary>
    public int Roles { get; init; } = 50;

    /// <summary>Names what cannot be; empty when the options are sound.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        void Check(bool isSound, string problem)
        {
            if (!isSound)
            {
                problems.Add(problem);
            }
        }

        Check(Accounts is >= 1 and <= 1000, $"accounts must be 1 to 1000, got {Accounts}");
        Check(Clusters >= 1 && Clusters <= 300 * Math.Max(Accounts, 1), $"clusters must be 1 to 300 for each account, got {Clusters} in {Accounts}");
        Check(Nodes is >= 1 and <= 5000, $"nodes must be 1 to 5000 for each cluster, got {Nodes}");
        Check(Pods is >= 0 and <= 200_000, $"pods must be 0 to 200000 for each cluster, got {Pods}");
        Check(Roles is >= 0 and <= 20_000, $"roles must be 0 to 20000 for each account, got {Roles}");
        return problems;
    }
}

/// <summary>Estates of any size; the same seed, options and time give the same estate.</summary>
public static class EstateGenerator
{
    private static readonly string[] Minors = ["1.31", "1.32", "1.33", "1.34", "1.35"];
    private static readonly string[] Regions = ["us-east-1", "eu-west-1"];

    /// <exception cref="ArgumentException">The options ask for what cannot be; the message lists every problem.</exception>
    public static Estate Generate(GeneratorOptions options, DateTimeOffset now)
    {
        if (options.Problems() is { Count: > 0 } problems)
        {
            throw new ArgumentException(string.Join("; ", problems), nameof(options));
        }

        const string management = "100000000000";
        var hub = new HubPrincipal(management, $"arn:aws:iam::{management}:user/eks-security-portal");
        var accounts = Enumerable.Range(0, options.Accounts).Select(index => new AccountBuilder((200_000_000_000 + index).ToString(CultureInfo.InvariantCulture), $"generated-{index:d3}", now)
        {
            Hub = hub,
            ExternalId = "generated-" + Ids.Hex($"{options.Seed}/{index}", 32),
        }).ToList();
        for (var index = 0; index < options.Clusters; index++)
        {
            var account = accounts[index % accounts.Count];
            GeneratedCluster.Add(account.Region(Regions[index / accounts.Count % Regions.Length]), options, index, Minors);
        }

        foreach (var account in accounts)
        {
            AddRoles(account, options);
        }

        var organization = new Organization("o-generated" + options.Seed.ToString(CultureInfo.InvariantCulture), management, "aws+management@sandbox.example");
        return EstateAssembly.Create(organization, hub, [.. accounts.Select(account => account.Build())], Regions, now);
    }

    private static void AddRoles(AccountBuilder account, GeneratorOptions options)
    {
        for (var index = 0; index < options.Roles; index++)
        {
            var name = $"service-{index:d5}";
            account.AddRole(name, TrustPolicies.Service("lambda.amazonaws.com"));
            account.Change(account.Roles.Count - 1, role => role with
            {
                InlinePolicies = [new InlinePolicy("access", ManagedPolicies.Allow($"arn:aws:s3:::bucket-{index}/*", "s3:GetObject", "s3:PutObject"))],
                LastUsed = Ids.Number($"{options.Seed}{name}", 4) == 0 ? null : account.Now.AddDays(-Ids.Number(name, 300)),
            });
        }
    }
}
