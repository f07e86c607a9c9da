using System.Globalization;
using System.IO.Compression;

namespace PledgeMiner.Crawling.Warc;

/// <summary>Undoes what HTTP did to a body on its way: chunks and compression. Many archives name an encoding that they have already undone.</summary>
internal static class HttpBody
{
    /// <param name="truncated">Whether a body that ends too soon is known to, and is taken as far as it goes.</param>
    /// <returns>The body; or damaged, too large, or compressed in a way that is not read.</returns>
    public static Outcome<byte[]> Decode(byte[] raw, WarcFields headers, int limit, bool truncated)
    {
        var (body, broken) = headers["Transfer-Encoding"]?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true ? Dechunk(raw) : (raw, false);
        if (broken && !truncated) return new Problem(ProblemKind.Damaged, "its chunks are broken");
        return Decompress(headers, body, limit, truncated);
    }

    private static Outcome<byte[]> Decompress(WarcFields headers, byte[] body, int limit, bool truncated)
    {
        foreach (var coding in (headers["Content-Encoding"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Reverse().Take(3))
        {
            Func<Stream, Stream>? open = coding.ToLowerInvariant() switch
            {
                "gzip" or "x-gzip" when body is [0x1F, 0x8B, ..] => x => new GZipStream(x, CompressionMode.Decompress),
                "deflate" when body.Length > 1 && (body[0] & 15) == 8 && ((body[0] << 8) | body[1]) % 31 == 0 => x => new ZLibStream(x, CompressionMode.Decompress),
                "deflate" => x => new DeflateStream(x, CompressionMode.Decompress),
                "br" => x => new BrotliStream(x, CompressionMode.Decompress),
                _ => null,
            };
            if (body is [0x28, 0xB5, 0x2F, 0xFD, ..]) return new Problem(ProblemKind.UnsupportedFormat, "it is compressed with Zstandard, which is not read");
            if (open is null) continue;
            var outcome = Inflate(body, open, limit, truncated);
            if (!outcome.TryGet(out var inflated, out var problem)) return problem;
            body = inflated;
        }
        return body;
    }

    private static Outcome<byte[]> Inflate(byte[] body, Func<Stream, Stream> open, int limit, bool truncated)
    {
        using var whole = new MemoryStream();
        try
        {
            using var stream = open(new MemoryStream(body));
            var buffer = new byte[81_920];
            for (int n; (n = stream.Read(buffer)) > 0;)
            {
                if (whole.Length + n > limit) return new Problem(ProblemKind.TooLarge, $"it has more than {limit / 1_000_000} MB when decompressed");
                whole.Write(buffer, 0, n);
            }
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or IOException)
        {
            // Nothing came out: it was never compressed, whatever its header says.
            if (whole.Length == 0) return body;
            if (!truncated) return new Problem(ProblemKind.Damaged, "its compressed body is damaged");
        }
        return whole.ToArray();
    }

    /// <summary>The bytes without their chunks; as they are where they are in none. What is broken ends the body.</summary>
    private static (byte[] Body, bool Broken) Dechunk(byte[] raw)
    {
        using var whole = new MemoryStream();
        for (var at = 0; at < raw.Length;)
        {
            var line = raw.AsSpan(at, Math.Min(raw.Length - at, 1024)).IndexOf((byte)'\n');
            var size = line < 0 ? "" : WarcInput.Decode(raw.AsSpan(at, line)).Split(';')[0].Trim();
            if (!int.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length < 0)
                return at == 0 ? (raw, false) : (whole.ToArray(), true);
            at += line + 1;
            if (length == 0) break;
            var there = Math.Min(length, raw.Length - at);
            whole.Write(raw, at, there);
            if (there < length) return (whole.ToArray(), true);
            at += length;
            while (at < raw.Length && raw[at] is (byte)'\r' or (byte)'\n') at++;
        }
        return (whole.ToArray(), false);
    }
}
