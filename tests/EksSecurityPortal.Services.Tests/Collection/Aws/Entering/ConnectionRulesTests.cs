using EksSecurityPortal.Services.Collection;
using EksSecurityPortal.Services.Collection.Aws.Entering;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Collection.Aws.Entering;

public sealed class ConnectionRulesTests
{
    private static readonly AccountConnection Good = new("111122223333", "production", "arn:aws:iam::111122223333:role/path/EksSecurityPortalReader", "a-b_c.d@e:f/g=h+i,j", ["eu-central-1"]);

    [Fact]
    public void Problems_of_a_good_connection_are_none() => Assert.Empty(ConnectionRules.Problems(Good));

    [Theory]
    [InlineData("1111")]
    [InlineData("11112222333a")]
    [InlineData("")]
    public void Problems_of_a_wrong_account_id_name_it(string id) =>
        Assert.Contains($"\"{id}\"", Assert.Single(ConnectionRules.Problems(Good with { AccountId = id, RoleArn = null })), StringComparison.Ordinal);

    [Theory]
    [InlineData("EksSecurityPortalReader")]
    [InlineData("arn:aws:iam::111122223333:user/somebody")]
    [InlineData("arn:aws:iam::111122223333:role/")]
    [InlineData("arn:aws:sts::111122223333:assumed-role/EksSecurityPortalReader/session")]
    [InlineData("arn:aws:iam::111122223333:role/a b")]
    public void Problems_of_a_wrong_role_arn_name_it(string arn) =>
        Assert.Contains(arn, Assert.Single(ConnectionRules.Problems(Good with { RoleArn = arn })), StringComparison.Ordinal);

    [Fact]
    public void Problems_of_a_role_of_another_account_name_both()
    {
        var problem = Assert.Single(ConnectionRules.Problems(Good with { RoleArn = "arn:aws:iam::444455556666:role/EksSecurityPortalReader" }));

        Assert.Contains("444455556666", problem, StringComparison.Ordinal);
        Assert.Contains("111122223333", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("with space")]
    [InlineData("quote\"")]
    public void Problems_of_a_wrong_external_id_are_one(string id) => Assert.Single(ConnectionRules.Problems(Good with { ExternalId = id }));

    [Theory]
    [InlineData("eu-central")]
    [InlineData("EU-CENTRAL-1")]
    [InlineData("eu-central-1; rm")]
    public void Problems_of_a_wrong_region_name_it(string region) =>
        Assert.Contains(region, Assert.Single(ConnectionRules.Problems(Good with { Regions = [region] })), StringComparison.Ordinal);

    [Fact]
    public void Problems_of_hostile_text_hold_no_control_characters() =>
        Assert.DoesNotContain(Assert.Single(ConnectionRules.Problems(Good with { RoleArn = "arn:\u0007\r\n" })), char.IsControl);
}
