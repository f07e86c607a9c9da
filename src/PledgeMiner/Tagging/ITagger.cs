namespace PledgeMiner.Tagging;

/// <summary>Turns a document's text into sentences of tokens and entities. Implementations are shared by threads.</summary>
public interface ITagger
{
    /// <summary>Every sentence of every block, in text order; none crosses a block.</summary>
    IReadOnlyList<Sentence> Tag(Document document);

    /// <summary>The same sentences without more than the places of their tokens: enough to see which are worth the rest.</summary>
    IReadOnlyList<Sentence> Split(Document document) => Tag(document);

    /// <summary>Tags sentences that <see cref="Split"/> gave.</summary>
    /// <param name="wanted">By sentence: the others keep what is at hand, at least the actors that a list knows.</param>
    IReadOnlyList<Sentence> Tag(Document document, IReadOnlyList<Sentence> sentences, IReadOnlyList<bool> wanted) => sentences;
}
