namespace PledgeMiner.Crawling.Warc;

/// <summary>Named fields, as WARC records, HTTP messages and warc-fields blocks have them: names in any case, several of one name possible.</summary>
internal sealed class WarcFields
{
    /// <summary>Longer values are not continued: millions of lines joined one by one would take hours, and servers stop at 8 KB.</summary>
    private const int FoldedLength = 16_384;

    private readonly List<(string Name, string Value)> _fields = [];

    public IReadOnlyList<(string Name, string Value)> All => _fields;

    /// <summary>The first field of a name, or null.</summary>
    public string? this[string name] =>
        _fields.Find(x => x.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { Name: not null } found ? found.Value : null;

    /// <summary>Takes a line: a field, or the continuation of the one before. What is neither is passed over, as every reader does.</summary>
    public void Add(string line)
    {
        if (line[0] is ' ' or '\t')
        {
            if (_fields.Count > 0 && _fields[^1].Value.Length < FoldedLength) _fields[^1] = (_fields[^1].Name, $"{_fields[^1].Value} {line.Trim()}");
            return;
        }
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0) _fields.Add((line[..colon].Trim(), line[(colon + 1)..].Trim()));
    }

    /// <summary>The fields of a block of lines.</summary>
    public static WarcFields Parse(string text)
    {
        var fields = new WarcFields();
        foreach (var line in text.Split('\n'))
        {
            if (line.AsSpan().Trim().Length > 0) fields.Add(line);
        }
        return fields;
    }
}
