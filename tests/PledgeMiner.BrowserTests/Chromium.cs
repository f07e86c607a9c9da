using Microsoft.Playwright;

namespace PledgeMiner.BrowserTests;

/// <summary>The system's Chromium, or a skipped test where there is none.</summary>
internal static class Chromium
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        var path = Environment.GetEnvironmentVariable("PLEDGEMINER_CHROMIUM") ?? Array.Find(Places, File.Exists);
        if (path is null) Assert.Skip("No Chromium was found: install one, or name it in PLEDGEMINER_CHROMIUM.");
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
    }
}
