using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace PledgeMiner.Crawling.Warc;

/// <summary>Digests as WARC writes them: "sha1:" and base 32, or another algorithm and base 16.</summary>
internal static class WarcDigest
{
    /// <summary>Whether bytes have a digest; true where it is of a form or an algorithm that is not known.</summary>
    public static bool Matches(string digest, ReadOnlySpan<byte> bytes)
    {
        var (algorithm, value) = digest.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? (digest[..colon], digest[(colon + 1)..].Trim()) : ("", "");
        if (HashOf(algorithm, bytes) is not { } hash) return true;
        if (value.Length == hash.Length * 2) return value.Equals(Convert.ToHexString(hash), StringComparison.OrdinalIgnoreCase);
        var base32 = Base32(hash);
        return value.TrimEnd('=').Length != base32.Length || value.TrimEnd('=').Equals(base32, StringComparison.OrdinalIgnoreCase);
    }

    // Others chose the algorithms; here they only tell whether an archive was damaged.
    [SuppressMessage("Security", "CA5350", Justification = "Other people's checksums.")]
    [SuppressMessage("Security", "CA5351", Justification = "Other people's checksums.")]
    private static byte[]? HashOf(string algorithm, ReadOnlySpan<byte> bytes) => algorithm.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant() switch
    {
        "sha1" => SHA1.HashData(bytes),
        "sha256" => SHA256.HashData(bytes),
        "sha512" => SHA512.HashData(bytes),
        "md5" => MD5.HashData(bytes),
        _ => null,
    };

    private static string Base32(byte[] bytes)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var b in bytes)
        {
            buffer = ((buffer << 8) | b) & 0xFFFF;
            for (bits += 8; bits >= 5; bits -= 5) text.Append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[(buffer >> (bits - 5)) & 31]);
        }
        if (bits > 0) text.Append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[(buffer << (5 - bits)) & 31]);
        return text.ToString();
    }
}
