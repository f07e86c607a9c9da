namespace PledgeMiner.Classifying;

/// <summary>
/// What the models see of a sentence's verbs: who (an ally, the partner, "we"), how (will, may, has, not), does what (the verb and its
/// class), to what (classes of the words it governs), each alone and together.
/// </summary>
internal static class FrameFeatures
{
    private const int MostObjects = 4;

    private static readonly Term NoSubject = "-", Noun = "noun", We = "we", He = "he";
    private static readonly Term[] Manners = [.. Enum.GetValues<Modality>().SelectMany(m => new[] { "", "!", "v", "v!" }.Select(x => Term.Of(m + x)))];

    public static void Collect(FeatureCollector to, Sentence sentence, SentenceTerms terms, IReadOnlyList<VerbFrame> frames)
    {
        Span<uint> seen = stackalloc uint[MostObjects];
        Term lastHow = default, lastDoes = default;
        for (var i = 0; i < frames.Count; i++)
        {
            var frame = frames[i];
            Term verb = LowerCase.Of(sentence.Tokens[frame.Head].Lemma);
            var who = SubjectOf(sentence, terms, frames, i);
            var how = Manners[(4 * (int)frame.Modality) + (frame.Passive ? 2 : 0) + (frame.Negated ? 1 : 0)];
            var does = WordClasses.Of(verb.Text) ?? verb;
            to.Add(FeatureKind.WhoHow, who, how);
            to.Add(FeatureKind.HowDoes, how, does);
            to.Add(FeatureKind.WhoDoes, who, does);
            to.Add(FeatureKind.WhoHowDoes, who, how, does);
            to.Add(FeatureKind.HowVerb, how, verb);
            to.Add(FeatureKind.WhoHowVerb, who, how, verb);
            var objects = 0;
            for (var at = frame.Head + 1; at < frame.End && objects < MostObjects; at++)
            {
                if (ObjectAt(sentence, terms, at) is not { } what || seen[..objects].Contains(what.Hash)) continue;
                seen[objects++] = what.Hash;
                to.Add(FeatureKind.HowDoesWhat, how, does, what);
                to.Add(FeatureKind.DoesWhat, does, what);
                to.Add(FeatureKind.WhoHowWhat, who, how, what);
                to.Add(FeatureKind.WhoHowDoesWhat, (who, how), does, what);
            }
            if (i > 0) to.Add(FeatureKind.ThenDoes, (lastHow, lastDoes), how, does);
            (lastHow, lastDoes) = (how, does);
        }
    }

    private static Term SubjectOf(Sentence sentence, SentenceTerms terms, IReadOnlyList<VerbFrame> frames, int index)
    {
        var frame = frames[index];
        if (frame.Subject < 0)
        {
            // "plans to send": whoever plans is the one to send.
            if (index == 0 || frame.Modality is not (Modality.Infinitive or Modality.Participle)) return NoSubject;
            var governor = sentence.Tokens[frames[index - 1].Head].Lemma;
            return Term.Of("^" + governor);
        }
        var token = sentence.Tokens[frame.Subject];
        if (terms.Roles[frame.Subject].Role is var role and not (Role.None or Role.Quantity)) return Roles.Placeholder(role) ?? (role == Role.Equipment ? Roles.Equipment : Roles.Other);
        var lemma = LowerCase.Of(token.Lemma);
        if (token.Pos == PartOfSpeech.Noun) return WordClasses.Of(lemma) ?? Noun;
        return lemma switch { "we" or "i" or "our" or "my" => We, "he" or "she" => He, _ => lemma };
    }

    /// <summary>What a word adds to its verb's objects: an actor, money, or a class of words.</summary>
    private static Term? ObjectAt(Sentence sentence, SentenceTerms terms, int at)
    {
        var token = sentence.Tokens[at];
        var role = terms.Roles[at].Role;
        if (role is Role.Ally or Role.Leader or Role.Partner or Role.Aggressor or Role.Money) return Roles.Placeholder(role);
        if (role == Role.Equipment) return Roles.Equipment;
        return token.Pos is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj ? WordClasses.Of(LowerCase.Of(token.Lemma)) : null;
    }
}
