namespace PledgeMiner.Detecting;

/// <summary>Tells what a deed gives from what is counted beside it.</summary>
internal static class CountBackground
{
    /// <summary>In a clause beside the deed: "the 14 of", "which counted 5,000 troops", "bringing the total to 2,200", "at five stations", "used to strike two airfields".</summary>
    public static bool Is(SentenceView view, int first, int end)
    {
        if (view.Word(first - 1) == "of" && view.Word(first - 2) == "out" || view.Word(first - 1) == "the" && view.Word(first - 2) == "of" && CountReader.At(view, first - 3) is not null) return true;
        // "the first two of four frigates", "Of the 40 trucks, 25 have arrived"
        if (view.Word(first - 1) == "of" && CountReader.At(view, first - 2) is not null || first == 2 && view.Word(0) == "of" && view.Word(1) is "the" or "its") return true;
        // "two people familiar with the talks", "according to three officials"
        if (view.Word(end) is "familiar" or "present" || view.Word(end) == "with" && view.Word(end + 1) == "knowledge" || view.Word(first - 1) == "to" && view.Word(first - 2) == "according") return true;
        // "four more than were listed", "two winters ago"
        if (view.Word(end) == "more" && view.Word(end + 1) == "than" || view.Word(end - 1) == "more" && view.Word(end) == "than" || view.Word(end) == "ago") return true;
        // "described by one officer"
        if (view.Word(first) == "one" && view.Word(first - 1) == "by") return true;
        // "where 298 people died"
        for (var i = end; i < end + 4; i++)
        {
            if (view.Word(i) is "died" or "dead" or "killed" or "wounded" || view.Word(i) == "lost" && view.Word(i + 1) == "their") return true;
        }
        // "the first of 16 howitzers", "most of the 49 tanks", "part of its 700 soldiers"
        var whole = view.Word(first - 1) is "the" or "its" or "their" or "his" or "her" or "our" ? first - 2 : first - 1;
        if (view.Word(whole) == "of" && view.Word(whole - 1) is "first" or "second" or "third" or "majority" or "most" or "some" or "part" or "rest" or "half" or "bulk" or "one") return true;
        first = HeadNoun.Approximation(view, first);
        if (view.Word(first - 1) is "at" or "in" or "across" or "from" or "within" or "under" or "aboard" && view.Word(end) != "of" && !IsManner(view, first, end)) return true;
        if (view.Word(first - 1) == "to" && view.Word(first - 2) is "home" or "been") return true;
        // "to join the 400 troops who were there", "in addition to 4,500 rotating there"
        var with = view.Word(first - 1) == "the" ? first - 2 : first - 1;
        if (view.Lemma(with) == "join" || view.Word(with) == "to" && view.Word(with - 1) is "addition") return true;
        for (var i = first - 1; i >= Math.Max(0, first - 6); i--)
        {
            if (view.Word(i) is "," or ";" or "." or ":") break;
            if (view.Word(i) is "total" or "strike" or "struck" or "killed" or "kill" or "beyond" or "besides" or "lost" or "lose" or "wounded" or "injured" or "crippled" or "sank" or "sunk" or "destroyed" or "collision" || i == first - 2 && view.Word(i) == "top" || view.Word(i) == "whose" && !(i == first - 1 && HeadNoun.IsPerson(view.Lemma(end - 1)))) return true;
        }
        return false;
    }

    /// <summary>What is given all the same: "in 24 shipments", "brought in 60 officers", "stays at 209".</summary>
    private static bool IsManner(SentenceView view, int first, int end) => view.Word(first - 1) switch
    {
        "in" => view.Lemma(first - 2) is "bring" or "take" or "send" or "hand" || view.Lemma(end - 1) is "shipment" or "package" or "consignment" or "convoy" or "drawdown",
        "at" => view.Lemma(first - 2) is "stay" or "remain" or "stand" or "cap" or "fix" or "set" or "keep",
        _ => false,
    };
}
