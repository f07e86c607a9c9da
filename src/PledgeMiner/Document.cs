using System.Security.Cryptography;
using System.Text;

namespace PledgeMiner;

/// <summary>What a stretch of a document's text is.</summary>
public enum BlockKind { Title, Heading, Paragraph, Item, Row, Quote }

/// <summary>A stretch of text that belongs together; no sentence crosses its ends.</summary>
public readonly record struct Block(BlockKind Kind, TextSpan Span);

/// <summary>Readable text with its blocks. The text is never altered from here on: everything later is an offset into it.</summary>
/// <param name="Text">The text; free of U+0000 and lone surrogates, which databases refuse.</param>
/// <param name="Blocks">In order, disjoint; what lies between two blocks is white space.</param>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Canonical">The address the page names as its own, if any.</param>
/// <param name="Author">Who wrote it, as the page says.</param>
public sealed record Document(
    string Text, IReadOnlyList<Block> Blocks, string? Title, DateOnly? Published, string? Publisher, string Language, Uri? Canonical = null, string? Author = null)
{
    private string? _id;

    /// <summary>SHA-256 of the text in UTF-8, 64 lower-case hexadecimal digits: the same text is the same document.</summary>
    public string Id => _id ??= Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>Index of the block that holds an offset, or the last one before it.</summary>
    public int BlockAt(int offset)
    {
        var at = 0;
        while (at + 1 < Blocks.Count && Blocks[at + 1].Span.Start <= offset) at++;
        return at;
    }

    /// <summary>The nearest heading above a block, or null.</summary>
    public Block? HeadingOf(int block)
    {
        for (var i = block - 1; i >= 0; i--)
        {
            if (Blocks[i].Kind == BlockKind.Heading) return Blocks[i];
        }
        return null;
    }

    /// <summary>The block that introduces the list an item stands in ("The participants will provide:"), or null.</summary>
    public Block? LeadInOf(int block)
    {
        if (Blocks[block].Kind != BlockKind.Item) return null;
        var i = block - 1;
        while (i >= 0 && Blocks[i].Kind == BlockKind.Item) i--;
        return i >= 0 && Blocks[i].Kind is BlockKind.Paragraph or BlockKind.Quote ? Blocks[i] : null;
    }
}
