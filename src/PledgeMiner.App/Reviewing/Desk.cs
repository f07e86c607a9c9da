using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using PledgeMiner.App.Accounts;
using PledgeMiner.Recording;

namespace PledgeMiner.App.Reviewing;

/// <summary>
/// The one place where a person's decision passes from the pages into the ledger: it asks who it is and whether their role decides, at every
/// single decision, since a circuit's messages can be forged and a role can be lost while a page is open.
/// </summary>
internal sealed class Desk(Ledger ledger, AuthenticationStateProvider authentication, TimeProvider clock, ILogger<Desk> log)
{
    private static readonly string[] Deciders = [Roles.Analyst, Roles.Adjudicator, Roles.Administrator];
    private static readonly string[] Settlers = [Roles.Adjudicator, Roles.Administrator];

    public async Task<string> NameAsync() => (await UserAsync()).Identity?.Name ?? throw new InvalidOperationException("Nobody is signed in.");

    public async Task<bool> MayDecideAsync() => Array.Exists(Deciders, (await UserAsync()).IsInRole);

    public async Task<bool> MaySettleAsync() => Array.Exists(Settlers, (await UserAsync()).IsInRole);

    /// <summary>Accepts an item as annotated, or rejects it.</summary>
    public Task<Outcome<Decided>> DecideAsync(ReviewItem item, Decision decision, Annotation said, string? comment = null, bool asksSecond = false, Capacity capacity = Capacity.Opinion) =>
        DoAsync(capacity == Capacity.Settlement ? Settlers : Deciders, $"{(capacity == Capacity.Settlement ? "settle " : "")}{decision.Code()}", item.Id, name => ledger.DecideAsync(item.Id, new Verdict(decision, false, name, clock.GetUtcNow(), comment)
        {
            Capacity = capacity,
            Annotation = decision == Decision.Accept ? said : null,
            Corrected = decision == Decision.Accept && Labelling.Differ(said, item.Said),
            AsksSecond = asksSecond,
        }, Guid.NewGuid(), item.Revision));

    /// <summary>Takes the signed-in person's own decision back.</summary>
    public Task<Outcome<Decided>> WithdrawAsync(Undoable last) =>
        DoAsync(Deciders, "undo", last.CommitmentId, _ => ledger.DecideAsync(last.CommitmentId, last.Verdict with { Withdrawn = true, At = clock.GetUtcNow() }, Guid.NewGuid(), last.Revision));

    /// <summary>Decides what a preview showed.</summary>
    public Task<Outcome<BulkResult>> DecideAsync(BulkPreview preview, Decision decision, Guid batch) =>
        DoAsync<BulkResult>(Deciders, $"bulk {decision.Code()}", batch.ToString(), async name => await ledger.DecideAsync(preview.Items, new Verdict(decision, false, name, clock.GetUtcNow()) { Batch = batch }));

    /// <summary>Takes a bulk decision back.</summary>
    public Task<Outcome<BulkResult>> WithdrawAsync(Guid batch) => DoAsync<BulkResult>(Deciders, "bulk undo", batch.ToString(), async name => await ledger.WithdrawAsync(batch, name));

    /// <summary>Adds a commitment that the models had missed.</summary>
    public Task<Outcome<Decided>> AddAsync(string document, Annotation said) => DoAsync(Deciders, "add", document, name => ledger.AddAsync(document, said, name, Guid.NewGuid()));

    /// <summary>Notes that a document was read to its end, or takes that back.</summary>
    public Task<Outcome<Decided>> MarkFullyReadAsync(string document, bool read) =>
        DoAsync(Deciders, read ? "fully read" : "not fully read", document, name => ledger.MarkFullyReadAsync(document, read, name));

    /// <summary>Keeps a remark.</summary>
    public Task<Outcome<Comment>> CommentAsync(ReviewItem item, string text) => DoAsync<Comment>(Deciders, "comment", item.Id, async name =>
    {
        await ledger.CommentAsync(item.Id, name, text);
        return new Comment(name, clock.GetUtcNow(), text);
    });

    private async Task<Outcome<T>> DoAsync<T>(string[] roles, string what, string on, Func<string, Task<Outcome<T>>> act) where T : class
    {
        if (!Array.Exists(roles, (await UserAsync()).IsInRole)) return new Problem(ProblemKind.NotAllowed, "Your role does not decide this: ask an administrator.");
        var name = await NameAsync();
        var outcome = await act(name);
        if (outcome.Problem is null) log.LogInformation("{Analyst}: {What} {On}", name, what, on);
        return outcome;
    }

    private async Task<ClaimsPrincipal> UserAsync() => (await authentication.GetAuthenticationStateAsync()).User;
}
