namespace PledgeMiner.Tagging;

/// <summary>Every phrase that names an actor or a piece of equipment, ready to be found in a text. Immutable once built.</summary>
internal sealed class Gazetteer
{
    private readonly AhoCorasick _phrases = new();
    private readonly List<GazetteerPhrase[]> _outputs = [];

    public Gazetteer()
    {
        GazetteerSenses.AddTo(Vocabulary);
        Directory = ActorDirectory.Load();
        foreach (var (phrase, entry) in GazetteerSource.Entries(Directory)) Add(phrase, entry);
        _phrases.Link();
    }

    public GazetteerVocabulary Vocabulary { get; } = new();

    public ActorDirectory Directory { get; }

    /// <summary>The phrases of a text, leftmost and longest first, none overlapping.</summary>
    public List<GazetteerHit> Find(List<GazetteerWord> words)
    {
        var all = new List<GazetteerHit>();
        _phrases.Run(words, (first, count, output) =>
        {
            foreach (var phrase in _outputs[output])
            {
                if (!phrase.Suits(words, first, count)) continue;
                all.Add(new(first, count, phrase.Entry));
                break;
            }
        });
        all.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.Count.CompareTo(a.Count));
        var kept = 0;
        var end = 0;
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].First < end)
            {
                // "the coalition of the willing" is not "the coalition".
                if (all[kept - 1].Entry.Plain || all[i].After <= end) continue;
                kept--;
            }
            all[kept++] = all[i];
            end = all[kept - 1].After;
        }
        all.RemoveRange(kept, all.Count - kept);
        return all;
    }

    private void Add(string phrase, GazetteerEntry entry)
    {
        var words = GazetteerScanner.Scan(phrase, _ => 0);
        for (var i = 0; i < words.Count; i++)
        {
            words[i] = words[i] with { Id = Vocabulary.Add(phrase.AsSpan(words[i].Start, words[i].End - words[i].Start)) };
        }
        var state = _phrases.Add(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(words));
        // Papers write "Nato" and "Himars"; but "Us" is not "US", and "Safe" at the head of a sentence not SAFE.
        var made = new GazetteerPhrase(entry, GazetteerPhrase.CapitalsOf(words, loose: entry.Role == GazetteerRole.Equipment ? 5 : 4));
        var output = _phrases.OutputOf(state);
        if (output < 0)
        {
            _phrases.Mark(state, _outputs.Count);
            _outputs.Add([made]);
        }
        else
        {
            // The most demanding spelling is tried first: "US" before "us".
            _outputs[output] = [.. _outputs[output].Append(made).OrderByDescending(x => System.Numerics.BitOperations.PopCount(x.Capitals))];
        }
    }
}
