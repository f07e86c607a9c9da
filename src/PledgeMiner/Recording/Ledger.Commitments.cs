using Microsoft.EntityFrameworkCore;
using PledgeMiner.Recording.Schema;

namespace PledgeMiner.Recording;

public sealed partial class Ledger
{
    /// <summary>
    /// The share of sentences judged none that is kept to be looked at: about five of a news page's forty. A page of the bundled sample
    /// gives 3.5 on average, and 100 of them answered tell a miss rate of 2% to within 3 points.
    /// </summary>
    private const double SampledNones = 1 / 8.0;

    private async Task AddCommitmentsAsync(LedgerContext context, Source source, Mined mined, HashSet<string> elsewhere, CancellationToken cancel)
    {
        var document = mined.Document;
        var number = await context.Commitments.MaxAsync(x => (long?)x.Number, cancel) ?? 0;
        var known = await context.Commitments.Where(x => x.DocumentId == document.Id).ToDictionaryAsync(x => x.Id, cancel);
        var judged = await context.Judgements
            .Where(x => x.Commitment!.DocumentId == document.Id && x.ModelVersion == mined.ModelVersion)
            .Select(x => x.CommitmentId).ToHashSetAsync(cancel);
        foreach (var (commitment, origin) in mined.Commitments.Select(x => (x, Origin.Found)).Concat(mined.Nones.Select(x => (x, Origin.Sampled))))
        {
            var id = CommitmentRow.IdOf(document.Id, commitment.Deed);
            if (!known.TryGetValue(id, out var row))
            {
                if (elsewhere.Contains(commitment.Deed.Span.Of(document.Text))) continue;
                if (origin == Origin.Sampled && !CommitmentRow.FallsInto(CommitmentRow.DrawOf(id), SampledNones)) continue;
                known.Add(id, row = RowOf(id, ++number, commitment.Deed, source, document, origin));
                context.Commitments.Add(row);
                await context.IndexAsync(number, commitment.Deed.Span.Of(document.Text), document.Title, cancel);
            }
            // What a real page carries too is no longer invented.
            if (row.Invented && !source.Invented) (row.Invented, row.Source) = (false, source.Name);
            if (!judged.Add(id)) continue;
            // What a person has said stands; only what is still automatic follows the newer models.
            if (row.Revision == 0) row.Describe(Annotation.Of(commitment), commitment.Judgement.Act.Score);
            context.Judgements.Add(new JudgementRow
            {
                CommitmentId = id,
                ModelVersion = mined.ModelVersion,
                JudgedAt = _clock.GetUtcNow(),
                Act = commitment.Judgement.Act.Label,
                ActScore = commitment.Judgement.Act.Score,
                Force = commitment.Judgement.Force?.Label,
                Content = commitment,
            });
        }
    }

    private CommitmentRow RowOf(string id, long number, Deed deed, Source source, Document document, Origin origin)
    {
        var draw = CommitmentRow.DrawOf(id);
        return new()
        {
            Id = id,
            Number = number,
            DocumentId = document.Id,
            Start = deed.Span.Start,
            End = deed.Span.End,
            Ordinal = deed.Ordinal,
            FoundAt = _clock.GetUtcNow(),
            Origin = origin,
            Wanted = origin == Origin.Found && CommitmentRow.FallsInto(draw, _secondOpinions) ? 2 : 1,
            Draw = draw,
            Published = document.Published,
            Source = source.Name,
            Invented = source.Invented,
        };
    }

    /// <summary>Describes the commitments of a ledger that was written before lists had columns of their own.</summary>
    private static void DescribeOld(LedgerContext context)
    {
        var number = context.Commitments.Max(x => (long?)x.Number) ?? 0;
        while (context.Commitments.Include(x => x.Document).Include(x => x.Judgements).Where(x => x.Number == 0).OrderBy(x => x.FoundAt).Take(500).ToList() is { Count: > 0 } rows)
        {
            foreach (var row in rows)
            {
                var judgement = row.Judgements.MaxBy(x => x.Id)!.Content;
                var page = context.Pages.Where(x => x.DocumentId == row.DocumentId).OrderBy(x => x.Id).First();
                (row.Number, row.Draw) = (++number, CommitmentRow.DrawOf(row.Id));
                (row.Published, row.Source, row.Invented) = (row.Document!.Published, page.Source, page.Invented);
                row.Describe(Annotation.Of(judgement), judgement.Judgement.Act.Score);
                var log = context.Verdicts.Where(x => x.CommitmentId == row.Id).OrderBy(x => x.Id).ToList();
                Settle(row, [.. log.Select(x => x.ToVerdict())], Annotation.Of(judgement));
                context.IndexAsync(number, row.Span.Of(row.Document.Text), row.Document.Title, CancellationToken.None).GetAwaiter().GetResult();
            }
            context.SaveChanges();
            context.ChangeTracker.Clear();
        }
    }
}
