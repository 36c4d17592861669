namespace EksSecurityPortal.Web.Components.Layout;

/// <summary>What the cookies of the first request said of this browser.</summary>
/// <param name="Theme">dark, light, or null when nothing is known yet.</param>
/// <param name="TimeZone">IANA name or null.</param>
public sealed record InitialLook(string? Theme, string? TimeZone);
