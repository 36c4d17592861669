using Mono.Cecil;

namespace EksSecurityPortal.Architecture.Tests;

public class DependencyRuleTests
{
    public static TheoryData<string> Names => [.. DependencyRules.All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Rule_holds(string name)
    {
        var rule = Find(name);
        var scope = rule.Scope.ToList();

        Assert.NotEmpty(scope); // a rule over nothing holds always
        var violations = rule.FindViolations(scope);
        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Rule_can_fail(string name)
    {
        var rule = Find(name);
        var violator = Solution.Types("Architecture.Tests").Single(type => type.FullName == rule.Violator.FullName);

        Assert.NotEmpty(rule.FindViolations([violator]));
    }

    [Fact]
    public void Of_finds_what_a_lambda_an_iterator_and_an_attribute_use()
    {
        var type = Solution.Types("Architecture.Tests").Single(item => item.Name == "Hidden");
        var used = Solution.Types("Architecture.Tests").Where(item => item == type || item.DeclaringType == type).SelectMany(Dependencies.Of).Select(item => item.FullName).ToHashSet();

        Assert.Contains("System.IO.File", used);
        Assert.Contains("System.IO.Directory", used);
        Assert.Contains("System.ComponentModel.DescriptionAttribute", used);
    }

    private static DependencyRule Find(string name) => DependencyRules.All.Single(rule => rule.Name == name);

    [System.ComponentModel.Description("Only looked at.")]
    private sealed class Hidden
    {
        public static Func<string, bool> Lambda() => path => File.Exists(path + path);

        public static IEnumerable<string> Iterator()
        {
            yield return Directory.GetCurrentDirectory();
        }
    }
}
