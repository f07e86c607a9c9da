namespace PledgeMiner.Tagging;

/// <summary>Turns a document's text into sentences of tokens and entities. Implementations are shared by threads.</summary>
public interface ITagger
{
    /// <summary>Every sentence of every block, in text order; none crosses a block.</summary>
    IReadOnlyList<Sentence> Tag(Document document);
}
