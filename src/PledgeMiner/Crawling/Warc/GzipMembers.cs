using System.Buffers.Binary;
using ICSharpCode.SharpZipLib;
using ICSharpCode.SharpZipLib.Checksum;
using ICSharpCode.SharpZipLib.Zip.Compression;

namespace PledgeMiner.Crawling.Warc;

/// <summary>
/// A file as the members it is made of: gzip members, decompressed and checked, and stretches of plain bytes. The framework's own
/// GZipStream hides where a member ends; an archive needs to know, because a damaged member is skipped and the next one read.
/// </summary>
internal sealed class GzipMembers(FileStream raw) : IDisposable
{
    /// <summary>A member that grows beyond this many bytes and more than <see cref="Growth"/>-fold is a bomb; a page of HTML grows about 5-fold.</summary>
    private const long Roomy = 64_000_000, Growth = 100;

    /// <summary>After damage the search for the next member begins inside the damaged one, so bytes are read twice; a file made to have them read again and again ends here.</summary>
    private const long Rereading = 256_000_000;

    private enum Kind { None, Gzip, Plain }

    private readonly byte[] _input = new byte[65_536];
    private readonly Inflater _inflater = new(noHeader: true);
    private readonly Crc32 _crc = new();
    private Kind _kind;
    private int _at, _end;
    private long _out, _reread;

    /// <summary>Where in the file the present member begins.</summary>
    public long Start { get; private set; }

    /// <summary>Bytes of the file from the present position on, at most.</summary>
    public long Remaining => raw.Length - Position;

    public bool IsGzip => _kind == Kind.Gzip;

    private long Position => raw.Position - (_end - _at);

    /// <summary>Goes to the next member, from wherever the reading stopped; false at the end of the file.</summary>
    public bool Next()
    {
        // A member that was left before its end may have swallowed the beginning of the next one.
        if (_kind == Kind.Gzip) GoBack(Start + 2);
        _kind = Kind.None;
        while (Ensure(10))
        {
            var head = _input.AsSpan(_at, 10);
            if (IsHeader(head)) return OpenGzip();
            if (head.StartsWith("WARC/"u8) || Position == 0) return OpenPlain();
            _at += Math.Max(1, NextCandidate(_input.AsSpan(_at + 1, _end - _at - 1)) + 1);
        }
        _at = _end;
        return false;
    }

    /// <summary>The member's next bytes; 0 at its end.</summary>
    /// <exception cref="InvalidDataException">The member is damaged or a bomb.</exception>
    public int Read(byte[] buffer, int offset, int count)
    {
        if (_kind == Kind.None) return 0;
        if (_kind == Kind.Plain)
        {
            if (_at == _end && !Refill()) return 0;
            var n = Math.Min(count, _end - _at);
            _input.AsSpan(_at, n).CopyTo(buffer.AsSpan(offset));
            _at += n;
            return n;
        }
        try
        {
            return Inflate(buffer, offset, count);
        }
        // What the library throws on damaged data is not told by its type alone.
        catch (Exception e) when (e is SharpZipBaseException or IndexOutOfRangeException or ArgumentException or InvalidOperationException)
        {
            throw new InvalidDataException("its compressed bytes are damaged", e);
        }
    }

    private int Inflate(byte[] buffer, int offset, int count)
    {
        while (true)
        {
            var n = _inflater.Inflate(buffer, offset, count);
            if (n > 0)
            {
                _crc.Update(new ArraySegment<byte>(buffer, offset, n));
                _out += n;
                if (_out > Roomy && _out > Growth * _inflater.TotalIn) throw new InvalidDataException($"it grows more than {Growth}-fold when decompressed, as no page does");
                return n;
            }
            if (_inflater.IsFinished) return Close();
            if (_inflater.IsNeedingDictionary || !_inflater.IsNeedingInput) throw new InvalidDataException("its compressed bytes are damaged");
            if (_at == _end && !Refill()) throw new InvalidDataException("the file ends within it");
            _inflater.SetInput(_input, _at, _end - _at);
            _at = _end;
        }
    }

    /// <summary>The trailer: checksum and length of what came out.</summary>
    private int Close()
    {
        _at = _end - _inflater.RemainingInput;
        if (!Ensure(8)) throw new InvalidDataException("the file ends within it");
        var crc = BinaryPrimitives.ReadUInt32LittleEndian(_input.AsSpan(_at));
        var length = BinaryPrimitives.ReadUInt32LittleEndian(_input.AsSpan(_at + 4));
        if (crc != (uint)_crc.Value || length != (uint)_out) throw new InvalidDataException("its checksum does not match");
        _at += 8;
        _kind = Kind.None;
        return 0;
    }

    private bool OpenGzip()
    {
        Start = Position;
        var flags = _input[_at + 3];
        _at += 10;
        _kind = Kind.Gzip;
        _inflater.Reset();
        _crc.Reset();
        _out = 0;
        if ((flags & 4) != 0 && Ensure(2)) Skip(BinaryPrimitives.ReadUInt16LittleEndian(_input.AsSpan(_at)) + 2);
        if ((flags & 8) != 0) SkipText();
        if ((flags & 16) != 0) SkipText();
        if ((flags & 2) != 0) Skip(2);
        return true;
    }

    private bool OpenPlain()
    {
        Start = Position;
        _kind = Kind.Plain;
        return true;
    }

    private void Skip(int count)
    {
        for (; count > 0 && (_at < _end || Refill()); count--) _at++;
    }

    private void SkipText()
    {
        while ((_at < _end || Refill()) && _input[_at++] != 0) { }
    }

    /// <summary>RFC 1952: the magic, deflate, no reserved flag; and a known system, as a search through damaged bytes needs every hint.</summary>
    private static bool IsHeader(ReadOnlySpan<byte> head) =>
        head[0] == 0x1F && head[1] == 0x8B && head[2] == 8 && (head[3] & 0xE0) == 0 && (head[9] <= 13 || head[9] == 255);

    private static int NextCandidate(ReadOnlySpan<byte> bytes) => bytes.IndexOfAny((byte)0x1F, (byte)'W') is >= 0 and var i ? i : bytes.Length;

    private bool Ensure(int count)
    {
        if (_end - _at >= count) return true;
        _input.AsSpan(_at, _end - _at).CopyTo(_input);
        (_at, _end) = (0, _end - _at);
        while (_end < count)
        {
            var n = raw.Read(_input, _end, _input.Length - _end);
            if (n == 0) return false;
            _end += n;
        }
        return true;
    }

    private bool Refill()
    {
        _at = 0;
        _end = raw.Read(_input);
        return _end > 0;
    }

    private void GoBack(long position)
    {
        var buffered = raw.Position - _end;
        if (position >= buffered)
        {
            _at = (int)(position - buffered);
            return;
        }
        _reread += raw.Position - position;
        if (_reread > Rereading) return;
        raw.Position = position;
        _at = _end = 0;
    }

    public void Dispose() => raw.Dispose();
}
