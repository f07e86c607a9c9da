namespace PledgeMiner;

/// <summary>How a verb's deed stands in time and reality.</summary>
public enum Modality { Past, Perfect, Present, Progressive, Future, Possible, Conditional, Required, Infinitive, Participle }

/// <summary>A verb of a sentence, who does it and how far its clause goes; all indices are of the sentence's tokens.</summary>
/// <param name="Subject">The subject's word, or -1 where the clause has none of its own.</param>
/// <param name="Head">The full verb.</param>
/// <param name="End">Index after the last word that may belong to the verb's objects.</param>
public readonly record struct VerbFrame(int Subject, int Head, int End, Modality Modality, bool Negated, bool Passive);
