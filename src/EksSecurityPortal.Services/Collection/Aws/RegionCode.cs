using System.Text.RegularExpressions;
using Amazon;

namespace EksSecurityPortal.Services.Collection.Aws;

/// <summary>Region codes: their form, and the partition that each belongs to.</summary>
public static partial class RegionCode
{
    /// <summary>True for text of the form <c>eu-central-1</c> or <c>us-gov-west-1</c>. Says nothing about whether AWS has such a region.</summary>
    public static bool IsWellFormed(string text) => Form().IsMatch(text);

    /// <summary>The partition that the code's form belongs to: aws, aws-cn, aws-us-gov, …</summary>
    public static string PartitionOf(string region) => RegionEndpoint.GetBySystemName(region).PartitionName;

    /// <summary>The region that a partition's global services sign for.</summary>
    public static string GlobalRegionOf(string partition) => partition switch
    {
        "aws-cn" => "cn-north-1",
        "aws-us-gov" => "us-gov-west-1",
        _ => "us-east-1",
    };

    [GeneratedRegex("^[a-z]{2,4}(-[a-z]{2,16}){1,3}-[0-9]{1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
