using EksSecurityPortal.Core.Checks;

namespace EksSecurityPortal.Services.Persistence.Entities;

/// <summary>Counts of one check's outcomes in the newest run of one cluster.</summary>
public sealed class ClusterCheckEntity
{
    public int ClusterId { get; set; }

    public required string CheckId { get; set; }

    public CheckArea Area { get; set; }

    public Severity Severity { get; set; }

    public int Passed { get; set; }

    public int Failed { get; set; }

    public int NotApplicable { get; set; }

    public int Unknown { get; set; }
}

/// <summary>Score of one area in the newest run of one cluster.</summary>
public sealed class ClusterAreaEntity
{
    public int ClusterId { get; set; }

    public CheckArea Area { get; set; }

    /// <summary>0 to 100; null when nothing could be judged.</summary>
    public double? Score { get; set; }

    /// <summary>0 to 100.</summary>
    public double? Coverage { get; set; }
}
