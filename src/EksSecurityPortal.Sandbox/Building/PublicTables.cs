using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Building;

/// <summary>What AWS publishes for everyone: regions, the version calendar, instance types, access policies.</summary>
internal static class PublicTables
{
    /// <summary>The day on which the calendar below stands as published. It moves with the estate's own time, so that a demo shows the same state in any year.</summary>
    private static readonly DateTimeOffset CalendarDay = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    private static readonly (string Minor, string Patch, string Platform, string Released, string Standard, string Extended)[] Calendar =
    [
        ("1.36", "1.36.1", "eks.4", "2026-06-02", "2027-08-02", "2028-08-02"),
        ("1.35", "1.35.4", "eks.9", "2026-01-27", "2027-03-27", "2028-03-27"),
        ("1.34", "1.34.7", "eks.16", "2025-10-02", "2026-12-02", "2027-12-02"),
        ("1.33", "1.33.11", "eks.24", "2025-05-29", "2026-07-29", "2027-07-29"),
        ("1.32", "1.32.13", "eks.31", "2025-01-23", "2026-03-23", "2027-03-23"),
        ("1.31", "1.31.14", "eks.42", "2024-09-26", "2025-11-26", "2026-11-26"),
        ("1.30", "1.30.14", "eks.50", "2024-05-23", "2025-07-23", "2026-07-23"),
        ("1.29", "1.29.15", "eks.54", "2024-01-23", "2025-03-23", "2026-03-23"),
        ("1.28", "1.28.15", "eks.58", "2023-09-26", "2024-11-26", "2025-11-26"),
    ];

    public static IReadOnlyList<AwsRegion> Regions { get; } =
    [
        .. new[] { "us-east-1", "us-east-2", "us-west-2", "eu-west-1", "eu-central-1", "eu-north-1", "ap-southeast-1", "ap-northeast-1" }.Select(name => new AwsRegion(name, IsEnabled: true)),
        new AwsRegion("eu-south-1", IsEnabled: false), new AwsRegion("me-south-1", IsEnabled: false),
    ];

    public static IReadOnlyList<InstanceType> InstanceTypes { get; } =
    [
        new("t3.medium", 2, 4096, 3, 6) { IsBurstable = true }, new("t3.large", 2, 8192, 3, 12) { IsBurstable = true },
        new("m5.large", 2, 8192, 3, 10), new("m5.xlarge", 4, 16384, 4, 15), new("m6i.large", 2, 8192, 3, 10), new("m6i.xlarge", 4, 16384, 4, 15), new("m6i.2xlarge", 8, 32768, 4, 15),
        new("m7i.xlarge", 4, 16384, 4, 15), new("m7i.2xlarge", 8, 32768, 4, 15), new("m7i.4xlarge", 16, 65536, 8, 30),
        new("m7g.xlarge", 4, 16384, 4, 15) { Architecture = "arm64" }, new("m7g.2xlarge", 8, 32768, 4, 15) { Architecture = "arm64" }, new("m7g.4xlarge", 16, 65536, 8, 30) { Architecture = "arm64" },
        new("c6i.2xlarge", 8, 16384, 4, 15), new("c7g.2xlarge", 8, 16384, 4, 15) { Architecture = "arm64" }, new("r6i.2xlarge", 8, 65536, 4, 15), new("r7i.4xlarge", 16, 131072, 8, 30),
        new("g5.2xlarge", 8, 32768, 4, 15), new("c4.xlarge", 4, 7680, 4, 15) { Hypervisor = "xen" },
    ];

    public static IReadOnlyList<AccessPolicy> AccessPolicies { get; } =
    [
        .. new[]
        {
            "AmazonEKSClusterAdminPolicy", "AmazonEKSAdminPolicy", "AmazonEKSAdminViewPolicy", "AmazonEKSEditPolicy", "AmazonEKSViewPolicy", "AmazonEKSSecretReaderPolicy",
            "AmazonEKSAutoNodePolicy", "AmazonEKSBlockStoragePolicy", "AmazonEKSLoadBalancingPolicy", "AmazonEKSNetworkingPolicy", "AmazonEKSComputePolicy",
            "AmazonEKSBlockStorageClusterPolicy", "AmazonEKSLoadBalancingClusterPolicy", "AmazonEKSNetworkingClusterPolicy", "AmazonEKSComputeClusterPolicy",
            "AmazonEKSHybridPolicy", "AmazonEKSClusterInsightsPolicy", "AmazonAIOpsAssistantPolicy", "AmazonARCRegionSwitchScalingPolicy",
        }.Select(name => new AccessPolicy(name, AccessPolicyArn(name))),
    ];

    public static string AccessPolicyArn(string name) => "arn:aws:eks::aws:cluster-access-policy/" + name;

    public static IReadOnlyList<ClusterVersion> ClusterVersions(DateTimeOffset now)
    {
        var shift = TimeSpan.FromDays((now.Date - CalendarDay.Date).Days);
        DateTimeOffset Day(string text) => DateTimeOffset.Parse(text + "T00:00:00Z", null) + shift;
        return [.. Calendar.Select(row => new ClusterVersion(row.Minor, Day(row.Released), Day(row.Standard), Day(row.Extended))
        {
            PatchVersion = row.Patch,
            PlatformVersion = row.Platform,
            IsDefault = row.Minor == "1.35",
        })];
    }

    /// <summary>The newest patch of a minor, e.g. 7 for 1.34.</summary>
    public static int Patch(string minor) => int.Parse(Calendar.First(row => row.Minor == minor).Patch.Split('.')[2], null);

    public static string PlatformVersion(string minor) => Calendar.First(row => row.Minor == minor).Platform;

    public static InstanceType InstanceType(string name) => InstanceTypes.First(type => type.Name == name);
}
