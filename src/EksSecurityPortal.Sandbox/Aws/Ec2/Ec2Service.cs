using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Aws.Ec2;

/// <summary>EC2: the network and compute reads.</summary>
internal sealed class Ec2Service(Estate estate) : IAwsService
{
    private const string Namespace = "http://ec2.amazonaws.com/doc/2016-11-15/";

    private readonly Ec2Images images = new(estate);

    public string Name => "ec2";

    public AwsProtocol Protocol => AwsProtocol.Ec2;

    public string? OperationOf(AwsRequest request) => QueryAnswer.Operation(
        request,
        "DescribeRegions", "DescribeVpcs", "DescribeVpcAttribute", "DescribeSubnets", "DescribeRouteTables", "DescribeInternetGateways", "DescribeNatGateways",
        "DescribeSecurityGroups", "DescribeSecurityGroupRules", "DescribeNetworkInterfaces", "DescribeVpcEndpoints", "DescribeFlowLogs", "DescribeNetworkAcls",
        "DescribeInstances", "DescribeInstanceTypes", "DescribeImages", "DescribeLaunchTemplates", "DescribeLaunchTemplateVersions");

    public AwsAnswer Answer(AwsRequest request, string operation)
    {
        var body = new XmlBody("item").OpenRoot(operation + "Response", Namespace).Text("requestId", Guid.NewGuid().ToString());
        if (!AnswerNetwork(body, request, operation) && !AnswerProtection(body, request, operation))
        {
            AnswerCompute(body, request, operation);
        }

        return body.Close(operation + "Response").ToAnswer();
    }

    private static bool AnswerNetwork(XmlBody body, AwsRequest request, string operation)
    {
        var resources = request.Resources;
        switch (operation)
        {
            case "DescribeVpcs":
                Ec2Vpcs.Vpcs(resources).Answer(body, request, operation, resources.Vpcs);
                return true;
            case "DescribeVpcAttribute":
                Ec2Vpcs.WriteAttribute(body, request);
                return true;
            case "DescribeSubnets":
                Ec2Vpcs.Subnets(resources).Answer(body, request, operation, resources.Subnets);
                return true;
            case "DescribeRouteTables":
                Ec2Routes.Tables(resources).Answer(body, request, operation, resources.RouteTables);
                return true;
            case "DescribeInternetGateways":
                Ec2Routes.InternetGateways(resources).Answer(body, request, operation, resources.InternetGateways);
                return true;
            case "DescribeNatGateways":
                Ec2Routes.NatGateways.Answer(body, request, operation, resources.NatGateways);
                return true;
            default:
                return false;
        }
    }

    private static bool AnswerProtection(XmlBody body, AwsRequest request, string operation)
    {
        var resources = request.Resources;
        switch (operation)
        {
            case "DescribeSecurityGroups":
                Ec2SecurityGroups.Groups(resources).Answer(body, request, operation, resources.SecurityGroups);
                return true;
            case "DescribeSecurityGroupRules":
                Ec2SecurityGroups.Rules(resources).Answer(body, request, operation, Ec2SecurityGroups.RulesOf(resources.SecurityGroups));
                return true;
            case "DescribeNetworkInterfaces":
                Ec2Interfaces.Interfaces(resources).Answer(body, request, operation, resources.NetworkInterfaces);
                return true;
            case "DescribeVpcEndpoints":
                Ec2Endpoints.Endpoints(resources).Answer(body, request, operation, resources.VpcEndpoints);
                return true;
            case "DescribeFlowLogs":
                Ec2Endpoints.FlowLogs.Answer(body, request, operation, resources.FlowLogs);
                return true;
            case "DescribeNetworkAcls":
                Ec2Endpoints.NetworkAcls(resources).Answer(body, request, operation, resources.NetworkAcls);
                return true;
            default:
                return false;
        }
    }

    private void AnswerCompute(XmlBody body, AwsRequest request, string operation)
    {
        var resources = request.Resources;
        switch (operation)
        {
            case "DescribeRegions":
                WriteRegions(body, request);
                break;
            case "DescribeInstances":
                Ec2Instances.Answer(body, request, resources);
                break;
            case "DescribeInstanceTypes":
                Ec2Instances.Types.Answer(body, request, operation, estate.InstanceTypes);
                break;
            case "DescribeImages":
                images.Answer(body, request, resources);
                break;
            case "DescribeLaunchTemplates":
                Ec2LaunchTemplates.Answer(body, request, resources);
                break;
            default:
                Ec2LaunchTemplates.AnswerVersions(body, request, resources);
                break;
        }
    }

    private void WriteRegions(XmlBody body, AwsRequest request)
    {
        var names = request.List("RegionName");
        if (names.FirstOrDefault(name => estate.Regions.All(region => region.Name != name)) is { } unknown)
        {
            throw new AwsException(400, "InvalidParameterValue", $"Invalid region name: '{unknown}'");
        }

        var all = request.Find("AllRegions") == "true";
        static string Status(AwsRegion region) => !region.IsEnabled ? "not-opted-in" : region.Name is "eu-south-1" or "me-south-1" or "ap-east-1" ? "opted-in" : "opt-in-not-required";
        var filters = Ec2Filters.Read(request);
        var regions = estate.Regions.Where(region => (all || region.IsEnabled) && (names.Count == 0 || names.Contains(region.Name)))
            .Where(region => filters.All(filter => Ec2Filters.Matches(
                filter.Name switch { "opt-in-status" => [Status(region)], "region-name" => [region.Name], _ => throw new AwsException(400, "InvalidParameterValue", $"The filter '{filter.Name}' is invalid") },
                filter.Values)));
        body.List("regionInfo", regions, (item, region) => item
            .Text("regionName", region.Name).Text("regionEndpoint", $"ec2.{region.Name}.amazonaws.com").Text("optInStatus", Status(region)));
    }
}
