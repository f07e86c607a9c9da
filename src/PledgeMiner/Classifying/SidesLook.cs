namespace PledgeMiner.Classifying;

/// <summary>
/// Tells the aggressor's part from what others commit to: what it promises itself and what it is called on to do commit nobody (guidelines, sections 0 and 7).
/// The network sees no roles.
/// </summary>
internal static class SidesLook
{
    /// <summary>So many words behind "urge" or before "agreed" stands whom it is said of; further away it is mostly somebody else.</summary>
    private const int Reach = 4;

    private static readonly HashSet<string> Promising = [.. "agree promise pledge offer accept commit propose guarantee undertake vow".Split(' ')];
    private static readonly HashSet<string> Demanding = [.. "urge call ask demand expect press appeal insist request".Split(' ')];
    private static readonly HashSet<string> Hypothetical = [.. "if unless should once when until after before whether were".Split(' ')];
    private static readonly HashSet<string> Leading = [.. "on upon to from the that both".Split(' ')];
    private static readonly HashSet<string> Offices = [.. "government federation side president leadership leader authority".Split(' ')];

    /// <summary>Whether it is the aggressor that promises, while no ally will do anything, or that is called on.</summary>
    public static bool IsAggressors(DocumentContext context, Deed deed)
    {
        var (sentence, terms) = context.WordsOf(deed);
        if (!Array.Exists(terms.Roles, x => x.Role == Role.Aggressor)) return false;
        var promises = false;
        foreach (var frame in deed.Frames)
        {
            var lemma = LemmaAt(sentence, frame.Head);
            if (Demanding.Contains(lemma) && !frame.Passive && IsAddressed(sentence, terms, frame.Head)) return true;
            var who = frame.Subject < 0 ? Role.None : terms.Roles[frame.Subject].Role;
            if (who == Role.Aggressor && Promising.Contains(lemma) && frame.Head - frame.Subject <= Reach && !IsHypothetical(sentence, frame.Subject)) promises = true;
            else if (who is Role.Ally or Role.Leader && frame.Modality is Modality.Future or Modality.Conditional) return false;
        }
        return promises;
    }

    /// <summary>"called on the Russian government", not "demanded Russian money": the name itself, or no more than its office.</summary>
    private static bool IsAddressed(Sentence sentence, SentenceTerms terms, int verb)
    {
        for (var i = verb + 1; i <= verb + Reach && i < terms.Roles.Length; i++)
        {
            if (terms.Roles[i].Role == Role.Aggressor)
            {
                while (i + 1 < terms.Roles.Length && (terms.Roles[i + 1].Role == Role.Aggressor || Offices.Contains(LemmaAt(sentence, i + 1)))) i++;
                return i + 1 >= terms.Roles.Length || sentence.Tokens[i + 1].Pos is not (PartOfSpeech.Noun or PartOfSpeech.Adj or PartOfSpeech.Propn) && sentence.Tokens[i + 1].Lemma != "'s";
            }
            if (!Leading.Contains(LemmaAt(sentence, i))) return false;
        }
        return false;
    }

    private static bool IsHypothetical(Sentence sentence, int subject)
    {
        for (var i = subject - 1; i >= Math.Max(0, subject - 3); i--)
        {
            if (Hypothetical.Contains(LemmaAt(sentence, i))) return true;
        }
        return false;
    }

    private static string LemmaAt(Sentence sentence, int i) => LowerCase.Of(sentence.Tokens[i].Lemma);
}
