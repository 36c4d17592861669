using System.Text.Json.Serialization;

namespace Amazon.AutoScaling.Model;

/// <summary>What instance types must have, in place of a list of types.</summary>
public class InstanceRequirements
{
    public VCpuCountRequest? VCpuCount { get; set; }
    public MemoryMiBRequest? MemoryMiB { get; set; }
    public List<string>? CpuManufacturers { get; set; }
    public MemoryGiBPerVCpuRequest? MemoryGiBPerVCpu { get; set; }
    public List<string>? ExcludedInstanceTypes { get; set; }
    public List<string>? InstanceGenerations { get; set; }
    public int? SpotMaxPricePercentageOverLowestPrice { get; set; }
    public int? MaxSpotPriceAsPercentageOfOptimalOnDemandPrice { get; set; }
    public int? OnDemandMaxPricePercentageOverLowestPrice { get; set; }
    public BareMetal? BareMetal { get; set; }
    public BurstablePerformance? BurstablePerformance { get; set; }
    public bool? RequireHibernateSupport { get; set; }
    public NetworkInterfaceCountRequest? NetworkInterfaceCount { get; set; }
    public LocalStorage? LocalStorage { get; set; }
    public List<string>? LocalStorageTypes { get; set; }
    public TotalLocalStorageGBRequest? TotalLocalStorageGB { get; set; }
    public BaselineEbsBandwidthMbpsRequest? BaselineEbsBandwidthMbps { get; set; }
    public List<string>? AcceleratorTypes { get; set; }
    public AcceleratorCountRequest? AcceleratorCount { get; set; }
    public List<string>? AcceleratorManufacturers { get; set; }
    public List<string>? AcceleratorNames { get; set; }
    public AcceleratorTotalMemoryMiBRequest? AcceleratorTotalMemoryMiB { get; set; }
    public NetworkBandwidthGbpsRequest? NetworkBandwidthGbps { get; set; }
    public List<string>? AllowedInstanceTypes { get; set; }
    public BaselinePerformanceFactorsRequest? BaselinePerformanceFactors { get; set; }
}

public class VCpuCountRequest
{
    public int? Min { get; set; }
    public int? Max { get; set; }
}

public class MemoryMiBRequest
{
    public int? Min { get; set; }
    public int? Max { get; set; }
}

public class MemoryGiBPerVCpuRequest
{
    public double? Min { get; set; }
    public double? Max { get; set; }
}

public class NetworkInterfaceCountRequest
{
    public int? Min { get; set; }
    public int? Max { get; set; }
}

public class TotalLocalStorageGBRequest
{
    public double? Min { get; set; }
    public double? Max { get; set; }
}

public class BaselineEbsBandwidthMbpsRequest
{
    public int? Min { get; set; }
    public int? Max { get; set; }
}

public class AcceleratorCountRequest
{
    public int? Min { get; set; }
    public int? Max { get; set; }
}

public class AcceleratorTotalMemoryMiBRequest
{
    public int? Min { get; set; }
    public int? Max { get; set; }
}

public class NetworkBandwidthGbpsRequest
{
    public double? Min { get; set; }
    public double? Max { get; set; }
}

public class BaselinePerformanceFactorsRequest
{
    public CpuPerformanceFactorRequest? Cpu { get; set; }
}

public class CpuPerformanceFactorRequest
{
    [JsonPropertyName("Reference")]
    public List<PerformanceFactorReferenceRequest>? References { get; set; }
}

public class PerformanceFactorReferenceRequest
{
    public string? InstanceFamily { get; set; }
}
