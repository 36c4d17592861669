namespace EksSecurityPortal.Browser.Tests;

/// <summary>A test that is skipped, visibly, where there is no Chromium.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = BrowserTheoryAttribute.Reason;
}

/// <summary>As <see cref="BrowserFactAttribute"/>, for a row of data each.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    internal static readonly string? Reason = Chromium.ExecutablePath is null && !Chromium.IsRequired ? "Chromium is not installed." : null;

    public BrowserTheoryAttribute() => Skip = Reason;
}
