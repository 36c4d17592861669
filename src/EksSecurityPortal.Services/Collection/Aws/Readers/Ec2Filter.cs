using Amazon.EC2.Model;

namespace EksSecurityPortal.Services.Collection.Aws.Readers;

/// <summary>Filters of EC2's list operations. Unlike ids in the request, a value that matches nothing is no error.</summary>
internal static class Ec2Filter
{
    /// <summary>Values that EC2 takes in one filter.</summary>
    public const int MaxValues = 200;

    public static List<Filter> By(string name, params IEnumerable<string> values) => [new Filter { Name = name, Values = [.. values] }];

    /// <summary>Reads what matches any of the values, in as many calls as it takes.</summary>
    public static async Task<List<T>> ReadAsync<T>(IEnumerable<string> values, Func<IReadOnlyList<string>, IAsyncEnumerable<T>> read, CancellationToken cancellationToken)
    {
        var all = new List<T>();
        foreach (var chunk in values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Chunk(MaxValues))
        {
            all.AddRange(await read(chunk).ToListAsync(cancellationToken));
        }

        return all;
    }
}
