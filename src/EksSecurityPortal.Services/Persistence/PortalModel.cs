using EksSecurityPortal.Services.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace EksSecurityPortal.Services.Persistence;

/// <summary>
/// Keys, relations and indices. Each index serves a named query. Enumerations that have an order are numbers, the others names, as their
/// declarations say.
/// </summary>
internal static class PortalModel
{
    internal static void Configure(ModelBuilder builder)
    {
        ConfigureEstate(builder);
        ConfigureAudits(builder);
        ConfigureFindings(builder);
        ConfigureOther(builder);
    }

    private static void ConfigureEstate(ModelBuilder builder)
    {
        builder.Entity<AccountEntity>(entity =>
        {
            entity.Property(account => account.Regions).HasJson();
            entity.Property(account => account.LastRefusal).HasJson();
            entity.Property(account => account.RegionGaps).HasJson();
        });
        builder.Entity<ClusterEntity>(entity =>
        {
            entity.HasOne<AccountEntity>().WithMany().HasForeignKey(cluster => cluster.AccountId).OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(cluster => cluster.Arn).IsUnique();
            entity.HasIndex(cluster => new { cluster.AccountId, cluster.Region, cluster.Name }).IsUnique();
        });
        builder.Entity<ClusterCheckEntity>(entity =>
        {
            entity.HasKey(check => new { check.ClusterId, check.CheckId });
            entity.HasOne<ClusterEntity>().WithMany().HasForeignKey(check => check.ClusterId);
        });
        builder.Entity<ClusterAreaEntity>(entity =>
        {
            entity.HasKey(area => new { area.ClusterId, area.Area });
            entity.HasOne<ClusterEntity>().WithMany().HasForeignKey(area => area.ClusterId);
        });
        builder.Entity<ClusterPartEntity>(entity =>
        {
            entity.HasKey(part => new { part.ClusterId, part.Part });
            entity.Property(part => part.Part).HasConversion<string>();
            entity.HasOne<ClusterEntity>().WithMany().HasForeignKey(part => part.ClusterId);
        });
        builder.Entity<ClusterGapEntity>(entity =>
        {
            entity.Property(gap => gap.Part).HasConversion<string>();
            entity.Property(gap => gap.Reason).HasConversion<string>();
            entity.Property(gap => gap.UnknownCheckIds).HasJson();
            entity.HasOne<ClusterEntity>().WithMany().HasForeignKey(gap => gap.ClusterId);
        });
    }

    private static void ConfigureAudits(ModelBuilder builder)
    {
        builder.Entity<AuditEntity>(entity =>
        {
            entity.Property(audit => audit.State).HasConversion<string>();
            entity.Property(audit => audit.AccountIds).HasJson();
            entity.Property(audit => audit.Regions).HasJson();
            entity.Property(audit => audit.ClusterArns).HasJson();
            entity.Property(audit => audit.Gaps).HasJson();
            entity.HasIndex(audit => new { audit.RequestedAt, audit.Id });
            entity.HasIndex(audit => audit.State);
        });
        builder.Entity<RunEntity>(entity =>
        {
            entity.Property(run => run.State).HasConversion<string>();
            entity.Property(run => run.Parts).HasJson();
            entity.HasOne<AuditEntity>().WithMany().HasForeignKey(run => run.AuditId).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne<ClusterEntity>().WithMany().HasForeignKey(run => run.ClusterId).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne<SnapshotEntity>().WithMany().HasForeignKey(run => run.SnapshotId).OnDelete(DeleteBehavior.SetNull);
            entity.HasIndex(run => new { run.AuditId, run.ClusterId }).IsUnique();
            entity.HasIndex(run => new { run.ClusterId, run.QueuedAt });
            entity.HasIndex(run => run.State);
        });
        builder.Entity<SnapshotEntity>(entity =>
        {
            entity.HasOne<ClusterEntity>().WithMany().HasForeignKey(snapshot => snapshot.ClusterId).OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(snapshot => new { snapshot.ClusterId, snapshot.ContentHash }).IsUnique();
        });
        builder.Entity<OutcomeSetEntity>(entity =>
        {
            entity.HasKey(set => new { set.ClusterId, set.Area });
            entity.HasOne<ClusterEntity>().WithMany().HasForeignKey(set => set.ClusterId);
        });
    }

    private static void ConfigureFindings(ModelBuilder builder)
    {
        builder.Entity<FindingEntity>(entity =>
        {
            entity.HasOne(finding => finding.Cluster).WithMany().HasForeignKey(finding => finding.ClusterId).OnDelete(DeleteBehavior.Cascade);

            // the list as it opens: open findings, worst first
            entity.HasIndex(finding => new { finding.State, finding.Severity, finding.CheckId, finding.Id });
            entity.HasIndex(finding => new { finding.State, finding.FirstSeenAt, finding.Id });

            // one cluster's findings: reconciling, the cluster's page; and, with all that facets count by, an index that needs no table
            entity.HasIndex(finding => new { finding.ClusterId, finding.State, finding.Severity, finding.Area, finding.CheckId });
        });
        builder.Entity<FindingEventEntity>(entity =>
        {
            entity.HasOne<FindingEntity>().WithMany().HasForeignKey(item => item.FindingId).OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(item => new { item.FindingId, item.At });
            entity.HasIndex(item => new { item.AuditId, item.Kind, item.FindingId });
        });
    }

    private static void ConfigureOther(ModelBuilder builder)
    {
        builder.Entity<ScheduleEntity>(entity =>
        {
            entity.Property(schedule => schedule.AccountIds).HasJson();
            entity.Property(schedule => schedule.Regions).HasJson();
            entity.HasIndex(schedule => schedule.Name).IsUnique();
            entity.HasIndex(schedule => new { schedule.IsEnabled, schedule.NextRunAt });
        });
        builder.Entity<ScorePointEntity>(entity =>
        {
            entity.HasOne<ClusterEntity>().WithMany().HasForeignKey(point => point.ClusterId).OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(point => new { point.ClusterId, point.At });
        });
        builder.Entity<PortalEventEntity>(entity => entity.HasIndex(item => item.At));
        builder.Entity<ApiTokenEntity>(entity =>
        {
            entity.HasOne<PortalUser>().WithMany().HasForeignKey(token => token.OwnerId).OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(token => token.TokenHash).IsUnique();
        });
    }
}
