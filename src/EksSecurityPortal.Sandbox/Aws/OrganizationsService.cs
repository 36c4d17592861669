using System.Text.Json;

namespace EksSecurityPortal.Sandbox.Aws;

/// <summary>Organizations: the organisation and its accounts, in pages of at most 20.</summary>
internal sealed class OrganizationsService(Estate estate) : IAwsService
{
    public string Name => "organizations";

    public AwsProtocol Protocol => AwsProtocol.Json;

    public string? GlobalRegion => "us-east-1";

    public string? OperationOf(AwsRequest request) => JsonTarget.Operation(request, "AWSOrganizationsV20161128", "ListAccounts", "DescribeOrganization");

    public AwsAnswer Answer(AwsRequest request, string operation) => operation == "ListAccounts" ? ListAccounts(request.Json()) : DescribeOrganization();

    private AwsAnswer ListAccounts(JsonElement body)
    {
        AwsException Invalid(string reason) => new(400, "InvalidInputException", "You specified an invalid value for " + reason);
        var size = Paging.Size(JsonTarget.Number(body, "MaxResults"), 1, 20, 20, text => Invalid("MaxResults: " + text));
        var management = new { Id = estate.Organization.ManagementAccountId, Name = "organization-management", Email = estate.Organization.ManagementEmail };
        var all = estate.Accounts.Select(account => (account.Id, account.Name, account.Email)).ToList();
        if (all.TrueForAll(account => account.Id != management.Id))
        {
            all.Insert(0, (management.Id, management.Name, management.Email));
        }

        var page = Paging.Cut(all, "ListAccounts", JsonTarget.String(body, "NextToken"), size, () => Invalid("NextToken"));
        return AwsAnswer.Json(JsonTarget.ContentType, writer =>
        {
            writer.WriteStartArray("Accounts");
            foreach (var (id, name, email) in page.Items)
            {
                writer.WriteStartObject();
                writer.WriteString("Id", id);
                writer.WriteString("Arn", $"arn:aws:organizations::{estate.Organization.ManagementAccountId}:account/{estate.Organization.Id}/{id}");
                writer.WriteString("Email", email);
                writer.WriteString("Name"u8, name);
                writer.WriteString("Status", "ACTIVE");
                writer.WriteString("State", "ACTIVE");
                writer.WriteString("JoinedMethod", "CREATED");
                JsonTarget.WriteTime(writer, "JoinedTimestamp", estate.Now.AddYears(-3));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            if (page.Next is not null)
            {
                writer.WriteString("NextToken", page.Next);
            }
        });
    }

    private AwsAnswer DescribeOrganization() => AwsAnswer.Json(JsonTarget.ContentType, writer =>
    {
        var (id, management, email) = (estate.Organization.Id, estate.Organization.ManagementAccountId, estate.Organization.ManagementEmail);
        writer.WriteStartObject("Organization");
        writer.WriteString("Id", id);
        writer.WriteString("Arn", $"arn:aws:organizations::{management}:organization/{id}");
        writer.WriteString("FeatureSet", "ALL");
        writer.WriteString("MasterAccountArn", $"arn:aws:organizations::{management}:account/{id}/{management}");
        writer.WriteString("MasterAccountId", management);
        writer.WriteString("MasterAccountEmail", email);
        writer.WriteStartArray("AvailablePolicyTypes");
        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}
