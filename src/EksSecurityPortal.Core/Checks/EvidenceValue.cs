using System.Globalization;

namespace EksSecurityPortal.Core.Checks;

/// <summary>Values as evidence shows them, the same in every language of the machine.</summary>
internal static class EvidenceValue
{
    internal const string NotStated = "not stated";

    internal static string Of(bool? value) => value switch { true => "true", false => "false", null => NotStated };

    internal static string Of(string? value) => string.IsNullOrEmpty(value) ? NotStated : value;

    internal static string Of(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? NotStated;

    internal static string Of(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? NotStated;

    /// <summary>The UTC day.</summary>
    internal static string Of(DateTimeOffset? value) => value?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? NotStated;

    internal static string Of(DateOnly? value) => value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? NotStated;
}
