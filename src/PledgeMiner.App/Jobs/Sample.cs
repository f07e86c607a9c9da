namespace PledgeMiner.App.Jobs;

/// <summary>The bundled sample: pages of our own invention, so that a newcomer has something to review at once and offline.</summary>
internal static class Sample
{
    public const string Name = "sample";

    public static Source Source => new(Name, new Uri("https://sample.invalid/"), Path.Combine(AppContext.BaseDirectory, "sample"), Invented: true);
}
