namespace PledgeMiner.Tagging;

/// <summary>States and capitals whose names are also other things.</summary>
internal static class ActorAmbiguity
{
    /// <summary>Whether a phrase stands for something else here: "Jordan Bardella", "George Washington", "Georgia's voters and Atlanta".</summary>
    public static bool IsOther(ActorMemory memory, GazetteerHit hit, int first, int end)
    {
        var text = memory.Text;
        if (hit.Entry.Code == "ALLIES" && hit.First > first) return text[hit.First - 1] is "business" or "trading" or "trade" or "implementing" or "private" or "commercial" or "political";
        // "in Russian," is a language.
        if (hit.Entry.Role == GazetteerRole.Demonym && hit.First > first && text[hit.First - 1] == "in") return hit.After >= end || text.Words[hit.After].Gap != GazetteerGap.Space || text.Has(hit.After, GazetteerSense.Stop);
        if (hit.Entry.Role is not (GazetteerRole.State or GazetteerRole.Capital) || hit.Count > 1) return false;
        return text[hit.First] switch
        {
            "jordan" or "chad" or "mali" or "lima" or "israel" or "washington" or "paris" or "london" or "sofia" or "victoria" or "kingston" or "cyprus" or "santiago" => IsPersonal(memory, hit, first, end),
            "georgia" => IsPersonal(memory, hit, first, end) || IsAmerican(text, hit, first, end),
            _ => false,
        };
    }

    /// <summary>A first name before or a surname behind, neither of them a phrase of the gazetteers.</summary>
    private static bool IsPersonal(ActorMemory memory, GazetteerHit hit, int first, int end)
    {
        var text = memory.Text;
        var (before, after) = (hit.First - 1, hit.After);
        if (after < end && text.Words[after] is { IsCapital: true, Gap: GazetteerGap.Space } && GazetteerHits.At(memory.SentenceHits, after) is null) return true;
        return before > first && text.Words[before].IsCapital && text.Words[hit.First].Gap == GazetteerGap.Space && GazetteerHits.At(memory.SentenceHits, before) is null;
    }

    /// <summary>The American state keeps company with its towns, offices and neighbours, within three words: further off they are the next clause's.</summary>
    private static bool IsAmerican(GazetteerText text, GazetteerHit hit, int first, int end)
    {
        for (var i = Math.Max(first, hit.First - 3); i < Math.Min(end, hit.After + 3); i++)
        {
            if (text[i] is "atlanta" or "savannah" or "arizona" or "alabama" or "florida" or "carolina" or "tennessee" or "michigan" or "pennsylvania" or "wisconsin" or "nevada" or "texas"
                or "governor" or "republican" or "republicans" or "democrat" or "democrats" or "runoff" or "county" or "senator" or "congressman" or "congresswoman" or "augusta") return true;
        }
        return false;
    }

    public static IEnumerable<string> Words =>
        ("atlanta savannah arizona alabama florida carolina tennessee michigan pennsylvania wisconsin nevada texas governor republican republicans democrat democrats runoff county senator congressman " +
        "congresswoman augusta").Split(' ');
}
