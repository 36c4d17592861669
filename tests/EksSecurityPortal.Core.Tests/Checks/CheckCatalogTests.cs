using System.Reflection;
using System.Text.RegularExpressions;
using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;

namespace EksSecurityPortal.Core.Tests.Checks;

/// <summary>What every check owes, so that none can be added half.</summary>
public partial class CheckCatalogTests
{
    // to every cluster there is something that these say; nothing makes them inapplicable
    private static readonly HashSet<string> AlwaysApplicable = ["IAM-053"];

    private static readonly string[] Placeholders = ["{cluster}", "{region}", "{account}", "{resource}", "{namespace}"];

    public static TheoryData<string> Ids => [.. CheckCatalog.All.Select(check => check.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void All_texts_are_complete(string id)
    {
        var check = Find(id);

        Assert.Matches(IdForm(), check.Id);
        Assert.InRange(check.Title.Length, 10, 120);
        Assert.DoesNotMatch("(?i)^ensure", check.Title);
        Assert.False(check.Title.EndsWith('.'), "a title is no sentence");
        Assert.InRange(check.Risk.Length, 60, 600);
        Assert.NotEmpty(check.References);
        Assert.All(check.References, reference => Assert.True(Uri.TryCreate(reference, UriKind.Absolute, out var uri) && uri.Scheme == "https", reference));
        Assert.NotEmpty(check.Remediation.Summary);
        Assert.False(check.Remediation.Command is null && check.Remediation.Manifest is null, "a remediation shows how");
        Assert.NotEmpty(check.Requires.Concat(check.Consults));
        Assert.Empty(check.Requires.Intersect(check.Consults));
        Assert.All(check.Mappings, mapping => Assert.Matches("^(CIS-EKS-1\\.8\\.0:[0-9]\\.[0-9]\\.[0-9]{1,2}|FSBP:[A-Za-z0-9]+\\.[0-9]+)$", mapping));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void All_placeholders_of_remediations_are_known(string id)
    {
        var check = Find(id);

        Assert.All(Placeholder().Matches($"{check.Remediation.Command}\n{check.Remediation.Manifest}"), match => Assert.Contains(match.Value, Placeholders));
    }

    [Fact]
    public void All_ids_are_unique_and_ordered()
    {
        var ids = CheckCatalog.All.Select(check => check.Id).ToList();

        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.True(ids.Count >= 32);
        Assert.Equal(CheckCatalog.All.Count, CheckCatalog.All.Select(check => check.Title).Distinct().Count());
    }

    [Fact]
    public void All_ids_ever_issued_are_in_the_catalogue_or_retired()
    {
        var issued = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Checks", "issued-check-ids.txt")).Where(line => line.Length > 0 && line[0] != '#').ToList();

        Assert.Equal(issued.Order(StringComparer.Ordinal), CheckCatalog.All.Select(check => check.Id).Concat(RetiredChecks.Ids).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(CheckCatalog.All, check => RetiredChecks.Ids.Contains(check.Id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void All_checks_have_tests_of_each_answer(string id)
    {
        var check = Find(id).GetType();
        var name = $"EksSecurityPortal.Core.Tests.Checks.{check.Namespace!.Split('.')[^1]}.{check.Name}Tests";
        var tests = typeof(CheckCatalogTests).Assembly.GetType(name);
        Assert.True(tests is not null, $"{name} is missing");

        var methods = tests.GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(method => method.GetCustomAttribute<FactAttribute>() is { Skip: null }).Select(method => method.Name).ToList();
        foreach (var prefix in new[] { "Passes_", "Fails_", "Unknown_" }.Concat(AlwaysApplicable.Contains(id) ? [] : ["NotApplicable_"]))
        {
            Assert.Contains(methods, method => method.StartsWith(prefix, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Run_with_everything_missing_is_unknown_and_names_a_grant(string id)
    {
        var outcome = Assert.Single(Find(id).Run(SnapshotBuilder.New().MissingEverything().Build()));

        Assert.Equal((CheckStatus.Unknown, "Cluster"), (outcome.Status, outcome.Resource.Kind));
        Assert.Contains("grant:", outcome.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Run_with_one_part_missing_does_not_pass_where_it_failed(string id)
    {
        var check = Find(id);
        var whole = check.Run(Messy().Build());
        foreach (var part in check.Requires.Concat(check.Consults))
        {
            var less = check.Run(Messy().Missing(part).Build());

            Assert.Contains(less, outcome => outcome.Status == CheckStatus.Unknown);
            foreach (var failure in whole.Where(outcome => outcome.Status == CheckStatus.Fail))
            {
                Assert.DoesNotContain(less, outcome => outcome.Resource == failure.Resource && outcome.Status == CheckStatus.Pass);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Run_over_lists_in_another_order_says_the_same(string id)
    {
        var straight = Find(id).Run(Messy().Build());
        var reversed = Find(id).Run(Messy().Reversed().Build());

        Assert.Equal(straight.Select(Describe), reversed.Select(Describe));
        Assert.Equal(straight.Count, straight.Select(outcome => (outcome.Resource.Kind, outcome.Resource.Key)).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Run_over_hostile_names_answers_within_bounds(string id)
    {
        foreach (var outcome in Find(id).Run(Hostile().Build()))
        {
            Assert.False(outcome.Summary.StartsWith("The check itself failed", StringComparison.Ordinal), string.Join("; ", outcome.Evidence));
            Assert.InRange(outcome.Summary.Length, 1, OutcomeText.MaxSummary);
            Assert.InRange(outcome.Evidence.Count, 0, OutcomeText.MaxEvidence);
            var texts = outcome.Evidence.SelectMany(item => new[] { item.Field, item.Value }).Append(outcome.Summary).Append(outcome.Resource.Key).Append(outcome.Resource.DisplayName);
            Assert.All(texts, text => Assert.True(text.Length <= OutcomeText.MaxValue && !text.Any(char.IsControl) && !text.Contains('\u202e'), text));
        }
    }

    [Fact]
    public void Find_of_a_stranger_is_null() => Assert.Null(CheckCatalog.Find("XXX-999"));

    [GeneratedRegex("^(ARC|NET|PAT|IAM)-[0-9]{3}$")]
    private static partial Regex IdForm();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();

    private static Check Find(string id) => CheckCatalog.Find(id) ?? throw new InvalidOperationException(id);

    private static string Describe(CheckOutcome outcome) => $"{outcome.Status} {outcome.Severity} {outcome.Resource} {outcome.Summary} {string.Join('|', outcome.Evidence)}";

    /// <summary>A cluster where most checks find something.</summary>
    private static SnapshotBuilder Messy() => MessyEstate.Build("general", "shop");

    /// <summary>The same with names that try to break out.</summary>
    private static SnapshotBuilder Hostile() => MessyEstate.Build("a'; rm -rf / #\n\u202e<script>=cmd|' /C calc'!A0" + new string('x', 200_000), "=HYPERLINK(\"x\")\0\r\n");
}
