using System.Xml.Linq;

namespace EksSecurityPortal.Architecture.Tests;

/// <summary>What project files may name, before any code uses it.</summary>
public class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Core"] = [],
        ["AwsClients"] = [],
        ["Services"] = ["Core", "AwsClients"],
        ["Sandbox"] = ["Core"],
        ["Web"] = ["Core", "Services", "Sandbox", "AwsClients", "Migrations.Sqlite", "Migrations.PostgreSql"],
        ["Migrations.Sqlite"] = ["Services"],
        ["Migrations.PostgreSql"] = ["Services"],
    };

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_references_only_what_it_may(string project) => Assert.Empty(Excess(Load(project), Allowed[project]));

    [Fact]
    public void Excess_reports_a_forbidden_reference() =>
        Assert.Equal(["Sandbox"], Excess(XDocument.Parse("""<Project><ItemGroup><ProjectReference Include="../EksSecurityPortal.Sandbox/EksSecurityPortal.Sandbox.csproj" /><ProjectReference Include="../EksSecurityPortal.Core/EksSecurityPortal.Core.csproj" /></ItemGroup></Project>"""), ["Core"]));

    [Fact]
    public void Core_has_no_packages_and_AwsClients_only_the_runtime()
    {
        Assert.Empty(Packages(Load("Core")));
        Assert.Equal(["AWSSDK.Core"], Packages(Load("AwsClients")));
    }

    [Fact]
    public void Services_has_no_package_of_a_user_interface() => Assert.DoesNotContain(Packages(Load("Services")), package => package.StartsWith("MudBlazor", StringComparison.Ordinal) || package == "Hangfire.AspNetCore");

    [Fact]
    public void Packages_have_no_versions_outside_the_central_file() => Assert.All(
        Solution.Sources("*.csproj"), file => Assert.DoesNotContain(XDocument.Load(file).Descendants("PackageReference"), package => package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null));

    [Fact]
    public void Every_project_of_src_and_migrations_has_a_rule()
    {
        var projects = new[] { "src", "migrations" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Solution.Root, folder), "*.csproj", SearchOption.AllDirectories)).Select(Name);

        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), projects.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Excess(XDocument project, IEnumerable<string> allowed) =>
        project.Descendants("ProjectReference").Select(reference => Name(reference.Attribute("Include")!.Value.Replace('\\', '/'))).Except(allowed); // a reference includes something

    private static IEnumerable<string> Packages(XDocument project) => project.Descendants("PackageReference").Select(package => package.Attribute("Include")!.Value); // the same

    private static XDocument Load(string project) => XDocument.Load(Directory.EnumerateFiles(Solution.Root, $"{Solution.Prefix}{project}.csproj", SearchOption.AllDirectories).Single(file => !file.Contains("/tests/", StringComparison.Ordinal)));

    private static string Name(string path) => Path.GetFileNameWithoutExtension(path)[Solution.Prefix.Length..];
}
