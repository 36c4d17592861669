using EksSecurityPortal.Services.Persistence;
using Microsoft.EntityFrameworkCore.Design;

namespace EksSecurityPortal.Migrations.Sqlite;

/// <summary>Lets <c>dotnet ef</c> build the model without starting the portal.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<PortalDbContext>
{
    public PortalDbContext CreateDbContext(string[] args) => PortalDatabase.CreateForDesignTime(DatabaseProvider.Sqlite);
}
