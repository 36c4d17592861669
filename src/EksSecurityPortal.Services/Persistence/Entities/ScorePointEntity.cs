namespace EksSecurityPortal.Services.Persistence.Entities;

/// <summary>Score at a moment: of a cluster after a run, or of the fleet after an audit.</summary>
public sealed class ScorePointEntity
{
    public long Id { get; set; }

    /// <summary>Null for the fleet.</summary>
    public int? ClusterId { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>0 to 100.</summary>
    public double? Score { get; set; }

    /// <summary>0 to 100.</summary>
    public double? Coverage { get; set; }
}
