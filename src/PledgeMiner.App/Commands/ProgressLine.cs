using System.Diagnostics;

namespace PledgeMiner.App.Commands;

/// <summary>One line on standard error that says how far a long command is; silent where nobody watches.</summary>
internal sealed class ProgressLine : IDisposable
{
    private readonly bool _watched = !Console.IsErrorRedirected;
    private readonly Stopwatch _since = Stopwatch.StartNew();

    public void Show(string text)
    {
        // Five times a second is as often as an eye follows.
        if (!_watched || _since.ElapsedMilliseconds < 200) return;
        _since.Restart();
        Console.Error.Write($"\r{text,-78}");
    }

    public void Tell(string text)
    {
        Dispose();
        Console.Error.WriteLine(text);
    }

    public void Dispose()
    {
        if (_watched) Console.Error.Write($"\r{"",-78}\r");
    }
}
