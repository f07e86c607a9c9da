namespace PledgeMiner.Tagging;

/// <summary>What stands between a word and the one before it; a dash has spaces around it, a hyphen has none.</summary>
internal enum GazetteerGap : byte { Break, Space, Hyphen, Dot, DotSpace, Slash, Apostrophe, Comma, Dash, Glued }

/// <summary>How a word is written.</summary>
[Flags]
internal enum GazetteerCase : byte { None = 0, Initial = 1, Upper = 2, Digit = 4 }

/// <summary>A run of letters and digits of a text: the symbol that gazetteers and number readers work on, whatever the tokenizer does.</summary>
/// <param name="Id">The word's number in the vocabulary, 0 where it is in none.</param>
internal readonly record struct GazetteerWord(int Start, int End, int Id, GazetteerGap Gap, GazetteerCase Case)
{
    public bool IsDigit => (Case & GazetteerCase.Digit) != 0;

    public bool IsCapital => (Case & GazetteerCase.Initial) != 0;
}
