namespace EksSecurityPortal.Core.Checks;

/// <summary>How to mend a failure. Commands and manifests are printed, never run by the portal.</summary>
/// <param name="Summary">One or two sentences.</param>
/// <param name="Command">
/// Exact shell command(s) or null. Placeholders <c>{cluster}</c>, <c>{region}</c>, <c>{account}</c>, <c>{namespace}</c> and <c>{resource}</c> (the resource's key,
/// without its namespace) are filled, shell-quoted, for each finding; values in angle brackets are for the reader to fill.
/// </param>
/// <param name="Manifest">Kubernetes or Terraform text with the same placeholders as whole scalars, or null.</param>
public sealed record Remediation(string Summary, string? Command = null, string? Manifest = null);
