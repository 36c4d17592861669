using EksSecurityPortal.Core.Inventory;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Parts;

/// <summary>Reads the aws-auth ConfigMap as the EKS authenticator does: three members, each a text in YAML.</summary>
internal sealed class AwsAuthReading(StringPool texts)
{
    /// <summary>More than any cluster has; an alias that multiplies lists must not multiply memory.</summary>
    private const int MaxEntries = 10_000;

    private readonly List<string> errors = [];
    private int entries;

    /// <param name="data">Members of the ConfigMap; null when there is none.</param>
    internal AwsAuth Read(IReadOnlyDictionary<string, string?>? data)
    {
        if (data is null)
        {
            return new(false, [], [], [], []);
        }

        var roles = Mappings(data, "mapRoles", "rolearn");
        var users = Mappings(data, "mapUsers", "userarn");
        var accounts = Items(data, "mapAccounts").Select(item => Text(item, "mapAccounts")).OfType<string>().ToList();
        return new(true, roles, users, accounts, errors);
    }

    private List<AwsAuthMapping> Mappings(IReadOnlyDictionary<string, string?> data, string member, string arnKey)
    {
        var mappings = new List<AwsAuthMapping>();
        foreach (var item in Items(data, member))
        {
            if (item is not YamlMappingNode mapping)
            {
                Report(member, "an entry is no mapping");
                continue;
            }

            var arn = Text(Find(mapping, arnKey), member);
            if (arn is null)
            {
                Report(member, $"an entry has no {arnKey}");
                continue;
            }

            mappings.Add(new(arn, Text(Find(mapping, "username"), member), Groups(mapping, member)));
        }

        return mappings;
    }

    private List<string> Groups(YamlMappingNode mapping, string member)
    {
        switch (Find(mapping, "groups"))
        {
            case null or YamlScalarNode { Value: null or "" or "null" or "~" }:
                return [];
            case YamlSequenceNode groups:
                return [.. groups.Children.TakeWhile(_ => HasRoom(member)).Select(group => Text(group, member)).OfType<string>()];
            default:
                Report(member, "groups is no list");
                return [];
        }
    }

    private IEnumerable<YamlNode> Items(IReadOnlyDictionary<string, string?> data, string member)
    {
        if (!data.TryGetValue(member, out var yaml) || string.IsNullOrWhiteSpace(yaml))
        {
            return [];
        }

        YamlNode? root;
        try
        {
            root = BoundedYaml.Load(yaml);
        }
        catch (YamlException exception)
        {
            Report(member, $"not readable as YAML at line {exception.Start.Line}");
            return [];
        }

        switch (root)
        {
            case null or YamlScalarNode { Value: null or "" or "null" or "~" }:
                return [];
            case YamlSequenceNode sequence:
                return sequence.Children.TakeWhile(_ => HasRoom(member));
            default:
                Report(member, "not a list");
                return [];
        }
    }

    private bool HasRoom(string member)
    {
        if (++entries == MaxEntries)
        {
            Report(member, $"more than {MaxEntries} entries; the rest was not read");
        }

        return entries < MaxEntries;
    }

    private string? Text(YamlNode? node, string member)
    {
        if (node is null or YamlScalarNode)
        {
            return texts.Find((node as YamlScalarNode)?.Value);
        }

        Report(member, "a list or mapping stands where a text belongs");
        return null;
    }

    private void Report(string member, string problem)
    {
        var error = $"{member}: {problem}.";
        if (errors.Count < 20 && !errors.Contains(error))
        {
            errors.Add(error);
        }
    }

    private static YamlNode? Find(YamlMappingNode mapping, string key) =>
        mapping.Children.FirstOrDefault(child => child.Key is YamlScalarNode { Value: { } name } && name == key).Value;
}
