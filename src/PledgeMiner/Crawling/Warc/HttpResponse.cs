using System.Globalization;

namespace PledgeMiner.Crawling.Warc;

/// <summary>A stored answer of a web server: its status, its headers and its body as it was sent.</summary>
internal sealed record HttpResponse(int Status, string StatusLine, WarcFields Headers, byte[] Body)
{
    /// <summary>Servers refuse to send more, and browsers to take more.</summary>
    public const int HeadBytes = 256_000;

    /// <returns>Null where the bytes do not begin with a status line, or the headers after it have no end.</returns>
    public static HttpResponse? Parse(byte[] message)
    {
        if (!message.AsSpan().StartsWith("HTTP/"u8)) return null;
        var (head, body) = Split(message);
        if (head > HeadBytes) return null;
        var lines = WarcInput.Decode(message.AsSpan(0, head)).Split('\n', 2);
        var status = lines[0].Trim();
        var words = status.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || !int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var code)) return null;
        return new(code, status, WarcFields.Parse(lines.Length > 1 ? lines[1] : ""), message[body..]);
    }

    /// <summary>The headers as a page keeps them: the status line, then one "Name: value" a line. Databases refuse U+0000.</summary>
    public string HeaderText =>
        string.Concat(Headers.All.Select(x => $"{x.Name}: {x.Value}\n").Prepend($"{StatusLine}\n")).Replace('\0', '\uFFFD');

    /// <summary>Where the head ends and where the body begins: at the first empty line.</summary>
    private static (int Head, int Body) Split(ReadOnlySpan<byte> message)
    {
        for (var at = 0; message[at..].IndexOf((byte)'\n') is >= 0 and var n; at += n + 1)
        {
            if (message.Slice(at, n) is [] or [(byte)'\r']) return (at, at + n + 1);
        }
        return (message.Length, message.Length);
    }
}
