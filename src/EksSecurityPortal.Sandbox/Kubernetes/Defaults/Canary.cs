namespace EksSecurityPortal.Sandbox;

/// <summary>
/// Made-up secrets that the estate plants where people leave real ones: literal environment values, and the annotations that repeat them.
/// Whoever reads a sandbox must keep none of them; a test can search stores, logs and pages for <see cref="Marker"/>.
/// </summary>
public static class Canary
{
    public const string Marker = "sandbox-canary";

    /// <summary>A secret that is recognised by its marker, e.g. <c>sandbox-canary-9f31c2d47a60-db-password</c>.</summary>
    public static string Of(string name) => $"{Marker}-{Kubernetes.Stable.Hash(name) & 0xFFFF_FFFF_FFFF:x12}-{name}";
}
