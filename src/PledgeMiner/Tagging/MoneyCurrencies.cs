namespace PledgeMiner.Tagging;

/// <summary>Signs, codes and names of currencies.</summary>
internal static class MoneyCurrencies
{
    private static readonly HashSet<string> Codes =
    [
        "EUR", "USD", "GBP", "NOK", "SEK", "DKK", "ISK", "CHF", "CAD", "AUD", "NZD", "JPY", "KRW", "CNY", "PLN", "CZK", "HUF", "RON", "BGN",
        "UAH", "RUB", "TRY", "ILS", "INR", "BRL", "MXN", "ZAR", "SAR", "AED", "QAR", "TWD", "SGD", "HKD", "GEL", "MDL", "AMD", "AZN", "KZT", "RSD",
        "BAM", "MKD", "ALL", "XDR", "SDR", "KES", "NGN", "EGP", "PHP", "IDR", "THB", "MYR", "VND", "PKR", "COP", "ARS", "CLP", "MAD", "ETB", "UGX", "GHS",
    ];

    /// <summary>Names that mean one currency wherever they stand.</summary>
    private static readonly Dictionary<string, string> Names = GazetteerTable.Pairs(
        "euro EUR euros EUR dollar USD dollars USD bucks USD pound GBP pounds GBP sterling GBP yen JPY won KRW yuan CNY renminbi CNY zloty PLN " +
        "zlotys PLN zloties PLN koruna CZK korunas CZK koruny CZK forint HUF forints HUF leva BGN hryvnia UAH hryvnias UAH hryvnya UAH hryvnyas UAH " +
        "ruble RUB rubles RUB rouble RUB roubles RUB lira TRY liras TRY shekel ILS shekels ILS rupee INR rupees INR franc CHF francs CHF kronor SEK " +
        "kronur ISK lei RON zl PLN kc CZK lari GEL rand ZAR reais BRL riyals SAR dirhams AED tenge KZT SDR XDR SDRs XDR shilling KES shillings KES naira NGN nairas NGN rupiah IDR baht THB ringgit MYR birr ETB cedi GHS cedis GHS",
        x => x);

    /// <summary>Names that several countries use: the state in context decides, else the first.</summary>
    private static readonly Dictionary<string, string[]> Shared = GazetteerTable.Pairs(
        "krone NOK/DKK kroner NOK/DKK krona SEK/ISK kronas SEK/ISK crown CZK/NOK/DKK/SEK crowns CZK/NOK/DKK/SEK kr NOK/DKK/SEK kroners NOK/DKK",
        x => x.Split('/'));

    private static readonly Dictionary<string, string> ByState = GazetteerTable.Pairs(
        "NOR NOK DNK DKK SWE SEK ISL ISK CZE CZK CAN CAD AUS AUD NZL NZD USA USD TWN TWD SGP SGD HKG HKD CHE CHF GBR GBP MDA MDL ROU RON",
        x => x);

    /// <summary>What stands before a dollar sign.</summary>
    private static readonly Dictionary<string, string> Dollars = GazetteerTable.Pairs(
        "US USD C CAD CA CAD CAN CAD Can CAD CDN CAD CAD CAD A AUD AU AUD AUD AUD NZ NZD NZD NZD USD USD NT TWD S SGD HK HKD",
        x => x);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> CodesBySpan = Codes.GetAlternateLookup<ReadOnlySpan<char>>();

    public static IEnumerable<string> Words => [.. Names.Keys, .. Shared.Keys, .. Codes];

    public static bool IsCode(ReadOnlySpan<char> word) => word.Length == 3 && CodesBySpan.Contains(word);

    /// <summary>The ISO code of a written one: the IMF writes SDR for its drawing rights, which are XDR.</summary>
    public static string ByCode(string code) => code == "SDR" ? "XDR" : code;

    public static string? BySign(char c) => c switch
    {
        '$' => "USD",
        '€' => "EUR",
        '£' => "GBP",
        '¥' => "JPY",
        '₴' => "UAH",
        '₽' => "RUB",
        '₩' => "KRW",
        '₺' => "TRY",
        '₪' => "ILS",
        '₹' => "INR",
        _ => null,
    };

    public static bool TryDollar(string before, out string? currency) => Dollars.TryGetValue(before, out currency);

    public static string? ByName(string name) => Names.GetValueOrDefault(name);

    public static bool IsDollarLike(string name) => name is "dollar" or "dollars" or "franc" or "francs" or "pound" or "pounds" or "lei";

    public static string[]? Sharers(string name) => Shared.GetValueOrDefault(name);

    public static string? OfState(string code) => ByState.GetValueOrDefault(code);

    /// <summary>Whether a currency sign stands before a word, with at most a space between.</summary>
    public static bool SignBefore(GazetteerText text, int word)
    {
        var at = text.Words[word].Start - 1;
        if (at >= 0 && text.Text[at] is ' ' or '\u00A0') at--;
        return at >= 0 && BySign(text.Text[at]) is not null;
    }
}
