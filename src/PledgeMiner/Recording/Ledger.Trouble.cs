using Microsoft.EntityFrameworkCore;

namespace PledgeMiner.Recording;

/// <summary>A page that needs a person's eye.</summary>
/// <param name="PageId">The stored page; null where none came.</param>
public sealed record TroubledPage(string Source, Uri Address, DateTimeOffset At, string Reason, long? PageId);

/// <summary>How many addresses of a source are refused for one reason, as they stand.</summary>
public sealed record RefusalCount(string Source, ProblemKind Kind, int Count);

/// <summary>That a source's last run saw far fewer pages than its runs before.</summary>
/// <param name="Usual">The median of the runs before.</param>
public sealed record SuddenDrop(string Source, DateTimeOffset At, int Seen, int Usual);

public sealed partial class Ledger
{
    /// <summary>Runs that make a history, and the most that are looked back on: two weeks of nights.</summary>
    private const int FewestRuns = 4, MostRuns = 14;

    /// <summary>
    /// A run is a drop where it saw less than half of the median and less than any run before: quiet weekends are in the history too. Over 60 simulated
    /// years of a source (40 pages a night, Poisson, quiet and busy days) that is 6 false alarms a year and every fall to a fifth seen in its first night;
    /// with weekends at two fifths, 18 and 77 in 100. There, without the second condition 67 and 99; looking back on 7 nights 28 and 86, on 28 nights 10 and 68.
    /// A drop below 0.3 of the median gives 11 and 73, below 0.7 19 and 78, but 20 a year without quiet weekends.
    /// </summary>
    private const double Drop = 0.5;

    /// <summary>Pages that came, but from which no text could be read; latest first.</summary>
    public async Task<IReadOnlyList<TroubledPage>> WithoutTextAsync(int take, CancellationToken cancel = default)
    {
        await using var context = _open();
        var rows = await context.Pages.AsNoTracking().Where(x => x.Problem == ProblemKind.NoText || x.Problem == ProblemKind.Empty || x.Problem == ProblemKind.NotText)
            .OrderByDescending(x => x.Id).Take(take).Select(x => new { x.Id, x.Source, x.Address, x.FetchedAt, x.ProblemMessage }).ToListAsync(cancel);
        return [.. rows.Select(x => new TroubledPage(x.Source, new Uri(x.Address), x.FetchedAt, x.ProblemMessage ?? "", x.Id))];
    }

    /// <summary>Pages dated later than tomorrow (today is tomorrow beyond the date line); furthest ahead first.</summary>
    public async Task<IReadOnlyList<TroubledPage>> DatedAheadAsync(int take, CancellationToken cancel = default)
    {
        await using var context = _open();
        var tomorrow = DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime).AddDays(1);
        var rows = await context.Pages.AsNoTracking().Where(x => x.Document!.Published > tomorrow).OrderByDescending(x => x.Document!.Published).Take(take)
            .Select(x => new { x.Id, x.Source, x.Address, x.FetchedAt, Published = x.Document!.Published!.Value }).ToListAsync(cancel);
        return [.. rows.Select(x => new TroubledPage(x.Source, new Uri(x.Address), x.FetchedAt, $"It is dated {x.Published:yyyy-MM-dd}.", x.Id))];
    }

    /// <summary>Pages whose mining failed too often; latest first.</summary>
    public async Task<IReadOnlyList<TroubledPage>> SetAsideAsync(int take, CancellationToken cancel = default)
    {
        await using var context = _open();
        var rows = await context.Frontier.AsNoTracking().Where(x => x.State == VisitState.SetAside).OrderByDescending(x => x.VisitedAt).Take(take).ToListAsync(cancel);
        return [.. rows.Select(x => new TroubledPage(x.Source, new Uri(x.Address), x.VisitedAt ?? x.FoundAt, x.ProblemMessage ?? "", x.PageId))];
    }

    /// <summary>Refused addresses, counted by source and reason, most first.</summary>
    public async Task<IReadOnlyList<RefusalCount>> RefusalsAsync(CancellationToken cancel = default)
    {
        await using var context = _open();
        var counts = await context.Frontier.Where(x => x.Problem != null).GroupBy(x => new { x.Source, x.Problem })
            .Select(x => new { x.Key.Source, x.Key.Problem, Count = x.Count() }).ToListAsync(cancel);
        return [.. counts.Select(x => new RefusalCount(x.Source, x.Problem!.Value, x.Count)).OrderByDescending(x => x.Count).ThenBy(x => x.Source, StringComparer.Ordinal)];
    }

    /// <summary>Sources whose last run saw suddenly less than their own history.</summary>
    public async Task<IReadOnlyList<SuddenDrop>> DropsAsync(CancellationToken cancel = default)
    {
        await using var context = _open();
        var drops = new List<SuddenDrop>();
        foreach (var source in await context.Runs.Where(x => !x.Source.StartsWith(Ingest)).Select(x => x.Source).Distinct().ToListAsync(cancel))
        {
            var runs = await context.Runs.AsNoTracking().Where(x => x.Source == source && x.FinishedAt != null).OrderByDescending(x => x.Id).Take(MostRuns + 1)
                .Select(x => new { x.StartedAt, Good = x.Seen - x.Refused }).ToListAsync(cancel);
            if (runs.Count <= FewestRuns) continue;
            var before = runs.Skip(1).Select(x => x.Good).Order().ToList();
            var usual = before[before.Count / 2];
            if (runs[0].Good < usual * Drop && runs[0].Good < before[0]) drops.Add(new(source, runs[0].StartedAt, runs[0].Good, usual));
        }
        return drops;
    }
}
