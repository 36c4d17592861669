using System.Text.Json.Serialization;
using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.EKS;

/// <summary>State of a node group.</summary>
[JsonConverter(typeof(ConstantConverter<NodegroupStatus>))]
public sealed class NodegroupStatus(string value) : ConstantClass(value), IConstant<NodegroupStatus>
{
    public static readonly NodegroupStatus ACTIVE = new("ACTIVE");
    public static readonly NodegroupStatus CREATE_FAILED = new("CREATE_FAILED");
    public static readonly NodegroupStatus CREATING = new("CREATING");
    public static readonly NodegroupStatus DEGRADED = new("DEGRADED");
    public static readonly NodegroupStatus DELETE_FAILED = new("DELETE_FAILED");
    public static readonly NodegroupStatus DELETING = new("DELETING");
    public static readonly NodegroupStatus UPDATING = new("UPDATING");

    public static implicit operator NodegroupStatus(string value) => FindValue(value);

    public static NodegroupStatus FindValue(string value) => FindValue<NodegroupStatus>(value);
}

/// <summary>On-Demand, Spot or reserved capacity.</summary>
[JsonConverter(typeof(ConstantConverter<CapacityTypes>))]
public sealed class CapacityTypes(string value) : ConstantClass(value), IConstant<CapacityTypes>
{
    public static readonly CapacityTypes CAPACITY_BLOCK = new("CAPACITY_BLOCK");
    public static readonly CapacityTypes ON_DEMAND = new("ON_DEMAND");
    public static readonly CapacityTypes SPOT = new("SPOT");

    public static implicit operator CapacityTypes(string value) => FindValue(value);

    public static CapacityTypes FindValue(string value) => FindValue<CapacityTypes>(value);
}

/// <summary>Image family and variant of a managed node group.</summary>
[JsonConverter(typeof(ConstantConverter<AMITypes>))]
public sealed class AMITypes(string value) : ConstantClass(value), IConstant<AMITypes>
{
    public static readonly AMITypes AL2023_ARM_64_NVIDIA = new("AL2023_ARM_64_NVIDIA");
    public static readonly AMITypes AL2023_ARM_64_STANDARD = new("AL2023_ARM_64_STANDARD");
    public static readonly AMITypes AL2023_x86_64_NEURON = new("AL2023_x86_64_NEURON");
    public static readonly AMITypes AL2023_x86_64_NVIDIA = new("AL2023_x86_64_NVIDIA");
    public static readonly AMITypes AL2023_x86_64_STANDARD = new("AL2023_x86_64_STANDARD");
    public static readonly AMITypes AL2_ARM_64 = new("AL2_ARM_64");
    public static readonly AMITypes AL2_x86_64 = new("AL2_x86_64");
    public static readonly AMITypes AL2_x86_64_GPU = new("AL2_x86_64_GPU");
    public static readonly AMITypes BOTTLEROCKET_ARM_64 = new("BOTTLEROCKET_ARM_64");
    public static readonly AMITypes BOTTLEROCKET_ARM_64_FIPS = new("BOTTLEROCKET_ARM_64_FIPS");
    public static readonly AMITypes BOTTLEROCKET_ARM_64_NVIDIA = new("BOTTLEROCKET_ARM_64_NVIDIA");
    public static readonly AMITypes BOTTLEROCKET_ARM_64_NVIDIA_FIPS = new("BOTTLEROCKET_ARM_64_NVIDIA_FIPS");
    public static readonly AMITypes BOTTLEROCKET_x86_64 = new("BOTTLEROCKET_x86_64");
    public static readonly AMITypes BOTTLEROCKET_x86_64_FIPS = new("BOTTLEROCKET_x86_64_FIPS");
    public static readonly AMITypes BOTTLEROCKET_x86_64_NVIDIA = new("BOTTLEROCKET_x86_64_NVIDIA");
    public static readonly AMITypes BOTTLEROCKET_x86_64_NVIDIA_FIPS = new("BOTTLEROCKET_x86_64_NVIDIA_FIPS");
    public static readonly AMITypes CUSTOM = new("CUSTOM");
    public static readonly AMITypes WINDOWS_CORE_2019_x86_64 = new("WINDOWS_CORE_2019_x86_64");
    public static readonly AMITypes WINDOWS_CORE_2022_x86_64 = new("WINDOWS_CORE_2022_x86_64");
    public static readonly AMITypes WINDOWS_CORE_2025_x86_64 = new("WINDOWS_CORE_2025_x86_64");
    public static readonly AMITypes WINDOWS_FULL_2019_x86_64 = new("WINDOWS_FULL_2019_x86_64");
    public static readonly AMITypes WINDOWS_FULL_2022_x86_64 = new("WINDOWS_FULL_2022_x86_64");
    public static readonly AMITypes WINDOWS_FULL_2025_x86_64 = new("WINDOWS_FULL_2025_x86_64");

    public static implicit operator AMITypes(string value) => FindValue(value);

    public static AMITypes FindValue(string value) => FindValue<AMITypes>(value);
}

/// <summary>Effect of a taint, in EKS's spelling.</summary>
[JsonConverter(typeof(ConstantConverter<TaintEffect>))]
public sealed class TaintEffect(string value) : ConstantClass(value), IConstant<TaintEffect>
{
    public static readonly TaintEffect NO_EXECUTE = new("NO_EXECUTE");
    public static readonly TaintEffect NO_SCHEDULE = new("NO_SCHEDULE");
    public static readonly TaintEffect PREFER_NO_SCHEDULE = new("PREFER_NO_SCHEDULE");

    public static implicit operator TaintEffect(string value) => FindValue(value);

    public static TaintEffect FindValue(string value) => FindValue<TaintEffect>(value);
}

[JsonConverter(typeof(ConstantConverter<NodegroupIssueCode>))]
public sealed class NodegroupIssueCode(string value) : ConstantClass(value), IConstant<NodegroupIssueCode>
{
    public static readonly NodegroupIssueCode AccessDenied = new("AccessDenied");
    public static readonly NodegroupIssueCode AmiIdNotFound = new("AmiIdNotFound");
    public static readonly NodegroupIssueCode AsgInstanceLaunchFailures = new("AsgInstanceLaunchFailures");
    public static readonly NodegroupIssueCode AutoScalingGroupInstanceRefreshActive = new("AutoScalingGroupInstanceRefreshActive");
    public static readonly NodegroupIssueCode AutoScalingGroupInvalidConfiguration = new("AutoScalingGroupInvalidConfiguration");
    public static readonly NodegroupIssueCode AutoScalingGroupNotFound = new("AutoScalingGroupNotFound");
    public static readonly NodegroupIssueCode AutoScalingGroupOptInRequired = new("AutoScalingGroupOptInRequired");
    public static readonly NodegroupIssueCode AutoScalingGroupRateLimitExceeded = new("AutoScalingGroupRateLimitExceeded");
    public static readonly NodegroupIssueCode ClusterUnreachable = new("ClusterUnreachable");
    public static readonly NodegroupIssueCode Ec2InstanceTypeDoesNotExist = new("Ec2InstanceTypeDoesNotExist");
    public static readonly NodegroupIssueCode Ec2LaunchTemplateDeletionFailure = new("Ec2LaunchTemplateDeletionFailure");
    public static readonly NodegroupIssueCode Ec2LaunchTemplateInvalidConfiguration = new("Ec2LaunchTemplateInvalidConfiguration");
    public static readonly NodegroupIssueCode Ec2LaunchTemplateMaxLimitExceeded = new("Ec2LaunchTemplateMaxLimitExceeded");
    public static readonly NodegroupIssueCode Ec2LaunchTemplateNotFound = new("Ec2LaunchTemplateNotFound");
    public static readonly NodegroupIssueCode Ec2LaunchTemplateVersionMaxLimitExceeded = new("Ec2LaunchTemplateVersionMaxLimitExceeded");
    public static readonly NodegroupIssueCode Ec2LaunchTemplateVersionMismatch = new("Ec2LaunchTemplateVersionMismatch");
    public static readonly NodegroupIssueCode Ec2SecurityGroupDeletionFailure = new("Ec2SecurityGroupDeletionFailure");
    public static readonly NodegroupIssueCode Ec2SecurityGroupNotFound = new("Ec2SecurityGroupNotFound");
    public static readonly NodegroupIssueCode Ec2SubnetInvalidConfiguration = new("Ec2SubnetInvalidConfiguration");
    public static readonly NodegroupIssueCode Ec2SubnetListTooLong = new("Ec2SubnetListTooLong");
    public static readonly NodegroupIssueCode Ec2SubnetMissingIpv6Assignment = new("Ec2SubnetMissingIpv6Assignment");
    public static readonly NodegroupIssueCode Ec2SubnetNotFound = new("Ec2SubnetNotFound");
    public static readonly NodegroupIssueCode IamInstanceProfileNotFound = new("IamInstanceProfileNotFound");
    public static readonly NodegroupIssueCode IamLimitExceeded = new("IamLimitExceeded");
    public static readonly NodegroupIssueCode IamNodeRoleNotFound = new("IamNodeRoleNotFound");
    public static readonly NodegroupIssueCode IamThrottling = new("IamThrottling");
    public static readonly NodegroupIssueCode InstanceLimitExceeded = new("InstanceLimitExceeded");
    public static readonly NodegroupIssueCode InsufficientFreeAddresses = new("InsufficientFreeAddresses");
    public static readonly NodegroupIssueCode InternalFailure = new("InternalFailure");
    public static readonly NodegroupIssueCode KubernetesLabelInvalid = new("KubernetesLabelInvalid");
    public static readonly NodegroupIssueCode LimitExceeded = new("LimitExceeded");
    public static readonly NodegroupIssueCode NodeCreationFailure = new("NodeCreationFailure");
    public static readonly NodegroupIssueCode NodeTerminationFailure = new("NodeTerminationFailure");
    public static readonly NodegroupIssueCode PodEvictionFailure = new("PodEvictionFailure");
    public static readonly NodegroupIssueCode SourceEc2LaunchTemplateNotFound = new("SourceEc2LaunchTemplateNotFound");
    public static readonly NodegroupIssueCode Unknown = new("Unknown");

    public static implicit operator NodegroupIssueCode(string value) => FindValue(value);

    public static NodegroupIssueCode FindValue(string value) => FindValue<NodegroupIssueCode>(value);
}

[JsonConverter(typeof(ConstantConverter<NodegroupUpdateStrategies>))]
public sealed class NodegroupUpdateStrategies(string value) : ConstantClass(value), IConstant<NodegroupUpdateStrategies>
{
    public static readonly NodegroupUpdateStrategies DEFAULT = new("DEFAULT");
    public static readonly NodegroupUpdateStrategies MINIMAL = new("MINIMAL");

    public static implicit operator NodegroupUpdateStrategies(string value) => FindValue(value);

    public static NodegroupUpdateStrategies FindValue(string value) => FindValue<NodegroupUpdateStrategies>(value);
}

[JsonConverter(typeof(ConstantConverter<RepairAction>))]
public sealed class RepairAction(string value) : ConstantClass(value), IConstant<RepairAction>
{
    public static readonly RepairAction NoAction = new("NoAction");
    public static readonly RepairAction Reboot = new("Reboot");
    public static readonly RepairAction Replace = new("Replace");

    public static implicit operator RepairAction(string value) => FindValue(value);

    public static RepairAction FindValue(string value) => FindValue<RepairAction>(value);
}

/// <summary>State of the instances that are kept prepared.</summary>
[JsonConverter(typeof(ConstantConverter<WarmPoolState>))]
public sealed class WarmPoolState(string value) : ConstantClass(value), IConstant<WarmPoolState>
{
    public static readonly WarmPoolState HIBERNATED = new("HIBERNATED");
    public static readonly WarmPoolState RUNNING = new("RUNNING");
    public static readonly WarmPoolState STOPPED = new("STOPPED");

    public static implicit operator WarmPoolState(string value) => FindValue(value);

    public static WarmPoolState FindValue(string value) => FindValue<WarmPoolState>(value);
}

[JsonConverter(typeof(ConstantConverter<FargateProfileStatus>))]
public sealed class FargateProfileStatus(string value) : ConstantClass(value), IConstant<FargateProfileStatus>
{
    public static readonly FargateProfileStatus ACTIVE = new("ACTIVE");
    public static readonly FargateProfileStatus CREATE_FAILED = new("CREATE_FAILED");
    public static readonly FargateProfileStatus CREATING = new("CREATING");
    public static readonly FargateProfileStatus DELETE_FAILED = new("DELETE_FAILED");
    public static readonly FargateProfileStatus DELETING = new("DELETING");

    public static implicit operator FargateProfileStatus(string value) => FindValue(value);

    public static FargateProfileStatus FindValue(string value) => FindValue<FargateProfileStatus>(value);
}

[JsonConverter(typeof(ConstantConverter<FargateProfileIssueCode>))]
public sealed class FargateProfileIssueCode(string value) : ConstantClass(value), IConstant<FargateProfileIssueCode>
{
    public static readonly FargateProfileIssueCode AccessDenied = new("AccessDenied");
    public static readonly FargateProfileIssueCode ClusterUnreachable = new("ClusterUnreachable");
    public static readonly FargateProfileIssueCode InternalFailure = new("InternalFailure");
    public static readonly FargateProfileIssueCode PodExecutionRoleAlreadyInUse = new("PodExecutionRoleAlreadyInUse");

    public static implicit operator FargateProfileIssueCode(string value) => FindValue(value);

    public static FargateProfileIssueCode FindValue(string value) => FindValue<FargateProfileIssueCode>(value);
}
