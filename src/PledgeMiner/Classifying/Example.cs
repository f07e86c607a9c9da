namespace PledgeMiner.Classifying;

/// <summary>A deed of a labelled document with what its sentence was labelled: what a model learns from.</summary>
/// <param name="Labels">The labels of its sentence; several where it holds several commitments.</param>
public sealed record Example(Deed Deed, IReadOnlyList<LabelledSentence> Labels)
{
    /// <summary>The first act of the guidelines' order that any label has.</summary>
    public Act Act => Labels.Count == 0 ? Act.None : Labels.Min(x => x.Act);

    private IEnumerable<LabelledSentence> OfAct => Labels.Where(x => x.Act == Act && x.Act != Act.None);

    public IEnumerable<string> Pledgers => OfAct.SelectMany(x => x.Pledgers).Distinct();

    public IEnumerable<Pillar> Pillars => OfAct.SelectMany(x => x.Pillars).Distinct();

    public Force? Force => OfAct.Select(x => x.Force).FirstOrDefault(x => x is not null);
}

/// <summary>A tagged and detected document with an example a deed.</summary>
public sealed record TrainingDocument(Document Document, IReadOnlyList<Sentence> Sentences, IReadOnlyList<Example> Examples);
