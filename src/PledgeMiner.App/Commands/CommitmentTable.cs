using PledgeMiner.App.Reviewing;
using Spectre.Console;

namespace PledgeMiner.App.Commands;

/// <summary>A document's commitments as a table for the terminal: the quote beside what was made of it, readable from 80 columns on.</summary>
internal static class CommitmentTable
{
    private const int JudgementWidth = 34;

    /// <summary>A pipe has no width of its own; a page's is taken.</summary>
    private const int PipeWidth = 120;

    public static void Print(string source, Mined mined)
    {
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = PipeWidth;
        var document = mined.Document;
        AnsiConsole.MarkupLineInterpolated($"[bold]{document.Title ?? source}[/]  {document.Published?.ToString("yyyy-MM-dd") ?? "no date"}  {document.Publisher ?? ""}");
        if (mined.Commitments.Count == 0)
        {
            AnsiConsole.WriteLine($"No commitment in {mined.Sentences.Count} sentences.");
            AnsiConsole.WriteLine();
            return;
        }
        var table = new Table().RoundedBorder().ShowRowSeparators();
        table.AddColumn("Quote");
        table.AddColumn(new TableColumn("What, who, how firmly, how much, if, by when").Width(JudgementWidth));
        foreach (var commitment in mined.Commitments)
            table.AddRow(Escape(commitment.Deed.Span.Of(document.Text)), Judged(commitment));
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine();
    }

    private static string Judged(Commitment commitment)
    {
        var (deed, judgement) = commitment;
        var lines = new List<string>
        {
            $"[bold]{judgement.Act.Label.Code()}[/]{(judgement.Force is { } force ? $", {force.Label.Code()}" : "")} ({judgement.Act.Score:P0} sure{(judgement.IsDoubtful ? ", doubtful" : "")})",
            $"by {Escape(string.Join(", ", deed.Pledgers.Select(NameOf).Distinct()))}",
            string.Join(", ", judgement.Pillars.Select(x => x.Label.Code())),
        };
        string[] much = [.. deed.Quantities.Select(x => $"{x.Value.Number:0.##} {x.Value.Unit}"), .. deed.Amounts.Select(x => $"{x.Value.Value:N0} {x.Value.Currency}")];
        if (much.Length > 0) lines.Add($"how much: {Escape(string.Join(", ", much))}");
        if (judgement.Act.Label == Act.Pledge && deed.Conditions.Count > 0) lines.Add($"if: {string.Join(", ", deed.Conditions.Select(x => x.Value.Code()))}");
        if (deed.Due is { } due) lines.Add($"when: {due.Value.Words()}");
        return string.Join('\n', lines);
    }

    private static string NameOf(Pledger pledger) => pledger.Resolved.Count > 0 ? string.Join(", ", pledger.Resolved) : pledger.Code;

    private static string Escape(string text) => Markup.Escape(text.ReplaceLineEndings(" "));
}
