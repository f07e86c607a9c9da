using System.Globalization;

namespace PledgeMiner.Crawling.Warc;

/// <summary>
/// Reads a web archive record by record, WARC 0.17 to 1.1, plain, compressed as a whole or record by record. Never more than one
/// record is in memory; a damaged one is a problem that says where, and the reading goes on behind it.
/// </summary>
/// <param name="limit">Larger blocks are passed over.</param>
internal sealed class WarcReader(string file, int limit) : IDisposable
{
    /// <summary>The fields of one record: real ones have a few hundred bytes, and addresses of 8 KB occur.</summary>
    private const int FieldBytes = 65_536;

    /// <summary>Blocks of wrong lengths are searched for the record that they swallowed, again and again at worst; a file made for that ends here.</summary>
    private const long Researching = 1_000_000_000;

    /// <summary>Where one of these stands twice, two records ran into one.</summary>
    private static readonly string[] Single = ["WARC-Type", "WARC-Record-ID", "WARC-Date", "WARC-Target-URI", "Content-Length"];

    private readonly string _name = Path.GetFileName(file);
    private readonly WarcInput _input = new(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1));
    private long _recordAt, _researched;
    private Problem? _junk;
    private bool _begun, _any;

    /// <summary>The records in order.</summary>
    public IEnumerable<Outcome<WarcRecord>> Records()
    {
        while (true)
        {
            Outcome<WarcRecord>? next;
            try
            {
                next = Next();
            }
            catch (InvalidDataException e)
            {
                next = Damaged(e.Message);
                _begun = false;
            }
            if (next is not { } outcome) break;
            _any = true;
            yield return outcome;
        }
        if (!_any) yield return new Problem(ProblemKind.UnsupportedFormat, $"{_name} holds no WARC record: it is no web archive, or one compressed otherwise than by gzip.");
    }

    private Outcome<WarcRecord>? Next()
    {
        if (_junk is { } junk)
        {
            _junk = null;
            return junk;
        }
        while (_begun || Begin())
        {
            _input.SkipBlank();
            if (_input.AtEnd)
            {
                _begun = false;
                continue;
            }
            _recordAt = _input.Taken;
            if (_input.AtRecord) return Read();
            var (_, skipped) = _input.ToRecord(0);
            // Before the first record nothing tells a damaged archive from another kind of file.
            if (_any || !_input.AtEnd) return Junk(skipped);
        }
        return null;
    }

    private bool Begin()
    {
        _recordAt = 0;
        return _begun = _input.Next();
    }

    private Outcome<WarcRecord> Read()
    {
        var fields = new WarcFields();
        var version = _input.Line(FieldBytes);
        for (var bytes = 0; ;)
        {
            // A record that was cut off here must not take the fields of the next one for its own.
            if (_input.AtRecord) return Damaged("it ends within its fields", fields);
            var line = _input.Line(FieldBytes);
            if (line is null || version is null || (bytes += line.Length + 2) > FieldBytes)
            {
                _input.ToRecord(0);
                return Damaged(line is null && _input.AtEnd ? "it ends within its fields" : "its fields have no end", fields);
            }
            if (line.Length == 0) break;
            fields.Add(line);
        }
        if (Array.Find(Single, x => fields.All.Count(f => f.Name.Equals(x, StringComparison.OrdinalIgnoreCase)) > 1) is { } twice)
        {
            _input.ToRecord(0);
            return Damaged($"it has two fields {twice}", fields);
        }
        if (fields["Content-Length"] is not { } told) return Unmeasured(fields);
        var isLength = long.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var length);
        if (isLength && _input.MayHold(length)) return length > limit ? TooLarge(fields, length) : Measured(fields, length);
        _input.ToRecord(0);
        return Damaged(isLength ? $"the file ends before its {length} bytes do" : $"its Content-Length, {Short(told)}, is none", fields);
    }

    private Outcome<WarcRecord> Measured(WarcFields fields, long length)
    {
        var block = _input.Block(length);
        if (block.Length < length) return Damaged($"it ends after {block.Length} of its {length} bytes", fields);
        _input.SkipBlank();
        if (_input.AtEnd || _input.AtRecord) return Checked(fields, block);
        if (WarcInput.FindIn(block) is > 0 and var next && (_researched += block.Length) <= Researching)
        {
            _input.PutBack(block.AsSpan(next));
            return Damaged($"another record begins within its {length} bytes", fields);
        }
        // Reading on to the member's end has its checksum checked before the record is trusted.
        var record = Checked(fields, block);
        _recordAt = _input.Taken;
        _junk = Junk(_input.ToRecord(0).Length);
        return record;
    }

    /// <summary>Without a length, the block ends where the next record begins.</summary>
    private Outcome<WarcRecord> Unmeasured(WarcFields fields)
    {
        var (block, length) = _input.ToRecord(limit);
        return length > limit ? Refused(fields, length) : Checked(fields, block.AsSpan().TrimEnd("\r\n"u8).ToArray());
    }

    private Outcome<WarcRecord> TooLarge(WarcFields fields, long length) =>
        _input.Skip(length) ? Refused(fields, length) : Damaged($"it ends before its {length} bytes do", fields);

    private Outcome<WarcRecord> Refused(WarcFields fields, long length) => WarcPages.MayHoldPage(fields)
        ? new Problem(ProblemKind.TooLarge, $"{Where(fields)}: it has {length / 1_000_000} MB and pages over {limit / 1_000_000} MB are not read.")
        : new WarcRecord(Where(fields), fields, []);

    private Outcome<WarcRecord> Checked(WarcFields fields, byte[] block)
    {
        var record = new WarcRecord(Where(fields), fields, block);
        return WarcPages.MayHoldPage(fields) && fields["WARC-Block-Digest"] is { } digest && !WarcDigest.Matches(digest, block)
            ? new Problem(ProblemKind.Damaged, $"{record.Where}: its bytes are not those that its WARC-Block-Digest was made of; it is passed over.")
            : record;
    }

    private string Where(WarcFields? fields) =>
        $"{_name}, {(_input.Start > 0 ? $"member at {_input.Start}, " : "")}record at {_recordAt}{(fields?["WARC-Target-URI"] is { } address ? $", {Short(address)}" : "")}";

    private Problem Junk(long bytes) => Damaged($"{bytes} bytes there belong to no record");

    private Problem Damaged(string why, WarcFields? fields = null) => new(ProblemKind.Damaged, $"{Where(fields)}: {why}; it is passed over.");

    private static string Short(string text) => text.Length > 200 ? text[..200] + "..." : text;

    public void Dispose() => _input.Dispose();
}
