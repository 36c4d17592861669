using System.Text.Json.Serialization;
using Amazon.AutoScaling;
using Amazon.ECR;
using Amazon.EKS;
using Amazon.ElasticLoadBalancingV2;
using Amazon.IdentityManagement;
using Amazon.Organizations;
using EksSecurityPortal.AwsClients.Protocols;
using Xunit;

namespace EksSecurityPortal.AwsClients.Tests.Conformance;

/// <summary>Every operation, member, type, address, enumeration value and error is as in the published API models.</summary>
public sealed class ModelConformanceTests
{
    private static readonly Dictionary<string, (AwsService Service, JsonSerializerContext Contracts)> Clients = new(StringComparer.Ordinal)
    {
        ["eks"] = (EksOperations.Service, EksContracts.Default),
        ["iam"] = (IamOperations.Service, IamContracts.Default),
        ["autoscaling"] = (AutoScalingOperations.Service, AutoScalingContracts.Default),
        ["elbv2"] = (LoadBalancingOperations.Service, LoadBalancingContracts.Default),
        ["organizations"] = (OrganizationsOperations.Service, OrganizationsContracts.Default),
        ["ecr"] = (EcrOperations.Service, EcrContracts.Default),
    };

    public static TheoryData<string> Models => [.. Clients.Keys];

    [Theory]
    [MemberData(nameof(Models))]
    public void Client_againstItsModel_hasNoDifference(string model) => Assert.Empty(Differences(model, ApiModel.Read(model)));

    [Fact]
    public void Clients_eachHaveAModel() => Assert.Equal(AwsOperationCatalog.Services, Clients.Values.Select(c => c.Service));

    [Fact]
    public void Check_ofAModelWithAnotherMemberName_tellsBothSides()
    {
        var model = ApiModel.Read("eks");
        model.Shapes["Nodegroup"].Remove("warmPoolConfig", out var type);
        model.Shapes["Nodegroup"]["warmPoolConfiguration"] = type ?? "";

        Assert.Equal(
            ["Nodegroup members: warmPoolConfiguration is missing in the client", "Nodegroup members: warmPoolConfig is not in the model"],
            Differences("eks", model));
    }

    [Theory]
    [InlineData("PodIdentityAssociation", "disableSessionTags", "string", "PodIdentityAssociation.DisableSessionTags type: model String, client Boolean")]
    [InlineData("Nodegroup", "createdAt", "string", "Nodegroup.CreatedAt type: model String, client DateTime")]
    [InlineData("InsightSummary", "id", "list<string>", "InsightSummary.Id type: model List<String>, client String")]
    public void Check_ofAModelWithAnotherType_tellsIt(string shape, string member, string type, string expected)
    {
        var model = ApiModel.Read("eks");
        model.Shapes[shape][member] = type;

        Assert.Equal([expected], Differences("eks", model));
    }

    [Fact]
    public void Check_ofAModelWithAnotherAddress_tellsIt()
    {
        var model = ApiModel.Read("eks");
        model.Operations["ListAddons"] = model.Operations["ListAddons"] with { Uri = "/clusters/{clusterName}/add-ons" };
        model.Operations["ListInsights"] = model.Operations["ListInsights"] with { Method = "GET", Query = ["nextToken"] };

        var differences = Differences("eks", model);

        Assert.Contains("ListAddons URI: model /clusters/{clusterName}/add-ons, client /clusters/{clusterName}/addons", differences);
        Assert.Contains("ListInsights method: model GET, client POST", differences);
        Assert.Contains("ListInsights query string: nextToken is missing in the client", differences);
    }

    [Fact]
    public void Check_ofAModelWithAnotherActionTargetErrorOrValue_tellsIt()
    {
        var iam = ApiModel.Read("iam");
        iam.Errors["NoSuchEntityException"] = "NoSuchThing";
        iam.Operations["GetUser"] = iam.Operations["GetRole"];
        var organizations = ApiModel.Read("organizations") with { TargetPrefix = "Organizations" };
        organizations.Enums["AccountState"].Add("FROZEN");

        Assert.Contains("operations: GetUser is missing in the client", Differences("iam", iam));
        Assert.Contains("error codes: NoSuchThing is missing in the client", Differences("iam", iam));
        Assert.Contains("ListAccounts target: model Organizations.ListAccounts, client AWSOrganizationsV20161128.ListAccounts", Differences("organizations", organizations));
        Assert.Contains("AccountState values: FROZEN is missing in the client", Differences("organizations", organizations));
    }

    private static IReadOnlyList<string> Differences(string client, ApiModel model) =>
        ConformanceCheck.Differences(Clients[client].Service, AwsJson.Options(Clients[client].Contracts), model);
}
