namespace PledgeMiner.Classifying;

/// <summary>What is seen of a sentence that stands alone: its words, alone and in pairs, their beginnings and classes, and how it opens. It need not be tagged.</summary>
internal static class LoneFeatures
{
    private const int Openings = 3, Beginning = 5, LengthStep = 8, Longest = 5;

    private static readonly Term Figure = "#", Question = "?";
    private static readonly Term[] Places = [.. Enumerable.Range(0, Openings).Select(x => Term.Of(x.ToString()))];

    public static void Collect(FeatureCollector to, string sentence)
    {
        var words = WordsOf(sentence);
        for (var i = 0; i < words.Count; i++)
        {
            to.Add(FeatureKind.LoneWord, words[i]);
            if (words[i].Text.Length > Beginning) to.Add(FeatureKind.LoneBeginning, words[i].Text[..Beginning]);
            if (ClassOf(words[i].Text) is { } found) to.Add(FeatureKind.LoneClass, found);
            if (i < Openings) to.Add(FeatureKind.LoneOpening, Places[i], words[i]);
            if (i + 1 < words.Count) to.Add(FeatureKind.LonePair, words[i], words[i + 1]);
            if (i + 2 < words.Count) to.Add(FeatureKind.LoneGap, words[i], words[i + 2]);
        }
        if (words.Count > 1) to.Add(FeatureKind.LoneOpening, words[0], words[1]);
        to.Add(FeatureKind.LoneLength, Math.Min(Longest, words.Count / LengthStep).ToString());
        if (sentence.AsSpan().TrimEnd().EndsWith("?")) to.Add(FeatureKind.LoneLength, Question);
    }

    /// <summary>Words in lower case with what follows an apostrophe, figures as one, every mark by itself.</summary>
    private static List<Term> WordsOf(string sentence)
    {
        var words = new List<Term>();
        for (var i = 0; i < sentence.Length;)
        {
            var start = i;
            if (char.IsWhiteSpace(sentence[i]))
            {
                i++;
            }
            else if (char.IsDigit(sentence[i]))
            {
                while (i < sentence.Length && (char.IsDigit(sentence[i]) || sentence[i] is '.' or ',')) i++;
                words.Add(Figure);
            }
            else if (char.IsLetter(sentence[i]))
            {
                while (i < sentence.Length && (char.IsLetter(sentence[i]) || sentence[i] is '\'' or '’' && i + 1 < sentence.Length && char.IsLetter(sentence[i + 1]))) i++;
                words.Add(sentence[start..i].ToLowerInvariant().Replace('’', '\''));
            }
            else
            {
                words.Add(sentence[i++].ToString());
            }
        }
        return words;
    }

    /// <summary>The class of a word or of what is left of it without an ending: "pledging", "agreed", "plans".</summary>
    private static Term? ClassOf(string word)
    {
        if (WordClasses.Of(word) is { } found) return found;
        foreach (var ending in (ReadOnlySpan<string>)["ing", "ed", "es", "s"])
        {
            if (!word.EndsWith(ending, StringComparison.Ordinal)) continue;
            var stem = word[..^ending.Length];
            if ((WordClasses.Of(stem) ?? WordClasses.Of(stem + "e")) is { } inflected) return inflected;
        }
        return null;
    }
}
