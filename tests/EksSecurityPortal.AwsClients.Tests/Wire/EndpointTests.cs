using System.Collections;
using Amazon;
using Amazon.EKS;
using Amazon.EKS.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using EksSecurityPortal.AwsClients.Protocols;
using EksSecurityPortal.AwsClients.Tests.Loopback;
using Xunit;

namespace EksSecurityPortal.AwsClients.Tests.Wire;

public sealed class EndpointTests
{
    /// <summary>Services in the order of <see cref="AwsOperationCatalog.Services"/>, as the recorded endpoints name them.</summary>
    private static readonly string[] Names = ["eks", "iam", "autoscaling", "elbv2", "organizations", "ecr"];

    [Fact]
    public void Endpoints_areThoseOfTheOfficialRules()
    {
        var recorded = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Models", "endpoints.txt")).Where(l => !l.StartsWith('#')).ToList();

        var resolved = recorded.Select(line => line.Split(' ')).Select(row => Resolve(row[0], row[1], row[2], row[3]));

        Assert.Equal(recorded, resolved);
        Assert.Equal(112, recorded.Count);
    }

    [Theory]
    [InlineData("eu-west-1", false, "https://eks.eu-west-1.amazonaws.com/")]
    [InlineData("eu-west-1", true, "https://fips.eks.eu-west-1.amazonaws.com/")]
    [InlineData("xx-new-9", false, "https://eks.xx-new-9.amazonaws.com/")]
    public void Client_resolvesItsRegionsEndpoint(string region, bool useFips, string expected)
    {
        using var client = new AmazonEKSClient(
            LoopbackAws.Credentials,
            new AmazonEKSConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region), UseFIPSEndpoint = useFips });

        Assert.Equal(expected, client.DetermineServiceOperationEndpoint(new ListClustersRequest()).URL);
    }

    [Fact]
    public void FipsWithACustomEndpoint_isRefused()
    {
        using var client = new AmazonEKSClient(
            LoopbackAws.Credentials,
            new AmazonEKSConfig { ServiceURL = "http://127.0.0.1:1", AuthenticationRegion = "eu-west-1", UseFIPSEndpoint = true });

        var error = Assert.Throws<AmazonClientException>(() => client.DetermineServiceOperationEndpoint(new ListClustersRequest()));

        Assert.Contains("FIPS", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NoRegion_isToldWithTheRemedy()
    {
        var error = Assert.Throws<AmazonClientException>(() => EksOperations.Service.ResolveEndpoint(Parameters("", useFips: false, useDualStack: false)));

        Assert.Equal("EKS: no region is configured; set AWS_REGION or the client's RegionEndpoint", error.Message);
    }

    private static string Resolve(string service, string region, string fips, string dualStack)
    {
        var rules = AwsOperationCatalog.Services[Array.IndexOf(Names, service)];
        var endpoint = rules.ResolveEndpoint(Parameters(region, fips == "fips", dualStack == "dual"));
        var schemes = endpoint.Attributes?["authSchemes"] as IList;
        var signingRegion = (schemes?[0] as IPropertyBag)?["signingRegion"] as string;
        return $"{service} {region} {fips} {dualStack} {new Uri(endpoint.URL).Host} {signingRegion ?? region}";
    }

    private static EndpointParameters Parameters(string region, bool useFips, bool useDualStack) => new()
    {
        ["Region"] = region,
        ["UseFIPS"] = useFips,
        ["UseDualStack"] = useDualStack,
        ["Endpoint"] = null,
    };
}
