using System.Text.Json.Serialization;
using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.ElasticLoadBalancingV2;

/// <summary>Whether a load balancer has public addresses.</summary>
[JsonConverter(typeof(ConstantConverter<LoadBalancerSchemeEnum>))]
public sealed class LoadBalancerSchemeEnum(string value) : ConstantClass(value), IConstant<LoadBalancerSchemeEnum>
{
    public static readonly LoadBalancerSchemeEnum InternetFacing = new("internet-facing");
    public static readonly LoadBalancerSchemeEnum Internal = new("internal");

    public static implicit operator LoadBalancerSchemeEnum(string value) => FindValue(value);

    public static LoadBalancerSchemeEnum FindValue(string value) => FindValue<LoadBalancerSchemeEnum>(value);
}

/// <summary>Kind of load balancer.</summary>
[JsonConverter(typeof(ConstantConverter<LoadBalancerTypeEnum>))]
public sealed class LoadBalancerTypeEnum(string value) : ConstantClass(value), IConstant<LoadBalancerTypeEnum>
{
    public static readonly LoadBalancerTypeEnum Application = new("application");
    public static readonly LoadBalancerTypeEnum Network = new("network");
    public static readonly LoadBalancerTypeEnum Gateway = new("gateway");

    public static implicit operator LoadBalancerTypeEnum(string value) => FindValue(value);

    public static LoadBalancerTypeEnum FindValue(string value) => FindValue<LoadBalancerTypeEnum>(value);
}

[JsonConverter(typeof(ConstantConverter<IpAddressType>))]
public sealed class IpAddressType(string value) : ConstantClass(value), IConstant<IpAddressType>
{
    public static readonly IpAddressType Ipv4 = new("ipv4");
    public static readonly IpAddressType Dualstack = new("dualstack");
    public static readonly IpAddressType DualstackWithoutPublicIpv4 = new("dualstack-without-public-ipv4");

    public static implicit operator IpAddressType(string value) => FindValue(value);

    public static IpAddressType FindValue(string value) => FindValue<IpAddressType>(value);
}

[JsonConverter(typeof(ConstantConverter<EnablePrefixForIpv6SourceNatEnum>))]
public sealed class EnablePrefixForIpv6SourceNatEnum(string value) : ConstantClass(value), IConstant<EnablePrefixForIpv6SourceNatEnum>
{
    public static readonly EnablePrefixForIpv6SourceNatEnum On = new("on");
    public static readonly EnablePrefixForIpv6SourceNatEnum Off = new("off");

    public static implicit operator EnablePrefixForIpv6SourceNatEnum(string value) => FindValue(value);

    public static EnablePrefixForIpv6SourceNatEnum FindValue(string value) => FindValue<EnablePrefixForIpv6SourceNatEnum>(value);
}

[JsonConverter(typeof(ConstantConverter<LoadBalancerStateEnum>))]
public sealed class LoadBalancerStateEnum(string value) : ConstantClass(value), IConstant<LoadBalancerStateEnum>
{
    public static readonly LoadBalancerStateEnum Active = new("active");
    public static readonly LoadBalancerStateEnum Provisioning = new("provisioning");
    public static readonly LoadBalancerStateEnum Active_impaired = new("active_impaired");
    public static readonly LoadBalancerStateEnum Failed = new("failed");

    public static implicit operator LoadBalancerStateEnum(string value) => FindValue(value);

    public static LoadBalancerStateEnum FindValue(string value) => FindValue<LoadBalancerStateEnum>(value);
}

/// <summary>What a target group's targets are.</summary>
[JsonConverter(typeof(ConstantConverter<TargetTypeEnum>))]
public sealed class TargetTypeEnum(string value) : ConstantClass(value), IConstant<TargetTypeEnum>
{
    public static readonly TargetTypeEnum Instance = new("instance");
    public static readonly TargetTypeEnum Ip = new("ip");
    public static readonly TargetTypeEnum Lambda = new("lambda");
    public static readonly TargetTypeEnum Alb = new("alb");

    public static implicit operator TargetTypeEnum(string value) => FindValue(value);

    public static TargetTypeEnum FindValue(string value) => FindValue<TargetTypeEnum>(value);
}

[JsonConverter(typeof(ConstantConverter<TargetGroupIpAddressTypeEnum>))]
public sealed class TargetGroupIpAddressTypeEnum(string value) : ConstantClass(value), IConstant<TargetGroupIpAddressTypeEnum>
{
    public static readonly TargetGroupIpAddressTypeEnum Ipv4 = new("ipv4");
    public static readonly TargetGroupIpAddressTypeEnum Ipv6 = new("ipv6");

    public static implicit operator TargetGroupIpAddressTypeEnum(string value) => FindValue(value);

    public static TargetGroupIpAddressTypeEnum FindValue(string value) => FindValue<TargetGroupIpAddressTypeEnum>(value);
}
