using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace PledgeMiner.Classifying;

/// <summary>A sentence as the features see it: its words, lemmas and classes, with actors and numbers replaced by what they are.</summary>
internal sealed class SentenceTerms
{
    private static readonly FrozenSet<string> FunctionWords =
        "be have do to that which who he she it they this these those there as because although while can must should may might could let get make take".Split(' ').ToFrozenSet();

    private static readonly WordFilter FunctionFilter = new(FunctionWords);

    private readonly List<Term> _words, _lemmas, _classes;

    public SentenceTerms(string text, Sentence sentence, Conflict? conflict)
    {
        Roles = Classifying.Roles.Of(sentence, conflict);
        (_words, _lemmas) = (new(sentence.Tokens.Count), new(sentence.Tokens.Count));
        for (var i = 0; i < sentence.Tokens.Count; i++)
        {
            var token = sentence.Tokens[i];
            if (Classifying.Roles.Placeholder(Roles[i].Role) is { } placeholder)
            {
                if (i > 0 && Roles[i - 1].Entity == Roles[i].Entity) continue;
                _words.Add(placeholder);
                _lemmas.Add(placeholder);
            }
            else if (token.Pos == PartOfSpeech.Num)
            {
                _words.Add(Classifying.Roles.Number);
                _lemmas.Add(Classifying.Roles.Number);
            }
            else
            {
                var lemma = LowerCase.Of(token.Lemma);
                _lemmas.Add(lemma);
                var word = text.AsSpan(token.Start, token.End - token.Start);
                // Most words are their own lemma, whose text and hash then serve for both.
                if (HasLetter(word)) _words.Add(word.SequenceEqual(lemma) ? _lemmas[^1] : token.Span.Of(text).ToLowerInvariant());
            }
        }
        _classes = ClassesOf(Lemmas);
    }

    /// <summary>The words in lower case, marks left out.</summary>
    public ReadOnlySpan<Term> Words => CollectionsMarshal.AsSpan(_words);

    /// <summary>The lemmas, marks among them.</summary>
    public ReadOnlySpan<Term> Lemmas => CollectionsMarshal.AsSpan(_lemmas);

    /// <summary>The classes of the words, with function words and actors; other words are left out.</summary>
    public ReadOnlySpan<Term> Classes => CollectionsMarshal.AsSpan(_classes);

    /// <summary>For each token what it names, and the index of the entity.</summary>
    public (Role Role, int Entity)[] Roles { get; }

    private static bool HasLetter(ReadOnlySpan<char> word)
    {
        foreach (var c in word) if (char.IsLetterOrDigit(c)) return true;
        return false;
    }

    private static List<Term> ClassesOf(ReadOnlySpan<Term> lemmas)
    {
        var classes = new List<Term>(lemmas.Length);
        for (var i = 0; i < lemmas.Length; i++)
        {
            if (lemmas[i].Text is ['(', _, ..]) classes.Add(lemmas[i]);
            else if (WordClasses.At(lemmas, i, out var length) is { } found)
            {
                classes.Add(found);
                i += length - 1;
            }
            else if (FunctionFilter.MayHold(lemmas[i].Text) && FunctionWords.Contains(lemmas[i].Text)) classes.Add(lemmas[i]);
        }
        return classes;
    }
}
