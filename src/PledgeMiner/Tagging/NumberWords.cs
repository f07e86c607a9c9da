namespace PledgeMiner.Tagging;

/// <summary>The words that numbers are made of.</summary>
internal static class NumberWords
{
    private static readonly Dictionary<string, int> Small = GazetteerTable.Pairs(
        "zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 fifteen 15 " +
        "sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90",
        x => int.Parse(x));

    private static readonly Dictionary<string, decimal> Large = GazetteerTable.Pairs(
        "hundred 100 thousand 1000 million 1000000 millions 1000000 mln 1000000 mn 1000000 mio 1000000 m 1000000 billion 1000000000 " +
        "billions 1000000000 bn 1000000000 bln 1000000000 b 1000000000 mrd 1000000000 trillion 1000000000000 tn 1000000000000 trn 1000000000000 " +
        "k 1000 dozen 12",
        x => decimal.Parse(x));

    public static IEnumerable<string> All => [.. Small.Keys, "a", "an", "half", "quarter"];

    public static IEnumerable<string> Magnitudes => Large.Keys;

    public static IEnumerable<string> Connectors => ["and", "to", "or", "of", "between", "from", "through", "per", "cent", "percent", "percentage", "pc", "mm", "strong"];

    public static bool IsSmall(string word, out int value) => Small.TryGetValue(word, out value);

    public static bool IsLarge(string word, out decimal value) => Large.TryGetValue(word, out value);

    /// <summary>A magnitude that may stand alone behind a numeral; one letter only where it is glued to it ("5m", "$5 b").</summary>
    public static bool IsSpokenMagnitude(string word, out decimal value) => Large.TryGetValue(word, out value) && word.Length > 1;
}
