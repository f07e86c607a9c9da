namespace PledgeMiner.Tagging;

/// <summary>
/// The dictionary form of a word, given its part-of-speech label: by exception, else by the rule of its longest known
/// ending. Shared by threads; the lemmas already made are remembered, so that a running text allocates none.
/// </summary>
internal sealed class Lemmatizer(IReadOnlyDictionary<ulong, string> exceptions, IReadOnlyDictionary<ulong, LemmaRule> rules, IReadOnlyList<bool> keepsCase)
{
    /// <summary>The longest ending a rule may ask for: longer ones gain nothing on the dev parts.</summary>
    public const int LongestEnding = 6;

    private const int Slots = 1 << 16;
    private readonly Remembered?[] _remembered = new Remembered?[Slots];

    private sealed record Remembered(ulong Key, string Lemma);

    public string Lemma(ReadOnlySpan<char> form, in Word word, int label)
    {
        var key = Key(word.Exact, label);
        ref var slot = ref _remembered[key & (Slots - 1)];
        var found = Volatile.Read(ref slot);
        if (found is not null && found.Key == key) return found.Lemma;
        var lemma = exceptions.TryGetValue(key, out var exception) ? exception : ByRule(form, word, label);
        // Very long "words" are rare and would only fill the memory.
        if (form.Length < 64) Volatile.Write(ref slot, new(key, lemma));
        return lemma;
    }

    public string ByRule(ReadOnlySpan<char> form, in Word word, int label)
    {
        var text = keepsCase[CaseClass(word, label)] ? form.ToString() : form.ToString().ToLowerInvariant();
        for (var length = Math.Min(LongestEnding, form.Length); length >= 0; length--)
        {
            if (rules.TryGetValue(EndingKey(form[^length..], label), out var rule)) return rule.Apply(text);
        }
        return text;
    }

    public static ulong Key(ulong exact, int label) => WordHash.With(exact, (ulong)label + 1);

    public static ulong EndingKey(ReadOnlySpan<char> ending, int label) => WordHash.With(WordHash.Lower(ending), (ulong)label + 100);

    /// <summary>What decides whether capitals stay: the label, and how the word is written.</summary>
    public static int CaseClass(in Word word, int label) =>
        (label * 4) + (word.Has(WordTraits.AllCapitals) ? 3 : word.Has(WordTraits.HasMark | WordTraits.HasDigit) ? 2 : word.Has(WordTraits.Capital) ? 1 : 0);

    public static Lemmatizer Read(BinaryReader from)
    {
        var exceptions = new Dictionary<ulong, string>();
        for (var n = from.ReadInt32(); n > 0; n--) exceptions.Add(from.ReadUInt64(), from.ReadString());
        var rules = new Dictionary<ulong, LemmaRule>();
        for (var n = from.ReadInt32(); n > 0; n--) rules.Add(from.ReadUInt64(), new(from.ReadByte(), from.ReadString()));
        var keeps = new bool[from.ReadInt32()];
        for (var i = 0; i < keeps.Length; i++) keeps[i] = from.ReadBoolean();
        return new(exceptions, rules, keeps);
    }

    public void Write(BinaryWriter to)
    {
        to.Write(exceptions.Count);
        foreach (var (key, lemma) in exceptions)
        {
            to.Write(key);
            to.Write(lemma);
        }
        to.Write(rules.Count);
        foreach (var (key, rule) in rules)
        {
            to.Write(key);
            to.Write(rule.Cut);
            to.Write(rule.Append);
        }
        to.Write(keepsCase.Count);
        foreach (var keep in keepsCase) to.Write(keep);
    }
}

/// <summary>How an ending changes: so many characters off, these on.</summary>
internal readonly record struct LemmaRule(byte Cut, string Append)
{
    public string Apply(string text)
    {
        var stem = text.AsSpan(0, Math.Max(0, text.Length - Cut));
        return Cut == 0 && Append.Length == 0 ? text : string.Concat(stem, Append);
    }
}
