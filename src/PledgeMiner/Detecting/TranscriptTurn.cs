namespace PledgeMiner.Detecting;

/// <summary>Who has the floor in a transcript or before a colon.</summary>
internal sealed class TranscriptTurn(Func<SentenceView, Entity, Speaker> personOf, Func<string, string> codeOf)
{
    /// <summary>A label has no more words than these: "DEPUTY PRIME MINISTER DR JANE DOE:", "Ms. Jane Doe (United States of America):".</summary>
    private const int LabelWords = 11;

    /// <summary>A name in small letters before a colon speaks to the end of its paragraph only; null for a transcript's capitals, which go on.</summary>
    private int? _block;

    public Speaker? Speaker { get; private set; }

    /// <summary>Reads a sentence's beginning: "PRESIDENT MACRON:" opens a turn, a question ends it. True where it opens one.</summary>
    public bool Read(SentenceView view)
    {
        if (_block is { } block && block != view.Sentence.Block) (Speaker, _block) = (null, null);
        var colon = ColonIn(view);
        if (colon < 1) return false;
        if (view.Words[0] is "question" or "q") Speaker = null;
        var capitals = IsAllCapitals(view, colon);
        // "Mr. Doe (Albania):"
        var state = view.Word(colon - 1) == ")" ? view.EntityAt(colon - 2) : null;
        var person = PersonAt(view, state is null ? colon : Array.IndexOf(view.Words, "(", 0, colon));
        if (person is null && !(capitals && IsLabel(view, colon))) return false;
        if (person is not null)
        {
            Speaker = personOf(view, person);
            if (state?.Code is { } code) Speaker = Speaker with { Code = code };
        }
        else
        {
            var name = view.SpanOf(colon - 1, colon).Of(view.Text);
            Speaker = new(name, view.EntityAt(colon - 1)?.Code ?? codeOf(name));
        }
        _block = capitals ? null : view.Sentence.Block;
        return true;
    }

    /// <summary>"Ms. Doe (Albania) said that": who speaks in a record that tells instead of quoting.</summary>
    public static Speaker? InRecord(SentenceView view)
    {
        if (view.Word(0) is not ("mr" or "mr." or "ms" or "ms." or "mrs" or "mrs." or "sir" or "dame")) return null;
        for (var i = 2; i < LabelWords && view.Word(i) is not ("," or ":"); i++)
        {
            if (view.Word(i) != "(" || view.EntityAt(i + 1) is not { Code: { } code } state) continue;
            var end = view.IndexOf(state.Span.End);
            return view.Word(end) == ")" && view.Pos(end + 1) == PartOfSpeech.Verb ? new(view.SpanOf(1, i).Of(view.Text), code) : null;
        }
        return null;
    }

    private static int ColonIn(SentenceView view)
    {
        for (var i = 0; i < Math.Min(view.Count, LabelWords); i++) if (view.IsMark(i, ':')) return i;
        return -1;
    }

    private static Entity? PersonAt(SentenceView view, int colon)
    {
        for (var i = 0; i < colon; i++)
        {
            // "Answered by Jane Doe:"
            if (view.Pos(i) == PartOfSpeech.Verb && view.Word(i + 1) != "by") return null;
            if (view.EntityAt(i) is { Kind: EntityKind.Person } person && view.IndexOf(person.Span.End) == colon) return person;
        }
        return null;
    }

    /// <summary>An office, or names of at least two letters; no "QUESTION" and no state's heading.</summary>
    private static bool IsLabel(SentenceView view, int colon) =>
        view.Words[0] is not ("question" or "q" or "annex" or "note") && (SpeakerNouns.Contains(view.Words[0]) || colon > 1 && view.Words[0] is "mr" or "mr." or "ms" or "ms." or "gen." or "prime" or "foreign" or "defence" or "defense")
        && (colon == 1 || !SpeakerNouns.Contains(view.Words[colon - 1]));

    private static bool IsAllCapitals(SentenceView view, int end)
    {
        for (var i = view.Tokens[0].Start; i < view.Tokens[end].Start; i++)
        {
            if (char.IsLower(view.Text[i]) || char.IsDigit(view.Text[i])) return false;
        }
        return true;
    }
}
