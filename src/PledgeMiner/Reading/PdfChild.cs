using System.Diagnostics;
using System.Text.Json;

namespace PledgeMiner.Reading;

/// <summary>
/// Reads PDF in a child process: crafted files overflow the parser's stack, hang it or take gigabytes, and must take
/// nothing else down. The child reads the file from standard input and answers with one line of JSON.
/// </summary>
/// <param name="FileName">The program to start.</param>
/// <param name="Arguments">Its arguments: the hidden command that runs <see cref="PdfExtraction"/>.</param>
public sealed record PdfChild(string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>Time the child gets before it is killed.</summary>
    public TimeSpan Time { get; init; } = ReadingLimits.PdfTime;

    internal async Task<Outcome<Draft>> ReadAsync(Page page, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(FileName, Arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_GCHeapHardLimit"] = ReadingLimits.PdfBytes.ToString("X");
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        using var child = Process.Start(start) ?? throw new InvalidOperationException($"{FileName} did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Time);
        try
        {
            var output = child.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = child.StandardError.ReadToEndAsync(limit.Token);
            await SendAsync(child, page.Body, limit.Token);
            await child.WaitForExitAsync(limit.Token);
            await errors;
            var answer = child.ExitCode == 0 ? JsonSerializer.Deserialize<PdfAnswer>(await output) : null;
            return Judge(page, answer);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Problem(ProblemKind.TooSlow, $"{Reader.Name(page)} could not be read within {Time.TotalSeconds:0} s and was given up: print it to a new PDF, or save its text.");
        }
        finally
        {
            if (!child.HasExited) child.Kill(entireProcessTree: true);
        }
    }

    private static Outcome<Draft> Judge(Page page, PdfAnswer? answer)
    {
        if (answer is null || answer.Problem == PdfProblem.Damaged)
            return new Problem(ProblemKind.Damaged, $"{Reader.Name(page)} is a damaged PDF file: open it in a viewer, print it to a new PDF and try again.");
        if (answer.Problem == PdfProblem.Encrypted)
            return new Problem(ProblemKind.Encrypted, $"{Reader.Name(page)} is an encrypted PDF: save a copy without a password and try again.");
        if (answer.Problem == PdfProblem.TooLarge)
            return new Problem(ProblemKind.TooLarge, $"{Reader.Name(page)} holds more than {ReadingLimits.PdfCharacters / 1_000_000} million characters: split it and try again.");
        var text = new DraftBuilder();
        foreach (var block in answer.Blocks) text.Add(block.Kind, block.Text);
        return text.ToDraft(new Particulars(answer.Title, answer.Created));
    }

    private static async Task SendAsync(Process child, byte[] body, CancellationToken cancel)
    {
        try
        {
            await child.StandardInput.BaseStream.WriteAsync(body, cancel);
            child.StandardInput.Close();
        }
        catch (IOException)
        {
            // The child died before it had read everything; its exit code tells.
        }
    }
}

internal enum PdfProblem { None, Encrypted, Damaged, TooLarge }

internal sealed record PdfBlock(BlockKind Kind, string Text);

/// <summary>What the child answers.</summary>
internal sealed record PdfAnswer(PdfProblem Problem, string? Title, DateOnly? Created, IReadOnlyList<PdfBlock> Blocks);
