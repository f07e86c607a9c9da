using System.Collections.Frozen;

namespace PledgeMiner.Detecting;

/// <summary>Says through what a deed is carried out: equipment that is named, and phrases of corpora/cues; not all that a sentence mentions.</summary>
internal sealed class InstrumentFinder
{
    private readonly PhraseLexicon<Instrument> _spoken = PhraseLexicon<Instrument>.Load("instruments.tsv");

    /// <summary>What does not tell an instrument by itself, or stands in a phrase that tells another: "weapons", "naval base".</summary>
    private readonly PhraseLexicon<Instrument> _vague = PhraseLexicon<Instrument>.Load("instruments-vague.tsv");

    private static readonly FrozenSet<string> Conditionals = "if unless once provided without until despite depending whether pending".Split(' ').ToFrozenSet();

    /// <summary>What a mention of an instrument says of another beside it: training is no sending of the soldiers trained. In the corpus' train part at most a third of those implied are labelled beside the one told.</summary>
    private static readonly (Instrument Told, Instrument Implied)[] Implications =
    [
        (Instrument.Training, Instrument.Troops), (Instrument.Monitoring, Instrument.Troops), (Instrument.Sanctions, Instrument.Industry), (Instrument.LoanGuarantee, Instrument.Funding), (Instrument.Sanctions, Instrument.Funding),
        (Instrument.Sanctions, Instrument.Energy), (Instrument.LogisticsMedical, Instrument.Troops), (Instrument.Industry, Instrument.LogisticsMedical), (Instrument.Armour, Instrument.Funding), (Instrument.Monitoring, Instrument.ArtilleryAmmunition), (Instrument.NonLethalEquipment, Instrument.Troops), (Instrument.Troops, Instrument.SecurityGuarantee), (Instrument.Troops, Instrument.Diplomatic), (Instrument.Troops, Instrument.ArtilleryAmmunition), (Instrument.SecurityGuarantee, Instrument.Aircraft),
    ];

    private static readonly HashSet<string> Sending = [.. "deploy send station deployment base dispatch".Split(' ')];

    public IReadOnlyList<Found<Instrument>> Find(SentenceView view)
    {
        var mentions = _spoken.In(view, 0, view.Count).ConvertAll(x => (x.First, x.End, x.Label));
        foreach (var entity in view.Sentence.Entities)
        {
            if (entity.Instrument is { } instrument && (view.IndexOf(entity.Span.Start), view.IndexOf(entity.Span.End)) is var (first, end) && first < end) mentions.Add((first, end, instrument));
        }
        if (mentions.Count > 0) RemoveUnsaid(view, mentions);
        List<Found<Instrument>> found = [];
        foreach (var (first, end, label) in mentions)
        {
            // "unmanned aircraft" are drones: the longer phrase tells.
            if (mentions.Exists(x => x.Label != label && x.First <= first && x.End >= end && x.End - x.First > end - first)) continue;
            if (!found.Exists(x => x.Value == label)) found.Add(new(label, view.SpanOf(first, end)));
        }
        if (MoneyGiven(view) is { } money && found.TrueForAll(x => x.Value is not Instrument.LoanGuarantee) && (found.Count == 0 || IsFor(view, money))) found.Add(new(Instrument.Funding, money.Span));
        if (found.Count > 1) RemoveImplied(view, found);
        found.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return found;
    }

    /// <summary>Leaves out mentions within vague phrases or conditions, and what stands beside the instrument it belongs to.</summary>
    private void RemoveUnsaid(SentenceView view, List<(int First, int End, Instrument Label)> mentions)
    {
        var vague = _vague.In(view, 0, view.Count);
        mentions.RemoveAll(x => vague.Exists(v => v.Label == x.Label && v.First <= x.First && v.End >= x.End) || IsBackground(view, x.First));
        // "missiles for Patriot": beside air defence they are its own, or the enemy's.
        if (mentions.Exists(x => x.Label == Instrument.AirDefence)) mentions.RemoveAll(x => x.Label == Instrument.ArtilleryAmmunition && x.End == x.First + 1 && view.Lemma(x.First) == "missile");
    }

    private static void RemoveImplied(SentenceView view, List<Found<Instrument>> found)
    {
        var sends = found.Exists(x => x.Value == Instrument.Troops) && Enumerable.Range(0, view.Count).Any(i => Sending.Contains(view.Lemma(i)));
        foreach (var (told, implied) in Implications)
        {
            if (found.Exists(x => x.Value == told) && !(implied == Instrument.Troops && sends)) found.RemoveAll(x => x.Value == implied);
        }
    }

    /// <summary>In a condition: what must be there first is not what is given.</summary>
    private static bool IsBackground(SentenceView view, int at)
    {
        for (var i = at - 1; i >= 0 && view.Word(i) is not ("," or ";" or ":" or "—" or "–"); i--)
        {
            if (Conditionals.Contains(view.Words[i]) || view.Words[i] is "as" && view.Word(i + 1) is "long" && i > 0) return true;
        }
        return false;
    }

    /// <summary>A sum that is given itself: not what a thing is worth, nor "a billion in military assistance".</summary>
    private static Entity? MoneyGiven(SentenceView view)
    {
        foreach (var entity in view.Sentence.Entities)
        {
            if (entity.Kind != EntityKind.Money) continue;
            var (first, end) = (view.IndexOf(entity.Span.Start), view.IndexOf(entity.Span.End));
            var worth = IsBackground(view, first) || view.Word(end) == "in" && view.Pos(end + 1) is PartOfSpeech.Adj or PartOfSpeech.Noun && view.Word(end + 1) is not ("aid" or "additional" or "funding" or "financial" or "military");
            for (var i = first - 1; i >= Math.Max(0, first - 5) && view.Word(i) is not ("," or ";"); i--) worth |= view.Word(i) is "worth" or "value" or "cost" or "valued" or "exceeded" or "price" or "estimated" or "costs";
            if (!worth) return entity;
        }
        return null;
    }

    private static bool IsFor(SentenceView view, Entity money)
    {
        var end = view.IndexOf(money.Span.End);
        return view.Word(end) is "for" or "to" or "from" or "towards" || view.Word(end) == "in" && view.Word(end + 1) == "additional";
    }
}
