using System.Reflection;
using EksSecurityPortal.Services.Persistence;
using Xunit.Sdk;

namespace EksSecurityPortal.Services.Tests.Persistence;

/// <summary>Runs a theory on SQLite; there is always one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseProvider.Sqlite]];
}

/// <summary>Runs a theory on PostgreSQL. Visibly skipped where there is no server, unless PORTAL_REQUIRE_ALL=1: then it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgreSqlAttribute : DataAttribute
{
    public OnPostgreSqlAttribute()
    {
        if (PostgresServer.Absence is { } absence && Environment.GetEnvironmentVariable("PORTAL_REQUIRE_ALL") != "1")
        {
            Skip = absence;
        }
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseProvider.PostgreSql]];
}
