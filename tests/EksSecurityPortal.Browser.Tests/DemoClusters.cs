namespace EksSecurityPortal.Browser.Tests;

/// <summary>Clusters of the demo estate, by the address of their page.</summary>
public static class DemoClusters
{
    public const string Good = "/clusters/111122223333/us-east-1/storefront-prod";
    public const string Bad = "/clusters/111122223333/us-east-1/orders-legacy";
    public const string Unreachable = "/clusters/444455556666/eu-west-1/edge-private";
    public const string Denied = "/clusters/777788889999/us-east-1/ml-training";

    public static IReadOnlyList<string> Shown { get; } = [Good, Bad, Unreachable, Denied];

    /// <summary>The page of a cluster, once per tab.</summary>
    public static IEnumerable<string> PagesOf(string cluster) =>
        new[] { "", "/architecture", "/networking", "/patching", "/iam", "/runs" }.Select(tab => cluster + tab);

    public static IReadOnlyList<string> AllNames { get; } =
        ["storefront-prod", "orders-legacy", "checkout-prod", "analytics", "billing-windows", "edge-private", "ml-training"];
}
