using Microsoft.EntityFrameworkCore;
using PledgeMiner.Recording.Schema;

namespace PledgeMiner.Recording;

/// <summary>What commitments to look at; every part that is set narrows it down.</summary>
public sealed record CommitmentFilter
{
    public static readonly CommitmentFilter All = new();

    public string? Text { get; init; }
    public Act? Act { get; init; }
    public Pillar? Pillar { get; init; }
    public Force? Force { get; init; }
    public string? Pledger { get; init; }
    public string? Beneficiary { get; init; }
    public Instrument? Instrument { get; init; }
    public ConditionKind? Condition { get; init; }
    public string? Source { get; init; }

    /// <summary>Published on this day or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Published on this day or earlier.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Worth this many euros or more, by rough rates.</summary>
    public long? AtLeast { get; init; }
    public ReviewState? State { get; init; }
    public string? Document { get; init; }
}

internal static class CommitmentFilters
{
    public static IQueryable<CommitmentRow> Select(this LedgerContext context, CommitmentFilter filter)
    {
        var rows = filter.Text is { Length: > 0 } text ? context.Matching(text) : context.Commitments;
        if (filter.Act is { } act) rows = rows.Where(x => x.Act == act);
        if (filter.Force is { } force) rows = rows.Where(x => x.Force == force);
        if (filter.Pillar is { } pillar) rows = Having(rows, Bits.Of(pillar), 0, 0);
        if (filter.Condition is { } condition) rows = Having(rows, 0, Bits.Of(condition), 0);
        if (filter.Instrument is { } instrument) rows = Having(rows, 0, 0, Bits.Of(instrument));
        if (filter.Pledger is { Length: > 0 } pledger) rows = rows.Where(x => x.Pledgers.Contains($" {pledger} "));
        if (filter.Beneficiary is { Length: > 0 } beneficiary) rows = rows.Where(x => x.Beneficiaries.Contains($" {beneficiary} "));
        if (filter.Source is { Length: > 0 } source) rows = rows.Where(x => x.Source == source);
        if (filter.From is { } from) rows = rows.Where(x => x.Published >= from);
        if (filter.To is { } to) rows = rows.Where(x => x.Published <= to);
        if (filter.AtLeast is { } least) rows = rows.Where(x => x.Worth >= least);
        if (filter.State is { } state) rows = rows.Where(x => x.State == state);
        if (filter.Document is { } document) rows = rows.Where(x => x.DocumentId == document);
        return rows;
    }

    private static IQueryable<CommitmentRow> Having(IQueryable<CommitmentRow> rows, int pillar, int condition, int instrument) =>
        rows.Where(x => (x.Pillars & pillar) == pillar && (x.Conditions & condition) == condition && (x.Instruments & instrument) == instrument);
}
