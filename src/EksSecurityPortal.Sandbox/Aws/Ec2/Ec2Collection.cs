using System.IO.Enumeration;

namespace EksSecurityPortal.Sandbox.Aws.Ec2;

/// <summary>How one kind of EC2 resource is listed: its id parameter, its filters, its element.</summary>
internal sealed record Ec2Collection<T>(string SetName, string IdParameter, string MissingCode, Func<T, string> IdOf)
{
    /// <summary>Values of a filter for a resource; null when the operation has no such filter. Tag filters are built in.</summary>
    public required Func<T, string, IEnumerable<string?>?> Filter { get; init; }

    public required Func<T, IReadOnlyDictionary<string, string>> Tags { get; init; }

    public required Action<XmlBody, T> Write { get; init; }

    /// <summary>Selects by ids and filters, cuts the page and writes set and nextToken.</summary>
    public void Answer(XmlBody body, AwsRequest request, string operation, IReadOnlyList<T> all)
    {
        var page = Select(request, operation, all);
        body.List(SetName, page.Items, Write).Text("nextToken", page.Next);
    }

    public Page<T> Select(AwsRequest request, string operation, IReadOnlyList<T> all)
    {
        var ids = request.List(IdParameter);
        if (ids.Count > 0)
        {
            if (request.Find("MaxResults") is not null && IdParameter is "InstanceId")
            {
                throw new AwsException(400, "InvalidParameterCombination", "The parameter instancesSet cannot be used with the parameter maxResults");
            }

            var byId = all.ToLookup(IdOf);
            all = [.. ids.Select(id => byId[id].FirstOrDefault() is { } found ? found : throw new AwsException(400, MissingCode, $"The ID '{id}' does not exist"))];
        }

        foreach (var (name, values) in Ec2Filters.Read(request))
        {
            all = [.. all.Where(item => Ec2Filters.Matches(ValuesOf(item, name), values))];
        }

        return Ec2Filters.Cut(request, operation, all);
    }

    private IEnumerable<string?> ValuesOf(T item, string name) => name switch
    {
        "tag-key" => Tags(item).Keys,
        ['t', 'a', 'g', ':', .. var key] => Tags(item).TryGetValue(key, out var value) ? [value] : [],
        _ => Filter(item, name) ?? throw new AwsException(400, "InvalidParameterValue", $"The filter '{name}' is invalid"),
    };
}

/// <summary>Filters and paging of EC2: Filter.1.Name, Filter.1.Value.1, MaxResults, NextToken.</summary>
internal static class Ec2Filters
{
    public static IReadOnlyList<(string Name, IReadOnlyList<string> Values)> Read(AwsRequest request)
    {
        var filters = new List<(string, IReadOnlyList<string>)>();
        for (var index = 1; request.Find($"Filter.{index}.Name") is { } name; index++)
        {
            filters.Add((name, request.List($"Filter.{index}.Value")));
        }

        return filters;
    }

    /// <summary>True when any value matches any pattern; * and ? are wildcards, and case counts.</summary>
    public static bool Matches(IEnumerable<string?> values, IReadOnlyList<string> patterns) =>
        values.Any(value => value is not null && patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, value, ignoreCase: false)));

    public static Page<T> Cut<T>(AwsRequest request, string operation, IReadOnlyList<T> all)
    {
        var size = Paging.Size(request.Find("MaxResults"), 5, 1000, int.MaxValue, text =>
            new AwsException(400, "InvalidParameterValue", $"Value ( {text} ) for parameter maxResults is invalid. Expecting a value between 5 and 1000."));
        return Paging.Cut(all, operation, request.Find("NextToken"), size, () => new AwsException(400, "InvalidParameterValue", "Unable to parse pagination token"));
    }
}
