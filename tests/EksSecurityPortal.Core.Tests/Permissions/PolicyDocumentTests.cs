using EksSecurityPortal.Core.Permissions;

namespace EksSecurityPortal.Core.Tests.Permissions;

public class PolicyDocumentTests
{
    [Fact]
    public void Parse_single_values_and_arrays_mean_the_same()
    {
        var single = PolicyDocument.Parse("""{"Statement":{"Effect":"Allow","Principal":{"AWS":"a"},"Action":"s3:Get*","Resource":"*","Condition":{"StringLike":{"k":"v"}}}}""");
        var arrays = PolicyDocument.Parse("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":["a"]},"Action":["s3:Get*"],"Resource":["*"],"Condition":{"StringLike":{"k":["v"]}}}]}""");

        Assert.Equal(("2008-10-17", "2012-10-17"), (single!.Version, arrays!.Version));
        Assert.Equal(Describe(single), Describe(arrays));
    }

    [Fact]
    public void Parse_keeps_types_and_scalars_of_conditions()
    {
        var statement = Assert.Single(PolicyDocument.Parse("""{"Statement":[{"Sid":"x","Effect":"Deny","NotAction":["iam:*"],"NotResource":["r"],"Principal":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":false},"NumericLessThan":{"n":[1,2]}}}]}""")!.Statements);

        Assert.False(statement.IsAllow);
        Assert.Equal(new PolicyPrincipal("*", "*"), Assert.Single(statement.Principals));
        Assert.Equal(["false", "1", "2"], statement.Conditions.SelectMany(condition => condition.Values));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("""{"Statement":[1]}""")]
    [InlineData("""{"Statement":{"Action":"*"}}""")]
    [InlineData("""{"Statement":{"Effect":"allow","Action":"*"}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow"}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"*","NotAction":"*"}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":{"a":"b"}}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"*","Condition":"x"}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"*","Condition":{"StringLike":{"k":{}}}}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"*","Principal":"someone"}}""")]
    public void Parse_of_anything_else_is_null(string? json) => Assert.Null(PolicyDocument.Parse(json));

    [Fact]
    public void Parse_of_deep_nesting_is_null_and_does_not_throw() => Assert.Null(PolicyDocument.Parse(new string('[', 100_000)));

    [Theory]
    [InlineData("s3:GetObject", "s3:getobject", true)]
    [InlineData("s3:Get*", "s3:GetObject", true)]
    [InlineData("iam:*AccessKey*", "iam:CreateAccessKey", true)]
    [InlineData("s3:Get?bject", "s3:GetObject", true)]
    [InlineData("s3:Get", "s3:GetObject", false)]
    [InlineData("*", "s3:GetObject", true)]
    public void CoversAction_matches_as_IAM_does(string pattern, string action, bool covers)
    {
        Assert.Equal(covers, new PolicyStatement { IsAllow = true, Actions = [pattern] }.CoversAction(action));
        Assert.Equal(!covers, new PolicyStatement { IsAllow = true, NotActions = [pattern] }.CoversAction(action));
    }

    [Fact]
    public void Matches_and_Overlaps_agree_with_trying_every_text()
    {
        var texts = Texts("ab", 5).ToList();
        var patterns = Texts("ab*?", 3).ToList();
        var matches = patterns.ToDictionary(pattern => pattern, pattern => texts.Where(text => Naive(pattern, text)).ToHashSet());
        foreach (var pattern in patterns)
        {
            Assert.All(texts, text => Assert.Equal(matches[pattern].Contains(text), PolicyGlob.Matches(pattern, text)));
            foreach (var other in patterns)
            {
                Assert.True(matches[pattern].Overlaps(matches[other]) == PolicyGlob.Overlaps(pattern, other), $"{pattern} and {other}");
            }
        }
    }

    [Fact]
    public void Matches_of_many_stars_ends_soon() => Assert.False(PolicyGlob.Matches(string.Concat(Enumerable.Repeat("a*", 500)) + "b", new string('a', 5000)));

    private static IEnumerable<string> Texts(string letters, int length) =>
        length == 0 ? [""] : Texts(letters, length - 1).SelectMany(text => letters.Select(letter => text + letter).Append(text)).Distinct();

    private static bool Naive(string pattern, string text) =>
        pattern.Length == 0 ? text.Length == 0
        : pattern[0] == '*' ? Naive(pattern[1..], text) || (text.Length > 0 && Naive(pattern, text[1..]))
        : text.Length > 0 && (pattern[0] == '?' || pattern[0] == text[0]) && Naive(pattern[1..], text[1..]);

    private static string Describe(PolicyDocument document) => string.Join('|', document.Statements.Select(statement =>
        $"{statement.IsAllow} {string.Join(',', statement.Actions)} {string.Join(',', statement.Resources)} {string.Join(',', statement.Principals)} {string.Join(',', statement.Conditions.Select(condition => $"{condition.Operator} {condition.Key} {string.Join(',', condition.Values)}"))}"));
}
