using System.Text;

namespace PledgeMiner.Crawling.Warc;

/// <summary>An archive's decompressed bytes as lines and blocks, and the search for where a record begins.</summary>
internal sealed class WarcInput(FileStream raw) : IDisposable
{
    private const int Marker = 8;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly GzipMembers _members = new(raw);
    private byte[] _buffer = new byte[65_536];
    private int _at, _end;
    private bool _lineStart = true;
    private (byte[] Bytes, InvalidDataException? Damage)? _ahead;

    /// <summary>Where in the file the present stretch begins: a member, with those behind it that only continue it.</summary>
    public long Start { get; private set; }

    /// <summary>Decompressed bytes taken from the present stretch: for a plain file, from the file.</summary>
    public long Taken { get; private set; }

    /// <summary>Whether a block of this length can lie ahead; a gzip member does not tell beforehand.</summary>
    public bool MayHold(long length) => _members.IsGzip || length <= _members.Remaining + (_end - _at);

    /// <summary>Leaves what is left of the present stretch and goes to the next; false at the end of the file.</summary>
    /// <exception cref="InvalidDataException">Its first member is damaged.</exception>
    public bool Next()
    {
        (_at, _end, Taken, _lineStart) = (0, 0, 0, true);
        if (_ahead is not { } ahead)
        {
            if (!_members.Next()) return false;
            ahead = Peek();
        }
        (_ahead, Start) = (null, _members.Start);
        if (ahead.Damage is { } damage) throw damage;
        Append(ahead.Bytes);
        return true;
    }

    /// <summary>Whether the present stretch has no more bytes.</summary>
    public bool AtEnd => _at == _end && !Fill();

    public bool AtRecord => Ensure(Marker) && IsMarker(_at);

    /// <summary>Passes over line ends.</summary>
    public void SkipBlank()
    {
        while (!AtEnd && _buffer[_at] is (byte)'\r' or (byte)'\n') Take(1);
    }

    /// <summary>A line without its end, or null at the stretch's end or where it is longer than the limit.</summary>
    public string? Line(int limit)
    {
        var length = 0;
        while (true)
        {
            var end = _buffer.AsSpan(_at + length, _end - _at - length).IndexOf((byte)'\n');
            if (end >= 0)
            {
                var line = _buffer.AsSpan(_at, length + end);
                var text = Decode(line.EndsWith("\r"u8) ? line[..^1] : line);
                Take(length + end + 1);
                return text;
            }
            length = _end - _at;
            if (length > limit || !Fill()) return null;
        }
    }

    /// <summary>So many bytes, or those that the stretch still has.</summary>
    public byte[] Block(long length)
    {
        using var block = new MemoryStream();
        while (block.Length < length && !AtEnd)
        {
            var n = (int)Math.Min(length - block.Length, _end - _at);
            block.Write(_buffer, _at, n);
            Take(n);
        }
        return block.ToArray();
    }

    /// <summary>Passes over so many bytes; false where the stretch ends before.</summary>
    public bool Skip(long length)
    {
        while (length > 0 && !AtEnd)
        {
            var n = (int)Math.Min(length, _end - _at);
            Take(n);
            length -= n;
        }
        return length == 0;
    }

    /// <summary>Goes on to the next beginning of a record in this stretch, or to its end.</summary>
    /// <param name="limit">How many of the bytes on the way are kept.</param>
    /// <returns>The bytes on the way, as far as they are kept, and how many they were.</returns>
    public (byte[] Kept, long Length) ToRecord(int limit)
    {
        using var kept = new MemoryStream();
        long length = 0;
        while (true)
        {
            var whole = !Ensure(Marker);
            var at = Find();
            // The last bytes may be the beginning of a marker, unless nothing follows.
            var n = at >= 0 ? at - _at : whole ? _end - _at : _end - _at - Marker + 1;
            if (kept.Length < limit) kept.Write(_buffer, _at, (int)Math.Min(n, limit - kept.Length));
            Take(n);
            length += n;
            if (at >= 0 || whole) return (kept.ToArray(), length);
        }
    }

    /// <summary>Puts bytes back that turned out to belong to what follows.</summary>
    public void PutBack(ReadOnlySpan<byte> bytes)
    {
        var joined = new byte[Math.Max(bytes.Length + _end - _at, 65_536)];
        bytes.CopyTo(joined);
        _buffer.AsSpan(_at, _end - _at).CopyTo(joined.AsSpan(bytes.Length));
        (_buffer, _end, _at) = (joined, bytes.Length + _end - _at, 0);
        (Taken, _lineStart) = (Taken - bytes.Length, true);
    }

    /// <summary>Where within a block a record begins at a line's start, or -1.</summary>
    public static int FindIn(ReadOnlySpan<byte> block)
    {
        for (var from = 0; ;)
        {
            var at = block[from..].IndexOf("\nWARC/"u8);
            if (at < 0 || block.Length - from - at <= Marker) return -1;
            from += at + 1;
            if (IsVersion(block[from..])) return from;
        }
    }

    /// <summary>UTF-8, or what old crawlers wrote instead.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private int Find()
    {
        if (IsMarker(_at)) return _at;
        var inside = FindIn(_buffer.AsSpan(_at, _end - _at));
        return inside < 0 ? -1 : _at + inside;
    }

    private bool IsMarker(int at) => _lineStart && IsVersion(_buffer.AsSpan(at, _end - at));

    private static bool IsVersion(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= Marker && bytes.StartsWith("WARC/"u8) && char.IsAsciiDigit((char)bytes[5]) && bytes[6] == '.' && char.IsAsciiDigit((char)bytes[7]);

    private bool Ensure(int count)
    {
        while (_end - _at < count)
        {
            if (!Fill()) return false;
        }
        return true;
    }

    /// <summary>More bytes after those that are there; false at the stretch's end.</summary>
    private bool Fill()
    {
        if (_ahead is not null) return false;
        Room();
        var n = _members.Read(_buffer, _end, _buffer.Length - _end);
        _end += n;
        // Some compress blocks instead of records: a member that does not begin with a record goes on with the one before.
        while (n == 0 && _members.Next())
        {
            var (bytes, damage) = Peek();
            if (damage is not null || IsVersion(bytes))
            {
                _ahead = (bytes, damage);
                return false;
            }
            Append(bytes);
            n = bytes.Length;
        }
        return n > 0;
    }

    /// <summary>The first bytes of the member that was just opened: enough to see a record in.</summary>
    private (byte[], InvalidDataException?) Peek()
    {
        var bytes = new byte[Marker];
        var length = 0;
        try
        {
            for (int n; length < Marker && (n = _members.Read(bytes, length, Marker - length)) > 0;) length += n;
            return (bytes[..length], null);
        }
        catch (InvalidDataException e)
        {
            return ([], e);
        }
    }

    private void Append(byte[] bytes)
    {
        Room();
        bytes.CopyTo(_buffer, _end);
        _end += bytes.Length;
    }

    private void Room()
    {
        if (_at > 0)
        {
            _buffer.AsSpan(_at, _end - _at).CopyTo(_buffer);
            (_at, _end) = (0, _end - _at);
        }
        if (_buffer.Length - _end < Marker) Array.Resize(ref _buffer, _buffer.Length * 2);
    }

    private void Take(int count)
    {
        if (count == 0) return;
        _lineStart = _buffer[_at + count - 1] == '\n';
        _at += count;
        Taken += count;
    }

    public void Dispose() => _members.Dispose();
}
