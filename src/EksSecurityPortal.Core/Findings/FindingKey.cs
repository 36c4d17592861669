using System.Security.Cryptography;
using System.Text;
using EksSecurityPortal.Core.Checks;

namespace EksSecurityPortal.Core.Findings;

/// <summary>What makes two failures of different runs the same finding: the cluster, the check, the resource.</summary>
public sealed record FindingKey(string ClusterArn, string CheckId, string ResourceKind, string ResourceKey)
{
    /// <summary>32 lower-case hexadecimal characters derived from the key; fit for addresses, the same for ever.</summary>
    public string Id { get; } = Hash(ClusterArn, CheckId, ResourceKind, ResourceKey);

    public static FindingKey Of(string clusterArn, CheckOutcome outcome) => new(clusterArn, outcome.CheckId, outcome.Resource.Kind, outcome.Resource.Key);

    /// <summary>Each text is preceded by its length, so that no two different lists of texts look alike.</summary>
    internal static string Hash(params ReadOnlySpan<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in texts)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
