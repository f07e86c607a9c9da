namespace PledgeMiner.Classifying;

/// <summary>How often a document names whom.</summary>
internal sealed class NamedActors
{
    private readonly Dictionary<string, int> _named;
    private readonly int _all;
    private readonly Dictionary<string, string> _names = [];
    private readonly Document _document;
    private readonly IReadOnlyList<Sentence> _sentences;

    public NamedActors(Document document, IReadOnlyList<Sentence> sentences)
    {
        (_document, _sentences, _named) = (document, sentences, Conflict.CodesOf(sentences));
        _all = Math.Max(1, _named.Values.Sum());
        Conflict = Conflict.Of(_named);
        SidesNamed = Conflict is { } x ? x.Aggressors.Append(x.Partner).Sum(_named.GetValueOrDefault) : 0;
        Most = MostNamed();
    }

    /// <summary>The conflict that the document is about, or null.</summary>
    public Conflict? Conflict { get; }

    /// <summary>How often a side of it is named.</summary>
    public int SidesNamed { get; }

    /// <summary>Who is named most but for the conflict's sides, or null.</summary>
    public string? Most { get; }

    private string? MostNamed() => _named.Where(x => x.Key != Conflict?.Partner && Conflict?.Aggressors.Contains(x.Key) != true).Select(x => (KeyValuePair<string, int>?)x).MaxBy(x => x?.Value)?.Key;

    /// <summary>How many are named more often.</summary>
    public int RankOf(string code) => _named.TryGetValue(code, out var count) ? _named.Values.Count(x => x > count) : int.MaxValue;

    /// <summary>Of all mentions those of one, from 0 to 1.</summary>
    public double ShareOf(string code) => (double)_named.GetValueOrDefault(code) / _all;

    /// <summary>Who has a code, by the first name the document gives, for a place where no word names them.</summary>
    public Pledger PledgerOf(string code, TextSpan here)
    {
        if (!_names.TryGetValue(code, out var name)) _names[code] = name = FirstName(code);
        return new(code, name, here, []);
    }

    private string FirstName(string code) => _sentences.SelectMany(x => x.Entities).FirstOrDefault(x => x.Code == code) is { } entity ? entity.Name ?? entity.Span.Of(_document.Text) : code;
}
