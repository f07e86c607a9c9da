namespace PledgeMiner.Measuring;

/// <summary>The labelled documents of a folder by their part: train, dev and test.</summary>
public sealed record Corpus(IReadOnlyDictionary<string, IReadOnlyList<LabelledDocument>> Parts)
{
    public static readonly IReadOnlyList<string> PartNames = ["train", "dev", "test"];

    /// <exception cref="InvalidDataException">A part is missing or has a line that is no labelled document.</exception>
    public static Corpus Load(string folder) => new(PartNames.ToDictionary(x => x, x => Load(folder, x)));

    private static IReadOnlyList<LabelledDocument> Load(string folder, string part)
    {
        var file = Path.Combine(folder, $"{part}.jsonl");
        return File.Exists(file) ? LabelledDocument.Load(file) : throw new InvalidDataException($"{file} does not exist: name the folder of the labelled documents with --corpus DIR.");
    }

    public IEnumerable<LabelledDocument> Documents => Parts.Values.SelectMany(x => x);

    /// <summary>The sentences of a part, each once however many commitments it holds, with its document.</summary>
    public static IEnumerable<(LabelledDocument Document, TextSpan Span, IReadOnlyList<LabelledSentence> Labels)> Sentences(IEnumerable<LabelledDocument> documents) =>
        documents.SelectMany(x => x.Sentences.GroupBy(s => s.Span).Select(s => (x, s.Key, (IReadOnlyList<LabelledSentence>)[.. s])));

    public static IReadOnlyList<string> Texts(IEnumerable<LabelledDocument> documents) => [.. Sentences(documents).Select(x => x.Span.Of(x.Document.Text))];
}
