using Microsoft.AspNetCore.Components.Authorization;
using PledgeMiner.App.Accounts;
using PledgeMiner.Recording;

namespace PledgeMiner.App.Reviewing;

/// <summary>
/// The one place where a person's decision passes from the pages into the ledger: whether they may decide is asked at every single decision,
/// and each is in the audit log before it is made.
/// </summary>
internal sealed class Desk(Ledger ledger, Acting acting, AuditLog audit, AuthenticationStateProvider authentication, LiveAccounts accounts, TimeProvider clock)
{
    public async Task<string> NameAsync() => (await authentication.GetAuthenticationStateAsync()).User.Identity?.Name ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Whether to offer what only some may do; it is asked again at each act.</summary>
    public async Task<bool> MayDecideAsync() => (await accounts.FindAsync((await authentication.GetAuthenticationStateAsync()).User))?.May(Policies.Decide) == true;

    /// <summary>Accepts an item as annotated, or rejects it.</summary>
    public Task<Outcome<Decided>> DecideAsync(ReviewItem item, Decision decision, Annotation said, string? comment = null, bool asksSecond = false, Capacity capacity = Capacity.Opinion) =>
        DoAsync(capacity == Capacity.Settlement ? Policies.Settle : Policies.Decide, $"{(capacity == Capacity.Settlement ? "settle " : "")}{decision.Code()}", item.Id, name => ledger.DecideAsync(item.Id, new Verdict(decision, false, name, clock.GetUtcNow(), comment)
        {
            Capacity = capacity,
            Annotation = decision == Decision.Accept ? said : null,
            Corrected = decision == Decision.Accept && Labelling.Differ(said, item.Said),
            AsksSecond = asksSecond,
        }, Guid.NewGuid(), item.Revision), comment);

    /// <summary>Takes the signed-in person's own decision back.</summary>
    public Task<Outcome<Decided>> WithdrawAsync(Undoable last) =>
        DoAsync(Policies.Decide, "undo", last.CommitmentId, _ => ledger.DecideAsync(last.CommitmentId, last.Verdict with { Withdrawn = true, At = clock.GetUtcNow() }, Guid.NewGuid(), last.Revision));

    /// <summary>Decides what a preview showed.</summary>
    public Task<Outcome<BulkResult>> DecideAsync(BulkPreview preview, Decision decision, Guid batch) =>
        DoAsync<BulkResult>(Policies.Decide, $"bulk {decision.Code()}", batch.ToString(), async name => await ledger.DecideAsync(preview.Items, new Verdict(decision, false, name, clock.GetUtcNow()) { Batch = batch }));

    /// <summary>Takes a bulk decision back.</summary>
    public Task<Outcome<BulkResult>> WithdrawAsync(Guid batch) => DoAsync<BulkResult>(Policies.Decide, "bulk undo", batch.ToString(), async name => await ledger.WithdrawAsync(batch, name));

    /// <summary>Adds a commitment that the models had missed.</summary>
    public Task<Outcome<Decided>> AddAsync(string document, Annotation said) => DoAsync(Policies.Decide, "add", document, name => ledger.AddAsync(document, said, name, Guid.NewGuid()));

    /// <summary>Notes that a document was read to its end, or takes that back.</summary>
    public Task<Outcome<Decided>> MarkFullyReadAsync(string document, bool read) =>
        DoAsync(Policies.Decide, read ? "fully read" : "not fully read", document, name => ledger.MarkFullyReadAsync(document, read, name));

    /// <summary>Keeps a remark.</summary>
    public Task<Outcome<Comment>> CommentAsync(ReviewItem item, string text) => DoAsync<Comment>(Policies.Decide, "comment", item.Id, async name =>
    {
        await ledger.CommentAsync(item.Id, name, text);
        return new Comment(name, clock.GetUtcNow(), text);
    }, text);

    private async Task<Outcome<T>> DoAsync<T>(string policy, string what, string on, Func<string, Task<Outcome<T>>> act, string? detail = null) where T : class
    {
        if (await acting.WhoMayAsync(policy) is not { } by) return new Problem(ProblemKind.NotAllowed, Acting.Refusal);
        await audit.WriteAsync(by, what, on, detail);
        return await act(by.Name);
    }
}
