using System.Text.Json;

namespace PledgeMiner.Crawling;

/// <summary>
/// What a site reserves from text and data mining in its /.well-known/tdmrep.json (W3C TDM Reservation Protocol). Mining is what
/// we do: a reserved page is not read. We follow no policy that offers a licence instead; an operator who has one is another matter.
/// </summary>
public sealed class TdmReservations
{
    private readonly IReadOnlyList<(string Pattern, bool Reserved)> _rules;

    private TdmReservations(IReadOnlyList<(string, bool)> rules) => _rules = rules;

    public static readonly TdmReservations None = new([]);

    /// <summary>Reads the file; what is not of its form reserves nothing.</summary>
    public static TdmReservations Parse(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(WebText.Decode(body, null), new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            // One rule is sometimes written without its list.
            var rules = json.RootElement.ValueKind == JsonValueKind.Array ? json.RootElement.EnumerateArray() : (IEnumerable<JsonElement>)[json.RootElement];
            return new([.. rules.Where(x => x.ValueKind == JsonValueKind.Object).Select(RuleOf).OfType<(string, bool)>()]);
        }
        catch (JsonException)
        {
            return None;
        }
    }

    /// <summary>Whether a path is reserved: the first rule that matches it decides.</summary>
    /// <param name="pathAndQuery">As sent to the server: "/news/?p=1".</param>
    public bool Reserves(string pathAndQuery) => _rules.FirstOrDefault(x => RobotsPattern.Matches(x.Pattern, pathAndQuery)).Reserved;

    private static (string, bool)? RuleOf(JsonElement rule)
    {
        if (!rule.TryGetProperty("location", out var location) || location.ValueKind != JsonValueKind.String || !rule.TryGetProperty("tdm-reservation", out var reserved)) return null;
        var path = location.GetString()!;
        // Patterns are those of robots.txt; a whole address stands for its path.
        path = Uri.TryCreate(path, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https" ? absolute.PathAndQuery : path;
        return (path.StartsWith('/') || path.StartsWith('*') ? path : "/" + path, reserved.ToString().Trim() is "1" or "True");
    }
}
