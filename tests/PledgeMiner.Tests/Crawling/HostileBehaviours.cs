using System.IO.Compression;
using System.Text;

namespace PledgeMiner.Tests.Crawling;

/// <summary>What servers do to crawlers, and the one reason that is recorded for each; null where the page is taken all the same.</summary>
internal static class HostileBehaviours
{
    public const int PageBytes = 200_000;

    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

    public static readonly IReadOnlyDictionary<string, (ProblemKind? Expected, Func<HostileConnection, Task> Answer)> All = new Dictionary<string, (ProblemKind?, Func<HostileConnection, Task>)>
    {
        ["an honest page"] = (null, Say(Ok + "Content-Length: 5\r\n\r\nhello")),
        ["a page ended by closing"] = (null, Say(Ok + "Connection: close\r\n\r\nhello")),
        ["silence"] = (ProblemKind.TooSlow, x => x.HangAsync()),
        ["closed at once"] = (ProblemKind.BadAnswer, _ => Task.CompletedTask),
        ["a reset at once"] = (ProblemKind.Unreachable, Resets("")),
        ["a reset within the body"] = (ProblemKind.Unreachable, Resets(Ok + "Content-Length: 500\r\n\r\nhalf")),
        ["a reset within the headers"] = (ProblemKind.Unreachable, Resets("HTTP/1.1 200 O")),
        ["half a status line"] = (ProblemKind.BadAnswer, Say("HTTP/1.1 2")),
        ["half a head"] = (ProblemKind.BadAnswer, Say(Ok)),
        ["a dripping status line"] = (ProblemKind.TooSlow, Forever("", "H", 50)),
        ["dripping headers"] = (ProblemKind.TooSlow, Forever(Ok, "X-A: b\r\n", 50)),
        ["a dripping body"] = (ProblemKind.TooSlow, Forever(Ok + "\r\n", "x", 50)),
        ["dripping chunks"] = (ProblemKind.TooSlow, Forever(Ok + "Transfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n", 50)),
        ["a body that stops"] = (ProblemKind.TooSlow, Hangs(Ok + "Content-Length: 500\r\n\r\nhalf")),
        ["chunks that stop"] = (ProblemKind.TooSlow, Hangs(Ok + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")),
        ["an endless body"] = (ProblemKind.TooLarge, Forever(Ok + "\r\n", new string('x', 8192))),
        ["an endless chunk"] = (ProblemKind.TooLarge, Forever(Ok + "Transfer-Encoding: chunked\r\n\r\n7fffffff\r\n", new string('x', 8192))),
        ["endless chunks"] = (ProblemKind.TooLarge, Forever(Ok + "Transfer-Encoding: chunked\r\n\r\n", "400\r\n" + new string('x', 1024) + "\r\n")),
        ["endless headers"] = (ProblemKind.TooLarge, Forever(Ok, "X-A: " + new string('b', 1000) + "\r\n")),
        ["an endless header line"] = (ProblemKind.TooLarge, Forever(Ok + "X-A: ", new string('b', 1000))),
        ["an endless status line"] = (ProblemKind.TooLarge, Forever("HTTP/1.1 200 ", new string('b', 1000))),
        ["an endless chunk extension"] = (ProblemKind.BadAnswer, Forever(Ok + "Transfer-Encoding: chunked\r\n\r\n5;", new string('b', 1000))),
        ["a flood of 100 Continue"] = (ProblemKind.TooSlow, Forever("", "HTTP/1.1 100 Continue\r\n\r\n", 1)),
        ["a flood of 103 Early Hints"] = (ProblemKind.TooSlow, Forever("", "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n", 1)),
        ["101 unasked"] = (ProblemKind.HttpStatus, Say("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n")),
        ["a length too long"] = (ProblemKind.BadAnswer, Say(Ok + "Content-Length: 50\r\nConnection: close\r\n\r\nhello")),
        ["a length too short"] = (null, Say(Ok + "Content-Length: 3\r\nConnection: close\r\n\r\nhello")),
        ["a huge length"] = (ProblemKind.BadAnswer, Say(Ok + "Content-Length: 9223372036854775807\r\n\r\nhello")),
        ["chunks and a length"] = (null, Say(Ok + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n")),
        ["a bad chunk size"] = (ProblemKind.BadAnswer, Say(Ok + "Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n")),
        ["a negative chunk size"] = (ProblemKind.BadAnswer, Say(Ok + "Transfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n0\r\n\r\n")),
        ["a chunk size that overflows"] = (ProblemKind.BadAnswer, Say(Ok + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nhello\r\n0\r\n\r\n")),
        ["chunks cut off"] = (ProblemKind.BadAnswer, Say(Ok + "Transfer-Encoding: chunked\r\n\r\n5\r\nhel")),
        ["no last chunk"] = (ProblemKind.BadAnswer, Say(Ok + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")),
        ["HTTP/0.9"] = (ProblemKind.BadAnswer, Say("<html>hello</html>")),
        ["a garbage status line"] = (ProblemKind.BadAnswer, Say("SSH-2.0-OpenSSH_9.6\r\n")),
        ["a status that is no number"] = (ProblemKind.BadAnswer, Say("HTTP/1.1 abc OK\r\n\r\n")),
        ["a status out of range"] = (ProblemKind.HttpStatus, Say("HTTP/1.1 999 Denied\r\nContent-Length: 0\r\n\r\n")),
        ["binary garbage"] = (ProblemKind.BadAnswer, x => x.SayAsync([0, 1, 2, 255, 254, 13, 10, 13, 10])),
        ["a header without a colon"] = (ProblemKind.BadAnswer, Say(Ok + "nonsense\r\nContent-Length: 5\r\n\r\nhello")),
        ["204"] = (ProblemKind.Empty, Say("HTTP/1.1 204 No Content\r\n\r\n")),
        ["205"] = (ProblemKind.Empty, Say("HTTP/1.1 205 Reset Content\r\nContent-Length: 0\r\n\r\n")),
        ["206 unasked"] = (ProblemKind.BadAnswer, Say("HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-4/99\r\nContent-Length: 5\r\n\r\nhello")),
        ["304 unasked"] = (ProblemKind.HttpStatus, Say("HTTP/1.1 304 Not Modified\r\n\r\n")),
        ["404"] = (ProblemKind.HttpStatus, Say("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")),
        ["500 with an endless body"] = (ProblemKind.HttpStatus, Forever("HTTP/1.1 500 Oops\r\n\r\n", new string('x', 8192))),
        ["a redirect without a location"] = (ProblemKind.HttpStatus, Redirect(null)),
        ["a redirect with an empty location"] = (ProblemKind.TooManyRedirects, Redirect("")),
        ["a redirect to nonsense"] = (ProblemKind.HttpStatus, Redirect("http://[::bad")),
        ["a redirect to itself"] = (ProblemKind.TooManyRedirects, Redirect("/again")),
        ["a redirect to a file"] = (ProblemKind.UnsupportedScheme, Redirect("file:///etc/passwd")),
        ["a redirect to data"] = (ProblemKind.UnsupportedScheme, Redirect("data:text/html,hello")),
        ["a redirect to gopher"] = (ProblemKind.UnsupportedScheme, Redirect("gopher://example.org/")),
        ["a redirect to metadata"] = (ProblemKind.PrivateAddress, Redirect("http://169.254.169.254/latest/meta-data/")),
        ["a redirect to a number"] = (ProblemKind.PrivateAddress, Redirect("http://2130706434/")),
        ["a redirect to mapped loopback"] = (ProblemKind.PrivateAddress, Redirect("http://[::ffff:127.0.0.2]/")),
        ["a redirect to localhost"] = (ProblemKind.PrivateAddress, Redirect("http://localhost/")),
        ["a redirect to letters in circles"] = (ProblemKind.HttpStatus, Redirect("http://%E2%93%9B%E2%93%9E%E2%93%92%E2%93%90%E2%93%9B%E2%93%97%E2%93%9E%E2%93%A2%E2%93%A3/")),
        ["gzip that is none"] = (null, Say(Ok + "Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello")),
        ["gzip, damaged"] = (ProblemKind.BadAnswer, Packed("gzip", [.. Zip("hello"u8.ToArray()).Take(12), 9, 9, 9, 9])),
        ["gzip, cut off"] = (ProblemKind.BadAnswer, Packed("gzip", Zip(Encoding.ASCII.GetBytes(string.Join(' ', Enumerable.Range(0, 5000))))[..2000])),
        ["a gzip bomb"] = (ProblemKind.TooLarge, Packed("gzip", Zip(new byte[50_000_000]))),
        ["a gzip bomb in a gzip"] = (ProblemKind.TooLarge, Packed("gzip, gzip", Zip(Zip(new byte[50_000_000])))),
        ["a brotli bomb"] = (ProblemKind.TooLarge, Packed("br", Brotli(new byte[50_000_000]))),
        ["a deflate bomb"] = (ProblemKind.TooLarge, Packed("deflate", Deflate(new byte[50_000_000]))),
        ["bare deflate"] = (null, Packed("deflate", Deflate("hello"u8.ToArray()))),
        ["brotli that is none"] = (ProblemKind.BadAnswer, Packed("br", "this is no brotli at all"u8.ToArray())),
        ["ten encodings"] = (ProblemKind.BadAnswer, Packed(string.Join(", ", Enumerable.Repeat("gzip", 10)), Zip("hello"u8.ToArray()))),
        ["an unknown encoding"] = (ProblemKind.BadAnswer, Packed("zstd", "hello"u8.ToArray())),
        ["a charset that is nonsense"] = (null, Say("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"no-such\x01thing\"\r\nContent-Length: 5\r\n\r\nhello")),
        ["a binary as HTML"] = (null, x => SayBytesAsync(x, Ok + "Content-Length: 4\r\n\r\n", [0, 1, 2, 3])),
        ["an empty page"] = (null, Say(Ok + "Content-Length: 0\r\n\r\n")),
        ["many lengths"] = (ProblemKind.BadAnswer, Say(Ok + "Content-Length: 5\r\nContent-Length: 7\r\n\r\nhello")),
        ["a negative length"] = (ProblemKind.BadAnswer, Say(Ok + "Content-Length: -5\r\n\r\nhello")),
    };

    public static byte[] Zip(byte[] plain) => Pack(plain, x => new GZipStream(x, CompressionLevel.Fastest));

    private static byte[] Brotli(byte[] plain) => Pack(plain, x => new BrotliStream(x, CompressionLevel.Fastest));

    private static byte[] Deflate(byte[] plain) => Pack(plain, x => new DeflateStream(x, CompressionLevel.Fastest));

    private static byte[] Pack(byte[] plain, Func<Stream, Stream> packer)
    {
        using var packed = new MemoryStream();
        using (var stream = packer(packed)) stream.Write(plain);
        return packed.ToArray();
    }

    private static Func<HostileConnection, Task> Say(string text) => async x =>
    {
        await x.RequestAsync();
        await x.SayAsync(text);
    };

    private static async Task SayBytesAsync(HostileConnection x, string head, byte[] body)
    {
        await x.RequestAsync();
        await x.SayAsync([.. Encoding.Latin1.GetBytes(head), .. body]);
    }

    private static Func<HostileConnection, Task> Packed(string encoding, byte[] body) =>
        x => SayBytesAsync(x, $"{Ok}Content-Encoding: {encoding}\r\nContent-Length: {body.Length}\r\n\r\n", body);

    private static Func<HostileConnection, Task> Redirect(string? location) =>
        Say($"HTTP/1.1 302 Found\r\n{(location is null ? "" : $"Location: {location}\r\n")}Content-Length: 0\r\nConnection: close\r\n\r\n");

    private static Func<HostileConnection, Task> Forever(string head, string text, int pause = 0) => async x =>
    {
        await x.RequestAsync();
        await x.SayAsync(head);
        await x.SayForeverAsync(text, pause);
    };

    private static Func<HostileConnection, Task> Hangs(string text) => async x =>
    {
        await x.RequestAsync();
        await x.SayAsync(text);
        await x.HangAsync();
    };

    private static Func<HostileConnection, Task> Resets(string text) => async x =>
    {
        await x.RequestAsync();
        await x.SayAsync(text);
        x.Reset();
    };
}
