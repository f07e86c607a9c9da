using System.Globalization;

namespace PledgeMiner.Tagging;

/// <summary>What a character does in a word.</summary>
internal enum CharacterKind : byte { Mark, Space, Letter, Digit }

/// <summary>Kinds of characters, by table for the most common ones.</summary>
internal static class Characters
{
    private static readonly CharacterKind[] Latin = [.. Enumerable.Range(0, 0x250).Select(x => Classify((char)x))];

    public static CharacterKind KindOf(char c) => c < Latin.Length ? Latin[c] : Classify(c);

    public static bool IsWord(char c) => KindOf(c) >= CharacterKind.Letter;

    public static bool IsLetter(char c) => KindOf(c) == CharacterKind.Letter;

    public static bool IsDigit(char c) => KindOf(c) == CharacterKind.Digit;

    public static bool IsApostrophe(char c) => c is '\'' or '’';

    /// <summary>Accents and invisible joiners count as letters: they never stand alone.</summary>
    private static CharacterKind Classify(char c)
    {
        if (char.IsWhiteSpace(c)) return CharacterKind.Space;
        if (char.IsDigit(c)) return CharacterKind.Digit;
        return char.IsLetter(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.LetterNumber ? CharacterKind.Letter : CharacterKind.Mark;
    }
}
