using System.IO.Compression;

namespace PledgeMiner.Crawling;

/// <summary>Undoes a body's content encodings, within a size and a ratio.</summary>
internal static class Decompression
{
    /// <summary>No honest server encodes a body more than twice.</summary>
    private const int MostEncodings = 2;

    /// <summary>What is asked for.</summary>
    public const string Accepted = "gzip, deflate, br";

    /// <param name="encodings">In the order they were applied.</param>
    /// <param name="limit">The most bytes that come out.</param>
    /// <param name="ratio">How many times more than went in, beyond the first megabyte.</param>
    /// <exception cref="InvalidDataException">The body is not what it is said to be, or encoded in a way that was not asked for.</exception>
    /// <exception cref="BodyTooLargeException">More came out than is allowed.</exception>
    public static byte[] Undo(byte[] body, IReadOnlyList<string> encodings, int limit, int ratio)
    {
        var real = encodings.Select(x => x.Trim().ToLowerInvariant()).Where(x => x is not ("identity" or "")).ToList();
        if (real.Count > MostEncodings) throw new InvalidDataException($"{real.Count} content encodings");
        var allowed = (int)Math.Min(limit, Math.Max(1_000_000, (long)body.Length * ratio));
        foreach (var encoding in Enumerable.Reverse(real)) body = Undo(body, encoding, allowed);
        return body;
    }

    private static byte[] Undo(byte[] body, string encoding, int allowed)
    {
        // Some servers name an encoding and send the plain page.
        if (body.Length == 0 || (encoding is "gzip" or "x-gzip" && body is not [0x1F, 0x8B, ..] && LooksPlain(body))) return body;
        using var source = new MemoryStream(body);
        using Stream decoder = encoding switch
        {
            "gzip" or "x-gzip" => new GZipStream(source, CompressionMode.Decompress),
            // "deflate" is zlib by the book and bare deflate on some servers.
            "deflate" when body is [var first, var second, ..] && (first & 0x0F) == 8 && ((first << 8) + second) % 31 == 0 => new ZLibStream(source, CompressionMode.Decompress),
            "deflate" => new DeflateStream(source, CompressionMode.Decompress),
            "br" => new BrotliStream(source, CompressionMode.Decompress),
            _ => throw new InvalidDataException($"the content encoding '{encoding}', which was not asked for"),
        };
        using var plain = new MemoryStream();
        var buffer = new byte[81_920];
        try
        {
            for (int read; (read = decoder.Read(buffer)) > 0;)
            {
                if (plain.Length + read > allowed) throw new BodyTooLargeException(allowed);
                plain.Write(buffer, 0, read);
            }
        }
        // Brotli's reader tells damage in its own way.
        catch (InvalidOperationException e)
        {
            throw new InvalidDataException(e.Message, e);
        }
        return plain.ToArray();
    }

    private static bool LooksPlain(byte[] body) => body.AsSpan(0, Math.Min(body.Length, 100)).IndexOfAnyInRange((byte)0, (byte)8) < 0;
}

/// <summary>A body is larger than is taken.</summary>
internal sealed class BodyTooLargeException(int limit) : IOException
{
    public int Limit { get; } = limit;
}
