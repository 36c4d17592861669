using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Checks;

/// <summary>How to mend a failure. Commands and manifests are printed, never run by the portal.</summary>
/// <param name="Summary">One or two sentences.</param>
/// <param name="Command">
/// Exact shell command(s) or null. Placeholders <c>{cluster}</c>, <c>{region}</c>, <c>{account}</c>, <c>{resource}</c>, <c>{namespace}</c> are filled, shell-quoted, for each finding.
/// </param>
/// <param name="Manifest">Kubernetes or Terraform text with the same placeholders, or null.</param>
public sealed record Remediation(string Summary, string? Command = null, string? Manifest = null)
{
    /// <summary>The command with this finding's values as POSIX shell words; null when there is no command. Safe for hostile names.</summary>
    public string? FillCommand(ClusterRef cluster, ResourceRef resource) => Fill(Command, cluster, resource, ShellWord);

    /// <summary>The manifest with this finding's values as YAML (or HCL) scalars; null when there is no manifest. Safe for hostile names.</summary>
    public string? FillManifest(ClusterRef cluster, ResourceRef resource) => Fill(Manifest, cluster, resource, Scalar);

    private static string? Fill(string? text, ClusterRef cluster, ResourceRef resource, Func<string, string> quote)
    {
        if (text is null)
        {
            return null;
        }

        // one pass: a value that looks like a placeholder must not be filled again
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["{cluster}"] = cluster.Name, ["{region}"] = cluster.Region, ["{account}"] = cluster.AccountId,
            ["{resource}"] = LastName(resource), ["{namespace}"] = resource.Namespace ?? "",
        };
        var filled = new System.Text.StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var name = text[at] == '{' ? values.Keys.FirstOrDefault(key => text.AsSpan(at).StartsWith(key, StringComparison.Ordinal)) : null;
            filled.Append(name is null ? text[at].ToString() : quote(values[name]));
            at += name?.Length ?? 1;
        }

        return filled.ToString();
    }

    // commands name the namespace apart
    private static string LastName(ResourceRef resource) =>
        resource.Namespace is { } space && resource.Key.StartsWith(space + "/", StringComparison.Ordinal) ? resource.Key[(space.Length + 1)..] : resource.Key;

    private static string ShellWord(string value)
    {
        var printable = OutcomeText.Clean(value, int.MaxValue);
        return printable.Length > 0 && printable.All(IsPlain) ? printable : "'" + printable.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
    }

    // always quoted: true, 12 and a name with a colon must stay text
    private static string Scalar(string value) =>
        "\"" + OutcomeText.Clean(value, int.MaxValue).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '/' or ':' or '@' or '+';
}
