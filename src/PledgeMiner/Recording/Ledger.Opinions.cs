using Microsoft.EntityFrameworkCore;

namespace PledgeMiner.Recording;

/// <summary>How good the models are by what people said, counted only where people can tell.</summary>
/// <param name="Documents">Fully read documents: everything in them is known, so what was missed is too.</param>
/// <param name="Right">Found commitments in them that were accepted.</param>
/// <param name="Wrong">Found and rejected.</param>
/// <param name="Missed">Added by a person.</param>
/// <param name="Sampled">Sentences judged none, drawn at random and looked at, in other documents too.</param>
/// <param name="SampledMissed">Those of them that were commitments after all.</param>
/// <param name="Nones">All sentences judged none that the sample stands for.</param>
public sealed record Quality(int Documents, int Right, int Wrong, int Missed, int Sampled, int SampledMissed, int Nones);

public sealed partial class Ledger
{
    /// <summary>Every opinion in force on commitments that two or more people judged.</summary>
    public async Task<IReadOnlyList<Opinion>> OpinionsAsync(CancellationToken cancel = default)
    {
        await using var context = _open();
        var shared = context.Verdicts.GroupBy(x => x.CommitmentId).Where(x => x.Select(v => v.Analyst).Distinct().Count() > 1).Select(x => x.Key);
        var rows = await context.Verdicts.AsNoTracking().Where(x => shared.Contains(x.CommitmentId)).OrderBy(x => x.Id).ToListAsync(cancel);
        return [.. rows.GroupBy(x => x.CommitmentId).Select(x => (Id: x.Key, Standing.Of([.. x.Select(v => v.ToVerdict())], 2).Opinions)).Where(x => x.Opinions.Count > 1)
            .SelectMany(x => x.Opinions.Select(o => Opinion.Of(x.Id, o)))];
    }

    /// <summary>Precision and recall so far: only fully read documents and the answered sample count as negatives.</summary>
    public async Task<Quality> QualityAsync(CancellationToken cancel = default)
    {
        await using var context = _open();
        var read = context.Documents.Where(x => x.FullyReadBy != null && !x.Commitments.Any(c => c.Act != Act.None && c.State != ReviewState.Accepted && c.State != ReviewState.Rejected));
        var within = context.Commitments.Where(x => read.Any(d => d.Id == x.DocumentId));
        var sampled = context.Commitments.Where(x => x.Origin == Origin.Sampled && x.State == ReviewState.Accepted);
        return new(
            await read.CountAsync(cancel),
            await within.CountAsync(x => x.Origin == Origin.Found && x.State == ReviewState.Accepted, cancel),
            await within.CountAsync(x => x.Origin == Origin.Found && x.State == ReviewState.Rejected, cancel),
            await within.CountAsync(x => x.Origin != Origin.Found && x.Act != Act.None && x.State == ReviewState.Accepted, cancel),
            await sampled.CountAsync(cancel),
            await sampled.CountAsync(x => x.Act != Act.None, cancel),
            await context.Documents.SumAsync(x => x.Nones, cancel));
    }
}
