using MudBlazor;

namespace PledgeMiner.App.Reviewing;

/// <summary>Colours and type of the pages; the system's own fonts, so that nothing is loaded from elsewhere.</summary>
internal static class Look
{
    private static readonly string[] Fonts = ["system-ui", "Segoe UI", "Helvetica", "Arial", "sans-serif"];

    public static readonly MudTheme Theme = new()
    {
        Typography = new Typography { Default = new DefaultTypography { FontFamily = Fonts } },
        PaletteLight = new PaletteLight { Primary = "#1f4e79", Secondary = "#7a4b00", Background = "#fafaf8", Surface = "#ffffff", TextPrimary = "#1c1c1c", TextSecondary = "#4a4a4a" },
        PaletteDark = new PaletteDark { Primary = "#8ab8e6", Secondary = "#e0b060", Background = "#16181b", Surface = "#1f2226", TextPrimary = "#ececec", TextSecondary = "#b8b8b8" },
    };
}
