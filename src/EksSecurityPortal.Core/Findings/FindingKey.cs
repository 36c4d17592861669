using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Findings;

/// <summary>
/// Identity of a finding over runs: SHA-256 over account, region, cluster ARN, check id and the resource's kind and stable key. Nothing that
/// changes with a roll-out (pod, instance, text, severity) is in it.
/// </summary>
/// <param name="Value">64 lower-case hexadecimal digits.</param>
public sealed record FindingKey(string Value)
{
    public static FindingKey For(ClusterRef cluster, string checkId, ResourceRef resource)
    {
        // each field with its length before it: no two different lists of fields give the same text
        var text = new StringBuilder();
        foreach (var field in new[] { cluster.AccountId, cluster.Region, cluster.Arn, checkId, resource.Kind, resource.Key })
        {
            text.Append(CultureInfo.InvariantCulture, $"{field.Length}:{field};");
        }

        return new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))));
    }

    public override string ToString() => Value;
}
