using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;
using EksSecurityPortal.Services.Collection.Aws.Reading;
using EksSecurityPortal.Services.Collection.Kubernetes;

namespace EksSecurityPortal.Services.Collection.Aws.Readers;

/// <summary>
/// From the SDK's nullable members to facts. The SDK leaves lists null where the answer had none; a scalar that was not answered stays null,
/// so that no default can be read as a good value. Text that people in the account can choose is bounded and freed of control characters.
/// </summary>
internal static class SdkValues
{
    public static IReadOnlyList<string> ListOf(IEnumerable<string?>? values) => values is null ? [] : [.. values.OfType<string>().Select(value => HostileText.Clean(value))];

    public static IReadOnlyList<TFact> ListOf<TValue, TFact>(IEnumerable<TValue?>? values, Func<TValue, TFact> fact)
        where TValue : class => values is null ? [] : [.. values.OfType<TValue>().Select(fact)];

    public static IReadOnlyDictionary<string, string> MapOf(IEnumerable<KeyValuePair<string, string>>? values) =>
        TagsOf(values, pair => pair.Key, pair => pair.Value);

    /// <summary>Tags by key; of two with one key the last counts; a tag without a value has the empty one.</summary>
    public static IReadOnlyDictionary<string, string> TagsOf<T>(IEnumerable<T>? tags, Func<T, string?> key, Func<T, string?> value)
    {
        var map = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in tags ?? [])
        {
            if (key(tag) is { } name)
            {
                map[HostileText.Clean(name)] = HostileText.Clean(value(tag) ?? "");
            }
        }

        return map;
    }

    public static string? TextOf(string? value) => value is null ? null : HostileText.Clean(value);

    public static string? TextOf(ConstantClass? value) => value is null ? null : HostileText.Clean(value.Value);

    [return: NotNullIfNotNull(nameof(time))]
    public static DateTimeOffset? UtcOf(DateTime? time) => time switch
    {
        null => null,
        { Kind: DateTimeKind.Unspecified } unspecified => new DateTimeOffset(DateTime.SpecifyKind(unspecified, DateTimeKind.Utc)),
        { } known => new DateTimeOffset(known.ToUniversalTime()),
    };

    /// <summary>A time as text of ISO 8601; null when it is none.</summary>
    public static DateTimeOffset? UtcOf(string? time) =>
        DateTimeOffset.TryParse(time, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal | System.Globalization.DateTimeStyles.AdjustToUniversal, out var parsed)
            ? parsed
            : null;

    /// <exception cref="MalformedAnswerException">The value is absent.</exception>
    public static T Required<T>(T? value, string operation, string name)
        where T : class => value ?? throw new MalformedAnswerException(operation, name);

    /// <exception cref="MalformedAnswerException">The value is absent.</exception>
    public static T Required<T>(T? value, string operation, string name)
        where T : struct => value ?? throw new MalformedAnswerException(operation, name);
}
