using Microsoft.EntityFrameworkCore;

namespace PledgeMiner.App.Accounts;

/// <summary>What the audit log calls the acts upon accounts; decisions bring names of their own.</summary>
public static class AuditActs
{
    public const string SignIn = "sign-in";
    public const string SignInFailed = "sign-in failed";
    public const string LockOut = "lock-out";
    public const string SignOut = "sign-out";
    public const string SignOutEverywhere = "sign-out everywhere";
    public const string Password = "password changed";
    public const string Invite = "invite";
    public const string Withdraw = "invite withdrawn";
    public const string Joined = "joined";
    public const string Role = "role changed";
    public const string Lock = "lock";
    public const string Unlock = "unlock";
    public const string ResetLink = "reset link";
    public const string Refused = "refused";
    public const string Export = "audit exported";
}

/// <summary>Which lines of the audit log are asked for; null asks for all.</summary>
/// <param name="From">The first day, in UTC.</param>
/// <param name="To">The last day, in UTC.</param>
public sealed record AuditFilter(string? Who = null, DateOnly? From = null, DateOnly? To = null)
{
    internal IQueryable<AuditRow> Of(IQueryable<AuditRow> rows)
    {
        if (Who is { Length: > 0 } who) rows = rows.Where(x => x.Who == who);
        if (From?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) is { } from) rows = rows.Where(x => x.At >= from);
        // The last day there is has no day after it.
        if (To is { } day && day < DateOnly.MaxValue && day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) is var end) rows = rows.Where(x => x.At < end);
        return rows;
    }
}

/// <summary>Who did what and when: appended, never changed. Written before the act, so that nothing happens unrecorded.</summary>
public sealed class AuditLog(IDbContextFactory<AccountsContext> contexts, TimeProvider clock)
{
    /// <summary>Who runs the machine.</summary>
    public const string Console = "(console)";

    /// <summary>Somebody who is not signed in. What they typed is not kept: it may be a password in the wrong field.</summary>
    public const string Nobody = "(nobody)";

    /// <summary>Longer texts are cut: the log is no store.</summary>
    private const int Longest = 2_000;

    /// <summary>Records what somebody decides or changes.</summary>
    /// <param name="subject">On which commitment, document, source or account.</param>
    /// <param name="detail">What else a reader of the log will want to know, such as a comment or the value before and after.</param>
    public Task WriteAsync(Person by, string what, string? subject = null, string? detail = null, CancellationToken cancel = default) =>
        WriteAsync(by.Name, by.Role, what, subject, detail, cancel);

    internal async Task WriteAsync(string who, string? role, string what, string? subject = null, string? detail = null, CancellationToken cancel = default)
    {
        await using var accounts = await contexts.CreateDbContextAsync(cancel);
        Add(accounts, who, role, what, subject, detail);
        await accounts.SaveChangesAsync(cancel);
    }

    /// <summary>Adds a line that is saved together with the act itself.</summary>
    internal void Add(AccountsContext accounts, string who, string? role, string what, string? subject = null, string? detail = null) =>
        accounts.Audit.Add(new AuditRow { At = clock.GetUtcNow().UtcDateTime, Who = who, Role = role, What = what, Subject = Short(subject), Detail = Short(detail) });

    /// <summary>A page of lines, newest first.</summary>
    /// <param name="before">The last line of the page before, or null for the newest page.</param>
    public async Task<IReadOnlyList<AuditRow>> ListAsync(AuditFilter filter, long? before, int count, CancellationToken cancel = default)
    {
        await using var accounts = await contexts.CreateDbContextAsync(cancel);
        var rows = filter.Of(accounts.Audit.AsNoTracking());
        if (before is { } id) rows = rows.Where(x => x.Id < id);
        return await rows.OrderByDescending(x => x.Id).Take(count).ToListAsync(cancel);
    }

    /// <summary>All lines, oldest first.</summary>
    public async IAsyncEnumerable<AuditRow> ReadAsync(AuditFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var accounts = await contexts.CreateDbContextAsync(cancel);
        await foreach (var row in filter.Of(accounts.Audit.AsNoTracking()).OrderBy(x => x.Id).AsAsyncEnumerable().WithCancellation(cancel)) yield return row;
    }

    private static string? Short(string? text) => text is { Length: > Longest } ? text[..Longest] + "…" : text;
}
