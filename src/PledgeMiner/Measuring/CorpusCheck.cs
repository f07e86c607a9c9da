using System.Text.RegularExpressions;

namespace PledgeMiner.Measuring;

/// <summary>Finds what is wrong in labelled documents: spans, codes, slots that an act cannot have, documents in two parts.</summary>
public static partial class CorpusCheck
{
    private static readonly HashSet<string> Groups =
        ["EU", "NATO", "UN", "OSCE", "G7", "IMF", "WB", "JEF", "NB8", "COW", "RAMSTEIN", "EUROPE", "ALLIES", "WE", "OTHER"];

    /// <summary>One sentence a fault, each with its document; empty for a sound corpus.</summary>
    public static IReadOnlyList<string> Of(Corpus corpus)
    {
        var faults = new List<string>();
        foreach (var twice in corpus.Documents.GroupBy(x => x.Id).Where(x => x.Count() > 1)) faults.Add($"{twice.Key}: the id is used {twice.Count()} times");
        foreach (var document in corpus.Documents) faults.AddRange(Of(document).Select(x => $"{document.Id}: {x}"));
        return faults;
    }

    private static IEnumerable<string> Of(LabelledDocument document)
    {
        var end = 0;
        foreach (var span in document.Sentences.Select(x => x.Span).Distinct())
        {
            if (span.Start < end || span.End <= span.Start || span.End > document.Text.Length) yield return $"the span {span.Start}-{span.End} is empty, out of order or beyond the text";
            else if (span.Trim(document.Text) != span) yield return $"the span {span.Start}-{span.End} begins or ends with white space";
            else if (char.IsLowSurrogate(document.Text[span.Start]) || char.IsHighSurrogate(document.Text[span.End - 1])) yield return $"the span {span.Start}-{span.End} cuts a character in two";
            end = Math.Max(end, span.End);
        }
        foreach (var sentence in document.Sentences)
        {
            foreach (var fault in Of(sentence)) yield return $"{sentence.Start}-{sentence.End} {fault}";
        }
    }

    private static IEnumerable<string> Of(LabelledSentence sentence)
    {
        if (sentence.Act == Act.None)
        {
            if (sentence.Pillars.Count + sentence.Pledgers.Count > 0 || sentence.Force is not null) yield return "is none and has slots";
            yield break;
        }
        if (sentence.Pillars.Count == 0) yield return "has no pillar";
        if (sentence.Pledgers.Count == 0) yield return "has no pledger";
        if (sentence.Act == Act.Pledge != sentence.Force is not null) yield return "has a force and is no pledge, or the reverse";
        if (sentence.Act != Act.Pledge && sentence.Conditions.Count > 0) yield return "has conditions and is no pledge";
        foreach (var code in sentence.Pledgers.Concat(sentence.Beneficiaries).Where(x => !Groups.Contains(x) && !StateCode().IsMatch(x))) yield return $"has the unknown code {code}";
        foreach (var money in sentence.Amounts.Where(x => !StateCode().IsMatch(x.Word))) yield return $"has the unknown currency {money.Word}";
        if (sentence.Due is { From: { } from, To: { } to } && from > to) yield return "is due before it begins";
    }

    [GeneratedRegex("^[A-Z]{3}$")]
    private static partial Regex StateCode();
}
