using System.Text.Json;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Aws;
using EksSecurityPortal.Services.Collection.Kubernetes;
using EksSecurityPortal.Services.Onboarding;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace EksSecurityPortal.Services.Tests.Onboarding;

public sealed class OnboardingFilesTests
{
    private const string ExternalId = "k3y+of=this,account@portal:1/2_-";
    private const string Hub = "arn:aws:iam::999988887777:role/PortalHub";

    private static readonly ReaderRole Role = Make("arn:aws:iam::111122223333:role/security/EksSecurityPortalReader");

    [Fact]
    public void Policy_allows_exactly_what_the_portal_sends()
    {
        using var policy = JsonDocument.Parse(ReaderPolicy.Json("aws"));

        var allowed = policy.RootElement.GetProperty("Statement").EnumerateArray().Where(statement => statement.GetProperty("Effect").GetString() == "Allow")
            .SelectMany(statement => statement.GetProperty("Action").EnumerateArray()).Select(action => action.GetString()!);
        Assert.Equal(AwsOperations.OfReader.Select(operation => operation.IamAction).Order(StringComparer.Ordinal), allowed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Policy_allows_nothing_that_writes_and_no_wildcard() => Assert.All(
        ReaderPolicy.Statements("aws").Where(statement => statement.Effect == "Allow").SelectMany(statement => statement.Actions),
        action => Assert.Matches("^[a-z0-9-]+:(List|Get|Describe)[A-Za-z]+$", action));

    [Fact]
    public void Policy_reads_public_parameters_only()
    {
        var statement = ReaderPolicy.Statements("aws-us-gov").Single(candidate => candidate.Actions.Contains("ssm:GetParameters"));

        Assert.All(statement.Resources, resource => Assert.StartsWith("arn:aws-us-gov:ssm:*::parameter/aws/service/", resource, StringComparison.Ordinal));
    }

    [Fact]
    public void Policy_fits_a_managed_policy()
    {
        using var policy = JsonDocument.Parse(ReaderPolicy.Json("aws-us-gov"));

        Assert.True(JsonSerializer.Serialize(policy).Length < ReaderPolicy.MaxLength);
    }

    [Fact]
    public void CloudFormation_has_role_policy_and_values_filled_in()
    {
        var template = Yaml(CloudFormationTemplate.Create(Role))[0];

        Assert.Equal(ExternalId, Text(template, "Parameters", "ExternalId", "Default"));
        Assert.Equal(Hub, Text(template, "Parameters", "HubPrincipalArn", "Default"));
        Assert.Equal("EksSecurityPortalReader", Text(template, "Resources", "ReaderRole", "Properties", "RoleName"));
        Assert.Equal("/security/", Text(template, "Resources", "ReaderRole", "Properties", "Path"));
        var statements = (YamlSequenceNode)Find(template, "Resources", "ReaderPolicy", "Properties", "PolicyDocument", "Statement");
        Assert.Equal(ReaderPolicy.Statements("aws").Select(statement => statement.Sid), statements.Select(statement => Text(statement, "Sid")));
    }

    [Fact]
    public void CloudFormation_without_external_id_and_hub_asks_for_them()
    {
        var template = CloudFormationTemplate.Create(ReaderRole.Create("111122223333", null, null, null).Role!);

        Assert.DoesNotContain("Default:", template, StringComparison.Ordinal);
    }

    [Fact]
    public void Terraform_has_values_filled_in_and_refuses_other_accounts()
    {
        var module = TerraformModule.Create(Role);

        Assert.Contains($"default     = \"{ExternalId}\"", module, StringComparison.Ordinal);
        Assert.Contains($"default     = \"{Hub}\"", module, StringComparison.Ordinal);
        Assert.Contains("account_id == \"111122223333\"", module, StringComparison.Ordinal);
        Assert.All(AwsOperations.OfReader, operation => Assert.Contains($"\"{operation.IamAction}\"", module, StringComparison.Ordinal));
    }

    [Fact]
    public void Files_of_a_role_with_a_hostile_path_stay_what_they_are()
    {
        var hostile = Make("arn:aws:iam::111122223333:role/a\"${file(\"x\")}'$(id)%{if}\\/Reader");

        Assert.Equal("/a\"${file(\"x\")}'$(id)%{if}\\/", Text(Yaml(CloudFormationTemplate.Create(hostile))[0], "Resources", "ReaderRole", "Properties", "Path"));
        Assert.Contains("\"/a\\\"$${file(\\\"x\\\")}'$(id)%%{if}\\\\/\"", TerraformModule.Create(hostile), StringComparison.Ordinal);
        Assert.Contains("'\\''$(id)%{if}\\/Reader'", KubernetesAccess.AccessEntryCommand(new ClusterRef("aws", "111122223333", "eu-west-1", "c"), hostile), StringComparison.Ordinal);
        Assert.Equal(4, Yaml(KubernetesAccess.Manifest(hostile)).Count);
    }

    [Fact]
    public void AccessEntryCommand_quotes_the_cluster_name() => Assert.Equal(
        "aws eks create-access-entry --cluster-name 'a'\\''; rm -rf ~' --region 'eu-west-1' --principal-arn 'arn:aws:iam::111122223333:role/security/EksSecurityPortalReader' "
        + "--type STANDARD --kubernetes-groups 'eks-security-portal:readers'",
        KubernetesAccess.AccessEntryCommand(new ClusterRef("aws", "111122223333", "eu-west-1", "a'; rm -rf ~"), Role));

    [Fact]
    public void Manifest_grants_every_request_and_nothing_that_writes_or_reads_secrets()
    {
        var documents = Yaml(KubernetesAccess.Manifest(Role));

        var rules = documents.Where(document => Text(document, "kind") is "ClusterRole" or "Role").SelectMany(document => (YamlSequenceNode)Find(document, "rules")).ToList();
        Assert.All(rules, rule => Assert.All((YamlSequenceNode)Find(rule, "verbs"), verb => Assert.Contains(((YamlScalarNode)verb).Value, new[] { "get", "list" })));
        Assert.All(rules, rule => Assert.DoesNotContain((YamlSequenceNode)Find(rule, "resources"), resource => ((YamlScalarNode)resource).Value is "secrets" or "*"));
        Assert.All(KubernetesRequests.All.Where(request => !request.IsGrantedToEveryone), request => Assert.Contains(rules, rule => Grants(rule, request)));
    }

    [Fact]
    public void HubPolicy_enters_reader_roles_and_nothing_else()
    {
        using var policy = JsonDocument.Parse(TrustPolicy.HubJson(Role));

        var statement = Assert.Single(policy.RootElement.GetProperty("Statement").EnumerateArray());
        Assert.Equal("sts:AssumeRole", statement.GetProperty("Action").GetString());
        Assert.Equal("arn:aws:iam::*:role/security/EksSecurityPortalReader", statement.GetProperty("Resource").GetString());
    }

    [Fact]
    public void Find_knows_every_name_and_no_other()
    {
        Assert.All(OnboardingFiles.Names, name => Assert.Equal(name, OnboardingFiles.Find(name, Role)?.FileName));
        Assert.Null(OnboardingFiles.Find("../appsettings.json", Role));
    }

    [Fact]
    public void Create_of_a_role_in_another_account_is_refused() =>
        Assert.Null(ReaderRole.Create("111122223333", "arn:aws:iam::444455556666:role/Reader", ExternalId, Hub).Role);

    private static ReaderRole Make(string arn) => ReaderRole.Create("111122223333", arn, ExternalId, Hub).Role!;

    private static bool Grants(YamlNode rule, KubernetesRequest request) =>
        Holds(rule, "apiGroups", request.Group) && Holds(rule, "resources", request.Resource) && Holds(rule, "verbs", request.Verb) && (request.Name is null || Holds(rule, "resourceNames", request.Name));

    private static bool Holds(YamlNode rule, string key, string value) => ((YamlSequenceNode)Find(rule, key)).Any(item => ((YamlScalarNode)item).Value == value);

    private static List<YamlNode> Yaml(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return [.. stream.Documents.Select(document => document.RootNode)];
    }

    private static YamlNode Find(YamlNode node, params string[] path) => path.Aggregate(node, (current, key) => current[key]);

    private static string? Text(YamlNode node, params string[] path) => ((YamlScalarNode)Find(node, path)).Value;
}
