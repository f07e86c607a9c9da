using PledgeMiner.Recording.Schema;

namespace PledgeMiner.Recording;

/// <summary>A run's figures, counted in the very transaction that finishes a page: no crash miscounts.</summary>
internal static class RunCount
{
    public static void Done(LedgerContext context, long run, bool changed, int commitments)
    {
        if (context.Runs.Find(run) is not { } row) return;
        row.Seen++;
        if (changed) row.Changed++;
        else row.New++;
        row.Commitments += commitments;
    }

    public static void Unchanged(LedgerContext context, long run)
    {
        if (context.Runs.Find(run) is not { } row) return;
        row.Seen++;
        row.Unchanged++;
    }

    public static void Refused(LedgerContext context, long run, ProblemKind kind)
    {
        if (context.Runs.Find(run) is not { } row) return;
        row.Seen++;
        row.Refused++;
        if (context.Refusals.Find(run, kind) is { } counted) counted.Count++;
        else context.Refusals.Add(new RefusalRow { RunId = run, Kind = kind, Count = 1 });
    }
}
