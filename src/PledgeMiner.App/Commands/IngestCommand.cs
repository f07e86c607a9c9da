using System.CommandLine;
using PledgeMiner.Crawling.Warc;
using PledgeMiner.Reading;
using PledgeMiner.Recording;

namespace PledgeMiner.App.Commands;

/// <summary>`ingest`: the pages of web archives into the ledger, each as if it had been crawled at its own time.</summary>
internal static class IngestCommand
{
    private static readonly Argument<string[]> Files = new("FILE") { Description = "Web archives: .warc or .warc.gz.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> Source = new("--source") { Description = "The source to record the pages under; default the one that the archive tells, else the file's name.", HelpName = "NAME" };

    public static Command Build()
    {
        var command = new Command("ingest", "Mine and record the pages of web archives with their original addresses, dates and headers.") { Files, Source };
        command.SetAction((parsed, cancel) =>
        {
            var settings = CommandLine.SettingsOf(parsed);
            return WithLedger.RunAsync(settings, make: true, ledger => new Ingest(ledger, Parts.Miner(settings), parsed.GetValue(Source)).RunAsync(parsed.GetValue(Files)!, cancel));
        });
        return command;
    }

    /// <summary>One run over some files.</summary>
    private sealed class Ingest(Ledger ledger, Miner miner, string? source)
    {
        /// <summary>A damaged archive can have millions of reasons; nobody reads on after so many.</summary>
        private const int Told = 1000;

        private int _new, _known, _refused, _passedOver, _commitments;

        public async Task<int> RunAsync(string[] files, CancellationToken cancel)
        {
            using (var progress = new ProgressLine())
            {
                foreach (var file in files)
                {
                    if (await TakeFileAsync(file, progress, cancel) is { } problem) Refuse(problem, progress);
                }
            }
            Console.WriteLine($"{_new} pages recorded, {_known} known before, {_refused} refused, {_passedOver} other records passed over; {_commitments} commitments");
            return _refused == 0 ? CommandLine.Done : _new + _known > 0 ? CommandLine.Refused : CommandLine.WrongUse;
        }

        private async Task<Problem?> TakeFileAsync(string file, ProgressLine progress, CancellationToken cancel)
        {
            if (!File.Exists(file)) return new Problem(ProblemKind.NotFound, $"{file} does not exist: check its name.");
            var pages = new WarcPages(file, ledger, ReadingLimits.PageBytes);
            var run = await ledger.BeginIngestAsync(Path.GetFileName(file), cancel);
            try
            {
                await foreach (var page in pages.ReadAsync(cancel))
                {
                    var problem = page.TryGet(out var archived, out var missing) ? await TakeAsync(run, file, archived, cancel) : missing;
                    if (missing is not null) await ledger.CountRefusedAsync(run, missing.Kind, cancel);
                    if (problem is not null) Refuse(problem, progress);
                    progress.Show($"{Path.GetFileName(file)}: {_new} pages recorded, {_known} known before, {_refused} refused");
                }
                return null;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return new Problem(ProblemKind.Unreachable, $"{file} cannot be read ({e.Message.TrimEnd('.')}): check its permissions.");
            }
            finally
            {
                _passedOver += pages.PassedOver;
                // Also when it is broken off: what was counted by then is all that came.
                await ledger.EndIngestAsync(run, CancellationToken.None);
            }
        }

        /// <summary>The one place where a page's failure is caught: it is recorded with the page, and the next one is taken.</summary>
        private async Task<Problem?> TakeAsync(long run, string file, ArchivedPage archived, CancellationToken cancel)
        {
            var page = archived.Page;
            if (await ledger.HasAsync(page, cancel))
            {
                _known++;
                await ledger.CountKnownAsync(run, cancel);
                return null;
            }
            Outcome<Mined> outcome;
            try
            {
                outcome = await miner.MineAsync(page, archived.Told, cancel);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                outcome = new Problem(ProblemKind.Damaged, $"{page.Address} could not be mined ({e.GetType().Name}: {e.Message.TrimEnd('.')}): its bytes are kept.");
            }
            await ledger.RecordAsync(new Source(source ?? archived.Source ?? NameOf(file), page.Address, Invented: archived.Invented), page, outcome, run, cancel);
            if (outcome.TryGet(out var mined, out var problem))
            {
                _new++;
                _commitments += mined.Commitments.Count;
            }
            return problem;
        }

        private void Refuse(Problem problem, ProgressLine progress)
        {
            if (++_refused <= Told) progress.Tell(problem.Message);
            if (_refused == Told) progress.Tell("What else is refused is only counted.");
        }

        private static string NameOf(string file) => Path.GetFileName(file).Split('.')[0] is { Length: > 0 } name ? name : Path.GetFileName(file);
    }
}
