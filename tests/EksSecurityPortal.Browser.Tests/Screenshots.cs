using Microsoft.Playwright;

namespace EksSecurityPortal.Browser.Tests;

/// <summary>Pictures of the visited pages, to be looked at: written to the folder that PORTAL_SCREENSHOTS names, if it names one.</summary>
public static class Screenshots
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("PORTAL_SCREENSHOTS");

    public static async Task TakeAsync(IPage page, string name, ColorScheme theme)
    {
        if (Folder is null)
        {
            return;
        }

        var file = string.Join('-', $"{name} {page.ViewportSize!.Width} {theme}".ToLowerInvariant().Split(['/', ' '], StringSplitOptions.RemoveEmptyEntries));
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, file + ".png"), FullPage = true });
    }
}
