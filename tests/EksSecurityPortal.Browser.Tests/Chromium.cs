using Microsoft.Playwright;

namespace EksSecurityPortal.Browser.Tests;

/// <summary>The Chromium of this machine. Playwright's own browsers are never downloaded.</summary>
public static class Chromium
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>Null when there is none.</summary>
    public static string? ExecutablePath { get; } = Candidates().FirstOrDefault(File.Exists);

    /// <summary>With PORTAL_REQUIRE_ALL=1 a missing browser is a failure, not a skip.</summary>
    public static bool IsRequired { get; } = Environment.GetEnvironmentVariable("PORTAL_REQUIRE_ALL") == "1";

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = ExecutablePath ?? throw new InvalidOperationException("No Chromium: neither /usr/bin/chromium nor chromium on PATH."),
        Args = Arguments,
    });

    private static IEnumerable<string> Candidates() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, "chromium"))
            .Prepend("/usr/bin/chromium");
}
