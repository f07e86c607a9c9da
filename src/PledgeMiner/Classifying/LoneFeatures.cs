namespace PledgeMiner.Classifying;

/// <summary>What is seen of a sentence that stands alone: its words and their beginnings, pairs of words, next to each other or with one between, and how it opens. It need not be tagged.</summary>
internal static class LoneFeatures
{
    private const int Openings = 3, Beginning = 5, LengthStep = 8, Longest = 5;

    private static readonly Term Figure = "#", Question = "?";
    private static readonly Term[] Places = [.. Enumerable.Range(0, Math.Max(Openings, Longest + 1)).Select(x => Term.Of(x.ToString()))];

    public static void Collect(FeatureCollector to, ReadOnlySpan<char> sentence)
    {
        var words = WordsOf(to, sentence);
        for (var i = 0; i < words.Count; i++)
        {
            to.Add(FeatureKind.LoneWord, words[i]);
            if (i < Openings) to.Add(FeatureKind.LoneOpening, Places[i], words[i]);
            if (i + 1 < words.Count) to.Add(FeatureKind.LonePair, words[i], words[i + 1]);
            if (i + 2 < words.Count) to.Add(FeatureKind.LoneGap, words[i], words[i + 2]);
        }
        if (words.Count > 1) to.Add(FeatureKind.LoneOpening, words[0], words[1]);
        to.Add(FeatureKind.LoneLength, Places[Math.Min(Longest, words.Count / LengthStep)]);
        if (sentence.TrimEnd().EndsWith("?")) to.Add(FeatureKind.LoneLength, Question);
    }

    /// <summary>Adds the beginnings of words. Words in lower case with what follows an apostrophe, figures as one, every mark by itself; of words the hash alone.</summary>
    private static List<Term> WordsOf(FeatureCollector to, ReadOnlySpan<char> sentence)
    {
        var words = new List<Term>(sentence.Length / 5);
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
            else
            {
                if (!char.IsLetter(sentence[i])) i++;
                else while (i < sentence.Length && (char.IsLetter(sentence[i]) || sentence[i] is '\'' or '’' && i + 1 < sentence.Length && char.IsLetter(sentence[i + 1]))) i++;
                words.Add(Term.OfLower(sentence[start..i]));
                if (i - start > Beginning) to.Add(FeatureKind.LoneBeginning, Term.OfLower(sentence.Slice(start, Beginning)));
            }
        }
        return words;
    }
}
