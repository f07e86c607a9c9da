using Microsoft.EntityFrameworkCore;
using PledgeMiner.Recording.Schema;

namespace PledgeMiner.Recording;

/// <summary>A commitment as an analyst sees it: in its document, with its latest judgement and what people said of it.</summary>
/// <param name="Commitment">As the models judged it, or as the person said who added it.</param>
/// <param name="ModelVersion">Null where a person added it.</param>
/// <param name="PageId">The stored page that is the evidence.</param>
/// <param name="Address">Where that page was found.</param>
/// <param name="Revision">How many verdicts there are; a decision names it.</param>
/// <param name="Verdict">The one in force; null while undecided.</param>
/// <param name="History">Every verdict, oldest first; empty where the reader must not know them yet.</param>
public sealed record ReviewItem(
    string Id, Document Document, Commitment Commitment, string? ModelVersion, long PageId, Uri Address, DateTimeOffset FetchedAt, bool Invented,
    Origin Origin, ReviewState State, int Revision, Verdict? Verdict, IReadOnlyList<Verdict> History, IReadOnlyList<Comment> Comments)
{
    /// <summary>What holds now: what a person accepted, else what the models judged.</summary>
    public Annotation Said => Verdict?.Annotation ?? Annotation.Of(Commitment);
}

/// <summary>A remark of an analyst on a commitment.</summary>
public sealed record Comment(string Analyst, DateTimeOffset At, string Text);

/// <summary>How many commitments there are of each standing.</summary>
/// <param name="Waiting">Without any person's opinion.</param>
/// <param name="HalfRead">With one of two opinions.</param>
public sealed record Tally(int Waiting, int HalfRead, int Disputed, int Accepted, int Rejected);

public sealed partial class Ledger
{
    /// <summary>One commitment by its id, or null.</summary>
    /// <param name="reader">Who will see it: the first of two opinions is hidden from everybody but who gave it.</param>
    public async Task<ReviewItem?> FindAsync(string id, string? reader = null, CancellationToken cancel = default)
    {
        await using var context = _open();
        var row = await context.Commitments.AsNoTracking().Include(x => x.Document).FirstOrDefaultAsync(x => x.Id == id, cancel);
        if (row is null) return null;
        var log = await LogAsync(context, id, cancel);
        var verdict = Standing.Of(log, row.Wanted).Verdict;
        var judgement = await context.Judgements.AsNoTracking().Where(x => x.CommitmentId == id).OrderByDescending(x => x.Id).FirstOrDefaultAsync(cancel);
        var page = await context.Pages.AsNoTracking().Where(x => x.DocumentId == row.DocumentId).OrderBy(x => x.Id).FirstAsync(cancel);
        var comments = await context.Comments.AsNoTracking().Where(x => x.CommitmentId == id).OrderBy(x => x.Id).Select(x => new Comment(x.Analyst, x.At, x.Text)).ToListAsync(cancel);
        var blind = row.State == ReviewState.HalfRead && row.FirstBy != reader;
        return new ReviewItem(id, row.Document!.ToDocument(), judgement?.Content ?? Told(log), judgement?.ModelVersion, page.Id, new Uri(page.Address), page.FetchedAt,
            page.Invented, row.Origin, row.State, row.Revision, verdict, blind ? [] : log, blind ? [.. comments.Where(x => x.Analyst == reader)] : comments);
    }

    /// <summary>Keeps a remark on a commitment.</summary>
    public Task CommentAsync(string commitmentId, string analyst, string text, CancellationToken cancel = default) => WriteAsync(context =>
    {
        context.Comments.Add(new CommentRow { CommitmentId = commitmentId, Analyst = analyst, At = _clock.GetUtcNow(), Text = text });
        return Task.FromResult(true);
    }, cancel);

    /// <summary>What waits and what is done.</summary>
    public async Task<Tally> TallyAsync(CancellationToken cancel = default)
    {
        await using var context = _open();
        var counts = await context.Commitments.Where(x => x.Act != Act.None).GroupBy(x => x.State).Select(x => new { x.Key, Count = x.Count() }).ToListAsync(cancel);
        int Of(ReviewState state) => counts.Where(x => x.Key == state).Sum(x => x.Count);
        return new(Of(ReviewState.Automatic), Of(ReviewState.HalfRead), Of(ReviewState.Disputed), Of(ReviewState.Accepted), Of(ReviewState.Rejected));
    }

    /// <summary>A commitment that only people have spoken of: as who added it said, with certainty in the place of scores.</summary>
    private static Commitment Told(List<Verdict> log)
    {
        var (said, by) = log.Where(x => x.Annotation is not null).Select(x => (x.Annotation!, x.Analyst)).Last();
        return new(said.Deed, new(new(said.Act, 1), said.Force is { } force ? new(force, 1) : null, [.. said.Pillars.Select(x => new Scored<Pillar>(x, 1))], [$"added by {by}"]));
    }
}
