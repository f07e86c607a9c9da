using PledgeMiner.Recording;

namespace PledgeMiner.App.Reviewing;

/// <summary>What is wrong with a source, told from its latest run.</summary>
internal static class Trouble
{
    /// <summary>A nightly run that is this old was missed: a day and half a night.</summary>
    private static readonly TimeSpan Missed = TimeSpan.FromHours(36);

    /// <summary>A run that takes longer was cut off: the largest source allows a page a second for three hours.</summary>
    private static readonly TimeSpan CutOff = TimeSpan.FromHours(3);

    /// <returns>One sentence, or null where all is well.</returns>
    public static string? Of(Run run, bool nightly, DateTimeOffset now) => run switch
    {
        { FinishedAt: null } when now - run.StartedAt > CutOff => "its last run was cut off",
        { FinishedAt: null } => null,
        { Seen: 0 } => "its last run found no page",
        _ when run.Refused * 2 > run.Seen => $"{run.Refused} of {Wording.Count(run.Seen, "page")} could not be read",
        _ when nightly && now - run.StartedAt > Missed => $"it was not crawled since {run.StartedAt:d MMM}",
        _ => null,
    };
}
