namespace PledgeMiner.Tagging;

/// <summary>
/// Cuts text into words and marks as the universal treebanks do: "can't" is "ca" and "n't", "long-term" three tokens,
/// "U.S." one. Every character that is not white space is in exactly one token. One pass; nothing is allocated but what
/// the buffer grows by.
/// </summary>
internal static class Tokenizer
{
    /// <summary>Adds the tokens of text[start..end], in order and disjoint.</summary>
    public static void Tokenize(string text, int start, int end, TokenBuffer tokens)
    {
        for (var i = start; i < end;)
        {
            if (Characters.KindOf(text[i]) == CharacterKind.Space)
            {
                i++;
                continue;
            }
            var chunk = i;
            var plain = true;
            for (; i < end; i++)
            {
                var kind = Characters.KindOf(text[i]);
                if (kind == CharacterKind.Space) break;
                plain &= kind == CharacterKind.Letter;
            }
            if (plain) Words.Add(text, chunk, i, tokens);
            else Chunk(text, chunk, i, end, tokens);
        }
    }

    /// <summary>A stretch without white space that is more than letters.</summary>
    private static void Chunk(string text, int start, int end, int limit, TokenBuffer tokens)
    {
        for (var i = start; i < end;)
        {
            if (Addresses.IsStart(text, i, start, end))
            {
                var address = Addresses.End(text, i, end);
                if (address > i)
                {
                    tokens.Add(i, address);
                    i = address;
                    continue;
                }
            }
            if (Marks.StartsWord(text, i, start, end))
            {
                var stop = Words.End(text, i, end, limit);
                Words.Add(text, i, stop, tokens);
                i = stop;
            }
            else
            {
                var stop = Marks.End(text, i, start, end);
                tokens.Add(i, stop);
                i = stop;
            }
        }
    }
}
