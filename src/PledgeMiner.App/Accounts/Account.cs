using Microsoft.AspNetCore.Identity;

namespace PledgeMiner.App.Accounts;

/// <summary>Somebody who may sign in.</summary>
public sealed class Account : IdentityUser;

/// <summary>A one-time link that lets its holder set up an account: a new one, or an existing one's password.</summary>
public sealed class SetupLink
{
    /// <summary>SHA-256 of the secret in the link; the secret itself is kept nowhere.</summary>
    public string Hash { get; set; } = "";

    public DateTime ExpiresAt { get; set; }

    /// <summary>Whose account it sets up, or null where its holder chooses the name: only the console issues such links.</summary>
    public string? Name { get; set; }

    /// <summary>The role of a new account.</summary>
    public required string Role { get; set; }

    /// <summary>Whether it may give an existing account a new password; an invitation may not.</summary>
    public bool Renews { get; set; }

    /// <summary>The administrator who issued it, or null for the console.</summary>
    public string? IssuedBy { get; set; }
}

/// <summary>One line of the audit log: who did what to which, and when.</summary>
public sealed class AuditRow
{
    public long Id { get; set; }

    /// <summary>In UTC.</summary>
    public DateTime At { get; set; }

    public required string Who { get; set; }

    /// <summary>The role in which it was done, or null where nobody was signed in.</summary>
    public string? Role { get; set; }

    public required string What { get; set; }

    /// <summary>On whom or on which thing it was done.</summary>
    public string? Subject { get; set; }

    public string? Detail { get; set; }
}
