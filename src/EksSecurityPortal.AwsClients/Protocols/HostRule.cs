using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace EksSecurityPortal.AwsClients.Protocols;

/// <summary>Where a service lives in a region.</summary>
public delegate ServiceHost HostRule(Partition partition, string region, bool useFips, bool useDualStack);

/// <summary>A service's host name and, for a global service, the region that its requests are signed for.</summary>
public sealed record ServiceHost(string Name, string? SigningRegion = null)
{
    internal Endpoint ToEndpoint() => SigningRegion is null
        ? new Endpoint("https://" + Name)
        : new Endpoint("https://" + Name, $$"""{"authSchemes":[{"name":"sigv4","signingRegion":"{{SigningRegion}}"}]}""", "{}");
}

/// <summary>Host rules that several services share.</summary>
public static class HostRules
{
    public const string Commercial = "aws";
    public const string China = "aws-cn";
    public const string GovCloud = "aws-us-gov";

    /// <summary>name.region.suffix, with "-fips" after the name where asked for; GovCloud's plain hosts are FIPS hosts already.</summary>
    public static HostRule Regional(string name) => (partition, region, useFips, useDualStack) =>
    {
        var isPlainFips = partition.name == GovCloud && !useDualStack;
        return new ServiceHost($"{name}{(useFips && !isPlainFips ? "-fips" : "")}.{region}.{Suffix(partition, useDualStack)}");
    };

    public static string Suffix(Partition partition, bool useDualStack) => useDualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix;
}
