using System.Text.Json.Serialization;
using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.AutoScaling;

[JsonConverter(typeof(ConstantConverter<CpuManufacturer>))]
public sealed class CpuManufacturer(string value) : ConstantClass(value), IConstant<CpuManufacturer>
{
    public static readonly CpuManufacturer Intel = new("intel");
    public static readonly CpuManufacturer Amd = new("amd");
    public static readonly CpuManufacturer AmazonWebServices = new("amazon-web-services");
    public static readonly CpuManufacturer Apple = new("apple");

    public static implicit operator CpuManufacturer(string value) => FindValue(value);

    public static CpuManufacturer FindValue(string value) => FindValue<CpuManufacturer>(value);
}

[JsonConverter(typeof(ConstantConverter<InstanceGeneration>))]
public sealed class InstanceGeneration(string value) : ConstantClass(value), IConstant<InstanceGeneration>
{
    public static readonly InstanceGeneration Current = new("current");
    public static readonly InstanceGeneration Previous = new("previous");

    public static implicit operator InstanceGeneration(string value) => FindValue(value);

    public static InstanceGeneration FindValue(string value) => FindValue<InstanceGeneration>(value);
}

[JsonConverter(typeof(ConstantConverter<BareMetal>))]
public sealed class BareMetal(string value) : ConstantClass(value), IConstant<BareMetal>
{
    public static readonly BareMetal Included = new("included");
    public static readonly BareMetal Excluded = new("excluded");
    public static readonly BareMetal Required = new("required");

    public static implicit operator BareMetal(string value) => FindValue(value);

    public static BareMetal FindValue(string value) => FindValue<BareMetal>(value);
}

[JsonConverter(typeof(ConstantConverter<BurstablePerformance>))]
public sealed class BurstablePerformance(string value) : ConstantClass(value), IConstant<BurstablePerformance>
{
    public static readonly BurstablePerformance Included = new("included");
    public static readonly BurstablePerformance Excluded = new("excluded");
    public static readonly BurstablePerformance Required = new("required");

    public static implicit operator BurstablePerformance(string value) => FindValue(value);

    public static BurstablePerformance FindValue(string value) => FindValue<BurstablePerformance>(value);
}

[JsonConverter(typeof(ConstantConverter<LocalStorage>))]
public sealed class LocalStorage(string value) : ConstantClass(value), IConstant<LocalStorage>
{
    public static readonly LocalStorage Included = new("included");
    public static readonly LocalStorage Excluded = new("excluded");
    public static readonly LocalStorage Required = new("required");

    public static implicit operator LocalStorage(string value) => FindValue(value);

    public static LocalStorage FindValue(string value) => FindValue<LocalStorage>(value);
}

[JsonConverter(typeof(ConstantConverter<LocalStorageType>))]
public sealed class LocalStorageType(string value) : ConstantClass(value), IConstant<LocalStorageType>
{
    public static readonly LocalStorageType Hdd = new("hdd");
    public static readonly LocalStorageType Ssd = new("ssd");

    public static implicit operator LocalStorageType(string value) => FindValue(value);

    public static LocalStorageType FindValue(string value) => FindValue<LocalStorageType>(value);
}

[JsonConverter(typeof(ConstantConverter<AcceleratorType>))]
public sealed class AcceleratorType(string value) : ConstantClass(value), IConstant<AcceleratorType>
{
    public static readonly AcceleratorType Gpu = new("gpu");
    public static readonly AcceleratorType Fpga = new("fpga");
    public static readonly AcceleratorType Inference = new("inference");

    public static implicit operator AcceleratorType(string value) => FindValue(value);

    public static AcceleratorType FindValue(string value) => FindValue<AcceleratorType>(value);
}

[JsonConverter(typeof(ConstantConverter<AcceleratorManufacturer>))]
public sealed class AcceleratorManufacturer(string value) : ConstantClass(value), IConstant<AcceleratorManufacturer>
{
    public static readonly AcceleratorManufacturer Nvidia = new("nvidia");
    public static readonly AcceleratorManufacturer Amd = new("amd");
    public static readonly AcceleratorManufacturer AmazonWebServices = new("amazon-web-services");
    public static readonly AcceleratorManufacturer Xilinx = new("xilinx");

    public static implicit operator AcceleratorManufacturer(string value) => FindValue(value);

    public static AcceleratorManufacturer FindValue(string value) => FindValue<AcceleratorManufacturer>(value);
}

[JsonConverter(typeof(ConstantConverter<AcceleratorName>))]
public sealed class AcceleratorName(string value) : ConstantClass(value), IConstant<AcceleratorName>
{
    public static readonly AcceleratorName A100 = new("a100");
    public static readonly AcceleratorName V100 = new("v100");
    public static readonly AcceleratorName K80 = new("k80");
    public static readonly AcceleratorName T4 = new("t4");
    public static readonly AcceleratorName M60 = new("m60");
    public static readonly AcceleratorName RadeonProV520 = new("radeon-pro-v520");
    public static readonly AcceleratorName Vu9p = new("vu9p");

    public static implicit operator AcceleratorName(string value) => FindValue(value);

    public static AcceleratorName FindValue(string value) => FindValue<AcceleratorName>(value);
}
