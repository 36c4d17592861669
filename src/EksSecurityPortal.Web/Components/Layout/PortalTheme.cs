using MudBlazor;

namespace EksSecurityPortal.Web.Components.Layout;

/// <summary>MudBlazor's palette in the colours of <c>wwwroot/css/tokens.css</c>; a test holds the two together.</summary>
internal static class PortalTheme
{
    private static readonly string[] Sans = ["Plex Sans", "system-ui", "Segoe UI", "DejaVu Sans", "sans-serif"];

    internal static MudTheme Value { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0b6470", PrimaryContrastText = "#ffffff", Secondary = "#583c9c", Background = "#f5f4f0", Surface = "#ffffff", DrawerBackground = "#ffffff",
            TextPrimary = "#16232b", TextSecondary = "#4f5c64", ActionDefault = "#4f5c64", LinesDefault = "#dedbd2", LinesInputs = "#85887f", TableLines = "#dedbd2", Divider = "#dedbd2",
            Error = "#a01236", Warning = "#765300", Success = "#17643b", Info = "#1d5a92",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#6ccad1", PrimaryContrastText = "#06262a", Secondary = "#c5b2ff", Background = "#0c1417", Surface = "#131e22", DrawerBackground = "#131e22",
            TextPrimary = "#e5edee", TextSecondary = "#a4b5ba", ActionDefault = "#a4b5ba", LinesDefault = "#28383e", LinesInputs = "#6b7f86", TableLines = "#28383e", Divider = "#28383e",
            Error = "#ff93a7", Warning = "#efc95f", Success = "#82d8a3", Info = "#93c5f6",
            ErrorContrastText = "#3a1620", WarningContrastText = "#312910", SuccessContrastText = "#12301f", InfoContrastText = "#13293d", SecondaryContrastText = "#271e43",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Sans, FontSize = "14px", LineHeight = "1.5", LetterSpacing = "0" },
            Body1 = new Body1Typography { FontFamily = Sans, FontSize = "14px", LetterSpacing = "0" },
            Body2 = new Body2Typography { FontFamily = Sans, FontSize = "13px", LetterSpacing = "0" },
            H6 = new H6Typography { FontFamily = Sans, FontSize = "17px", FontWeight = "600", LetterSpacing = "0" },
            Button = new ButtonTypography { FontFamily = Sans, FontSize = "14px", FontWeight = "500", TextTransform = "none", LetterSpacing = "0" },
        },
    };
}
