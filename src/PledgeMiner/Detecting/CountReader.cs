using System.Globalization;

namespace PledgeMiner.Detecting;

/// <summary>Reads the number that begins at a word, as people count things: "2,400", "35 million", "four hundred", "twenty-six".</summary>
internal static class CountReader
{
    private static readonly Dictionary<string, int> Small = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".Split(' ')
        .Select((word, i) => (word, i + 1)).ToDictionary(x => x.word, x => x.Item2);

    private static readonly Dictionary<string, int> Tens = "twenty thirty forty fifty sixty seventy eighty ninety".Split(' ').Select((word, i) => (word, (i + 2) * 10)).ToDictionary(x => x.word, x => x.Item2);

    public static (decimal Value, int End)? At(SentenceView view, int at)
    {
        var word = view.Word(at);
        if (!MayBegin(word)) return null;
        var end = at + 1;
        decimal value;
        if (char.IsAsciiDigit(word[0]))
        {
            var suffix = word[^1] is 'm' or 'k' ? word[^1] : ' ';
            if (!decimal.TryParse(suffix == ' ' ? word : word[..^1], NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)) return null;
            // "83 000", as some countries write thousands.
            while (view.Word(end) is { Length: 3 } group && int.TryParse(group, NumberStyles.None, CultureInfo.InvariantCulture, out var next) && value < 1000 && value == decimal.Truncate(value)) (value, end) = (value * 1000 + next, end + 1);
            if (suffix == 'm') value *= 1_000_000;
            if (suffix == 'k') value *= 1000;
        }
        else if (Small.TryGetValue(word, out var small))
        {
            value = small;
        }
        else if (Tens.TryGetValue(word, out var tens))
        {
            value = tens;
            var unit = view.Word(end) == "-" ? end + 1 : end;
            if (Small.TryGetValue(view.Word(unit), out var ones) && ones < 10) (value, end) = (value + ones, unit + 1);
        }
        // "a quarter of a million"
        else if (word == "quarter" && view.Word(end) == "of" && view.Word(end + 1) == "a" && Magnitude(view.Word(end + 2)) is not null)
        {
            (value, end) = (0.25m, end + 2);
        }
        // "half a hundred", "a couple of hundred"
        else if (word is "half" && view.Word(end) == "a" && Magnitude(view.Word(end + 1)) is not null)
        {
            (value, end) = (0.5m, end + 1);
        }
        else if (word is "couple" && view.Word(end) == "of" && Magnitude(view.Word(end + 1)) is not null)
        {
            (value, end) = (2, end + 1);
        }
        // "a pair of minehunters"
        else if (word is "pair" && view.Word(end) == "of" && view.Pos(end + 1) is not PartOfSpeech.Det)
        {
            (value, end) = (2, end + 1);
        }
        else if (word is "hundred" or "thousand" or "million" or "dozen" && view.Word(at - 1) is "a" or "another" or "first" or "the" or "some")
        {
            (value, end) = (1, at);
        }
        else
        {
            return null;
        }
        while (Magnitude(view.Word(end)) is { } magnitude) (value, end) = (value * magnitude, end + 1);
        // "between ten and thirty thousand", "10 to 12 thousand": the magnitude of the second is the first's too.
        if (value < 100 && end == at + 1 && (view.Word(end) is "to" or "or" || view.Word(end) == "and" && view.Word(at - 1) == "between") && At(view, end + 1) is { Value: >= 1000 } second && Magnitude(view.Word(second.End - 1)) is { } shared) value *= shared;
        // "seven hundred and fifty"
        if (view.Word(end) == "and" && view.Word(end - 1) is "hundred" or "thousand" && At(view, end + 1) is { Value: < 100 } rest) (value, end) = (value + rest.Value, rest.End);
        // "a million and a half"
        if (view.Word(end) == "and" && view.Word(end + 1) == "a" && view.Word(end + 2) == "half" && Magnitude(view.Word(end - 1)) is { } whole) (value, end) = (value + whole / 2, end + 3);
        return (value, end);
    }

    /// <summary>Most words tell by their first letter or their length that they are no number, so that they are not looked up.</summary>
    private static bool MayBegin(string word) => word.Length > 0 && (char.IsAsciiDigit(word[0]) || word.Length is > 2 and < 10 && word[0] is 'o' or 't' or 'f' or 's' or 'e' or 'n' or 'h' or 'm' or 'd' or 'c' or 'p' or 'q');

    private static int? Magnitude(string word) => word switch
    {
        "dozen" => 12,
        "hundred" => 100,
        "thousand" => 1000,
        "million" or "mn" or "m" => 1_000_000,
        _ => null,
    };
}
