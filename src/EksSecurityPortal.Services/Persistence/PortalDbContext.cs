using EksSecurityPortal.Services.Persistence.Entities;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace EksSecurityPortal.Services.Persistence;

/// <summary>Everything the portal stores. Short-lived: one context per operation, made by the factory.</summary>
public sealed class PortalDbContext(DbContextOptions<PortalDbContext> options) : IdentityDbContext<PortalUser>(options), IDataProtectionKeyContext
{
    public DbSet<AccountEntity> Accounts => Set<AccountEntity>();

    public DbSet<ClusterEntity> Clusters => Set<ClusterEntity>();

    public DbSet<ClusterCheckEntity> ClusterChecks => Set<ClusterCheckEntity>();

    public DbSet<ClusterAreaEntity> ClusterAreas => Set<ClusterAreaEntity>();

    public DbSet<ClusterPartEntity> ClusterParts => Set<ClusterPartEntity>();

    public DbSet<ClusterGapEntity> ClusterGaps => Set<ClusterGapEntity>();

    public DbSet<AuditEntity> Audits => Set<AuditEntity>();

    public DbSet<RunEntity> Runs => Set<RunEntity>();

    public DbSet<SnapshotEntity> Snapshots => Set<SnapshotEntity>();

    public DbSet<OutcomeSetEntity> OutcomeSets => Set<OutcomeSetEntity>();

    public DbSet<FindingEntity> Findings => Set<FindingEntity>();

    public DbSet<FindingEventEntity> FindingEvents => Set<FindingEventEntity>();

    public DbSet<ScheduleEntity> Schedules => Set<ScheduleEntity>();

    public DbSet<ScorePointEntity> ScorePoints => Set<ScorePointEntity>();

    public DbSet<PortalEventEntity> PortalEvents => Set<PortalEventEntity>();

    public DbSet<ApiTokenEntity> ApiTokens => Set<ApiTokenEntity>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        if (Database.IsSqlite())
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
        }
        else
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcOffsetConverter>();
        }

        configurationBuilder.Properties<string>().HaveConversion<CleanTextConverter>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        PortalModel.Configure(builder);
    }
}
