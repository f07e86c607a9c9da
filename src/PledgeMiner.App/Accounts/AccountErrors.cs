using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;

namespace PledgeMiner.App.Accounts;

/// <summary>Says in a sentence of ours what is wrong with a name.</summary>
internal sealed partial class AccountErrors : IdentityErrorDescriber
{
    public const string NameRule = "A name has 1 to 64 characters, each a letter from A to Z, a digit or one of - . _ @ +";

    /// <summary>Plain letters only: no two names look alike.</summary>
    public static bool IsName(string name) => Name().IsMatch(name);

    public override IdentityError InvalidUserName(string? userName) => new() { Code = nameof(InvalidUserName), Description = NameRule };

    public override IdentityError DuplicateUserName(string userName) => new() { Code = nameof(DuplicateUserName), Description = "This name is taken: choose another." };

    [GeneratedRegex(@"^[A-Za-z0-9\-._@+]{1,64}\z")]
    private static partial Regex Name();
}
