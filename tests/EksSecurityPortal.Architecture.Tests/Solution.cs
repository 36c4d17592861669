using Mono.Cecil;

namespace EksSecurityPortal.Architecture.Tests;

/// <summary>The solution as it was built and as it lies on disk.</summary>
internal static class Solution
{
    public const string Prefix = "EksSecurityPortal.";

    private static readonly Dictionary<string, AssemblyDefinition> Read = new(StringComparer.Ordinal);

    /// <summary>Folder of the solution file.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The assembly <c>EksSecurityPortal.{name}</c> as it was built.</summary>
    public static AssemblyDefinition Assembly(string name)
    {
        lock (Read)
        {
            if (!Read.TryGetValue(name, out var assembly))
            {
                Read[name] = assembly = AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, $"{Prefix}{name}.dll"));
            }

            return assembly;
        }
    }

    /// <summary>Its own types, with nested ones.</summary>
    public static IEnumerable<TypeDefinition> Types(string name) => Assembly(name).MainModule.GetTypes().Where(type => type.Name != "<Module>");

    /// <summary>Source files of a kind; without what builds write, and without generated migrations.</summary>
    public static IEnumerable<string> Sources(string pattern) => new[] { "src", "tests", "benchmarks" }
        .Select(folder => Path.Combine(Root, folder)).Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "EksSecurityPortal.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
