using Microsoft.EntityFrameworkCore;
using PledgeMiner.Recording.Schema;

namespace PledgeMiner.Recording;

/// <summary>Takes back what dead processes held.</summary>
internal static class Recovery
{
    /// <summary>
    /// What was being fetched is due again. What was being mined may have killed the process: the only page in hand has had
    /// a try of its own; of several nobody knows which it was, so that each is mined alone from now on and none has had a try.
    /// </summary>
    public static void Run(LedgerContext context, DateTimeOffset now)
    {
        var live = context.Workers.Where(w => w.Until > now).Select(w => (Guid?)w.Id);
        var dead = context.Frontier.Where(x => x.Owner != null && !live.Contains(x.Owner)).ToList();
        foreach (var held in dead.GroupBy(x => x.Owner))
        {
            var mined = held.Where(x => x.State == VisitState.Mining).ToList();
            if (mined.Count > 1) mined.ForEach(x => x.Alone = true);
            foreach (var row in held) GiveBack(row);
            if (mined is [var only] && ++only.Tries >= Frontier.Tries && context.Sources.Find(only.Source)?.RunId is { } run) SetAside(context, only, run);
        }
        context.SaveChanges();
    }

    /// <summary>As it was before it was taken.</summary>
    public static void GiveBack(FrontierRow row)
    {
        row.Owner = null;
        if (row.State == VisitState.Mining) row.State = row.ListOf.Length > 0 ? VisitState.Due : VisitState.Fetched;
        if (row.State == VisitState.Leased) row.State = row.VisitedAt is null ? VisitState.Discovered : VisitState.Due;
    }

    /// <summary>Leaves a page until a person looks at it.</summary>
    public static void SetAside(LedgerContext context, FrontierRow row, long run)
    {
        var problem = new Problem(ProblemKind.Poisonous, $"Mining {row.Address} failed {Frontier.Tries} times: its bytes are kept, and the log says more.");
        (row.State, row.Owner, row.Problem, row.ProblemMessage) = (VisitState.SetAside, null, problem.Kind, problem.Message);
        if (row.PageId is { } id && context.Pages.Find(id) is { DocumentId: null } page) (page.Problem, page.ProblemMessage) = (problem.Kind, problem.Message);
        RunCount.Refused(context, run, problem.Kind);
    }
}
