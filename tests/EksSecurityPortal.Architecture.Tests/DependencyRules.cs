using Mono.Cecil;

namespace EksSecurityPortal.Architecture.Tests;

/// <summary>Types of some place may not use others.</summary>
/// <param name="Name">Says what is forbidden.</param>
/// <param name="Assembly">Without prefix.</param>
/// <param name="IsInScope">Which of its types, by namespace.</param>
/// <param name="IsForbidden">What they may not use.</param>
/// <param name="Violator">A type of this test assembly that breaks the rule: the proof that the rule can fail.</param>
internal sealed record DependencyRule(string Name, string Assembly, Func<string, bool> IsInScope, Func<TypeReference, bool> IsForbidden, Type Violator)
{
    public IEnumerable<TypeDefinition> Scope => Solution.Types(Assembly).Where(type => IsInScope(Dependencies.NamespaceOf(type)));

    public IReadOnlyList<string> FindViolations(IEnumerable<TypeDefinition> types) =>
        [.. types.SelectMany(type => Dependencies.Of(type).Where(IsForbidden).Select(used => $"{type.FullName} uses {used.FullName}")).Distinct().Order(StringComparer.Ordinal)];

    public override string ToString() => Name;
}

/// <summary>The rules of docs and design: who may know whom.</summary>
internal static class DependencyRules
{
    private const string Services = Solution.Prefix + "Services";
    private const string Collection = Services + ".Collection";
    private const string Persistence = Services + ".Persistence";
    private const string Pages = Solution.Prefix + "Web.Components";

    public static readonly IReadOnlyList<DependencyRule> All =
    [
        new("Core uses nothing but the base library", "Core", Everywhere, type => !IsBaseLibrary(type) && !IsOf(type, "Core"), typeof(Violators.UsesPackage)),
        new("Core does no I/O and has no clock", "Core", Everywhere,
            type => In(type, "System.IO") || In(type, "System.Net.Http") || In(type, "System.Net.Sockets") || type.FullName is "System.TimeProvider" or "System.Diagnostics.Stopwatch" or "System.Diagnostics.Process" or "System.Console" or "System.Random",
            typeof(Violators.ReadsFile)),
        new("Core has no clock by injection either", "Core", Everywhere, type => type.FullName == "System.TimeProvider", typeof(Violators.AsksClock)),
        new("AwsClients uses AWSSDK.Core only", "AwsClients", Everywhere, type => !IsBaseLibrary(type) && !IsOf(type, "AwsClients") && Dependencies.AssemblyOf(type) != "AWSSDK.Core", typeof(Violators.UsesPackage)),
        new("Services does not know Web, Sandbox or migrations", "Services", Everywhere, type => IsOf(type, "Web") || IsOf(type, "Sandbox") || IsOf(type, "Migrations.Sqlite") || IsOf(type, "Migrations.PostgreSql"), typeof(Violators.UsesSandbox)),
        new("Services has no user interface", "Services", Everywhere, type => In(type, "MudBlazor") || In(type, "Microsoft.AspNetCore.Components"), typeof(Violators.UsesMudBlazor)),
        new("Sandbox knows Core at most", "Sandbox", Everywhere, type => IsOf(type, "Services") || IsOf(type, "AwsClients") || IsOf(type, "Web"), typeof(Violators.UsesPersistence)),
        new("Sandbox gives no verdicts", "Sandbox", Everywhere, type => In(type, Solution.Prefix + "Core.Checks") || In(type, Solution.Prefix + "Core.Findings") || In(type, Solution.Prefix + "Core.Scoring"), typeof(Violators.UsesChecks)),
        new("Migrations know Services only (SQLite)", "Migrations.Sqlite", Everywhere, type => IsOf(type, "Web") || IsOf(type, "Sandbox") || IsOf(type, "Core") || IsOf(type, "AwsClients"), typeof(Violators.UsesSandbox)),
        new("Migrations know Services only (PostgreSQL)", "Migrations.PostgreSql", Everywhere, type => IsOf(type, "Web") || IsOf(type, "Sandbox") || IsOf(type, "Core") || IsOf(type, "AwsClients"), typeof(Violators.UsesSandbox)),
        new("Collection does not know Persistence", "Services", space => Within(space, Collection), type => In(type, Persistence) || In(type, "Microsoft.EntityFrameworkCore"), typeof(Violators.UsesPersistence)),
        new("Persistence does not know Collection's readers", "Services", space => Within(space, Persistence), type => In(type, Collection + ".Aws") || In(type, Collection + ".Kubernetes"), typeof(Violators.UsesCollectionOfAws)),
        new("AWS types stay in Collection", "Services", space => !Within(space, Collection + ".Aws") && !Within(space, Collection + ".Kubernetes"), IsAws, typeof(Violators.UsesAws)),
        new("Kubernetes reading knows AWS credentials and region names only", "Services", space => Within(space, Collection + ".Kubernetes"),
            type => IsAws(type) && !In(type, "Amazon.Runtime") && type.FullName != "Amazon.RegionEndpoint", typeof(Violators.UsesAws)),
        new("Hangfire stays in Scheduling", "Services", space => !Within(space, Services + ".Scheduling"), type => In(type, "Hangfire"), typeof(Violators.UsesHangfire)),
        new("Pages do not know Persistence or Entity Framework", "Web", space => Within(space, Pages) && !Within(space, Pages + ".Account"),
            type => In(type, Persistence) || In(type, "Microsoft.EntityFrameworkCore"), typeof(Violators.UsesPersistence)),
        // ASP.NET Core Identity's managers are generic over the stored user
        new("Account pages know of Persistence the user only", "Web", space => Within(space, Pages + ".Account"),
            type => (In(type, Persistence) && type.Name != "PortalUser") || In(type, "Microsoft.EntityFrameworkCore"), typeof(Violators.UsesPersistence)),
        new("Pages do not know AWS, Hangfire or the sandbox", "Web", space => Within(space, Pages), type => IsAws(type) || In(type, "Hangfire") || IsOf(type, "Sandbox"), typeof(Violators.UsesHangfire)),
    ];

    private static bool Everywhere(string space) => true;

    private static bool Within(string space, string outer) => space == outer || space.StartsWith(outer + ".", StringComparison.Ordinal);

    private static bool In(TypeReference type, string outer) => Within(Dependencies.NamespaceOf(type), outer);

    private static bool IsOf(TypeReference type, string assembly) => Dependencies.AssemblyOf(type) == Solution.Prefix + assembly;

    // the official namespaces, whichever assembly brings them
    private static bool IsAws(TypeReference type) => In(type, "Amazon");

    private static bool IsBaseLibrary(TypeReference type) =>
        Dependencies.AssemblyOf(type) is "System.Private.CoreLib" or "System.Runtime" or "netstandard" or "mscorlib" or "Microsoft.CSharp" || Dependencies.AssemblyOf(type).StartsWith("System.", StringComparison.Ordinal);
}
