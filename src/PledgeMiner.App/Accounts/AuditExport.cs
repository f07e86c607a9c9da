using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PledgeMiner.App.Accounts;

/// <summary>Writes the audit log out, as CSV (RFC 4180) or as one JSON object a line.</summary>
internal static class AuditExport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(IAsyncEnumerable<AuditRow> rows, Stream output, bool csv)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(false)) { NewLine = csv ? "\r\n" : "\n" };
        if (csv) await writer.WriteLineAsync("id,at,who,role,what,subject,detail");
        await foreach (var row in rows)
        {
            var at = DateTime.SpecifyKind(row.At, DateTimeKind.Utc);
            await writer.WriteLineAsync(csv
                ? string.Join(',', [$"{row.Id}", $"{at:O}", Cell(row.Who), Cell(row.Role), Cell(row.What), Cell(row.Subject), Cell(row.Detail)])
                : JsonSerializer.Serialize(new { row.Id, At = at, row.Who, row.Role, row.What, row.Subject, row.Detail }, Json));
        }
    }

    /// <summary>A quoted cell. Spreadsheets take what begins with one of these marks for a formula: an apostrophe keeps it a text.</summary>
    public static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var guard = text.TrimStart(' ', '"') is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '|' or '%' or '＝' or '＋' or '－' or '＠', ..] ? "'" : "";
        return $"\"{guard}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
