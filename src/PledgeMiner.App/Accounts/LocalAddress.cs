namespace PledgeMiner.App.Accounts;

/// <summary>The way back after the sign-in.</summary>
internal static class LocalAddress
{
    public const string Home = "/";

    /// <summary>A way back must lead back here; anything else is somebody's trap. Browsers drop tabs and line ends and take \ for /.</summary>
    public static string OrHome(string? back) =>
        back is ['/', ..] && back is not ['/', '/' or '\\', ..] && !back.Any(x => x is '\\' || char.IsControl(x) || char.IsWhiteSpace(x)) ? back : Home;
}
