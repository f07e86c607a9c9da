using System.Globalization;
using Microsoft.AspNetCore.Identity;

namespace PledgeMiner.App.Accounts;

/// <summary>
/// What NIST SP 800-63B-4, 3.1.1.2, asks of a password that stands alone: length counts, not mixture; and the whole of it is
/// nothing that attackers try first.
/// </summary>
internal sealed class PasswordRules : IPasswordValidator<Account>
{
    public const int Shortest = 15;

    /// <summary>The standard asks for at least 64; the hash takes any length, so only floods are kept out.</summary>
    public const int Longest = 256;

    /// <summary>A year, a birthday or a counter beside a word adds nothing that is not tried.</summary>
    private const int FillerDigits = 4;

    private const int ShortestPart = 3;

    private static readonly string[] Rows = ["abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "azertyuiop", "1qaz2wsx3edc4rfv5tgb6yhn7ujm"];
    private static readonly string[] Sequences = [.. Rows.Concat(Rows.Select(x => new string([.. x.Reverse()]))).Select(Folded)];
    private static readonly Lazy<HashSet<string>> Listed = new(Load);

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(Refusal(password ?? "", user.UserName ?? "") is { } refusal ? IdentityResult.Failed(new IdentityError { Code = "Password", Description = refusal }) : IdentityResult.Success);

    /// <returns>One sentence that says what is wrong, or null.</returns>
    public static string? Refusal(string password, string name)
    {
        var length = password.EnumerateRunes().Count();
        if (length < Shortest) return $"The password has {length} characters and needs {Shortest} or more: a sentence is best.";
        if (length > Longest) return $"The password has {length} characters; {Longest} are the most.";
        return IsCommon(password, name) ? "This password is among the first that are tried: choose words that do not belong together." : null;
    }

    /// <summary>Whether the whole password is made of listed words, the holder's name, sequences and repetitions.</summary>
    private static bool IsCommon(string password, string name)
    {
        var text = Folded(password);
        var own = Folded(name);
        // reached[i]: everything before i is made of such parts.
        var reached = new bool[text.Length + 1];
        reached[0] = true;
        for (var from = 0; from < text.Length; from++)
        {
            if (!reached[from]) continue;
            for (var to = from + 1; to <= text.Length; to++) reached[to] |= IsCommonPart(text, from, to, own);
        }
        return reached[^1];
    }

    private static bool IsCommonPart(string text, int from, int to, string own)
    {
        var part = text[from..to];
        if (part.Length <= FillerDigits && part.All(char.IsAsciiDigit)) return (from == 0 || char.IsLetter(text[from - 1])) && (to == text.Length || char.IsLetter(text[to]));
        return part.Length >= ShortestPart
            && (Listed.Value.Contains(part) || part == own || IsRepetition(part) || Array.Exists(Sequences, x => x.Contains(part, StringComparison.Ordinal)));
    }

    private static bool IsRepetition(string part) =>
        Enumerable.Range(1, 2).Any(unit => part.Length >= ShortestPart * unit && !part.Where((x, i) => x != part[i % unit]).Any());

    /// <summary>Small letters, the usual replacements undone where letters stand on both sides; without marks, unless marks are much of it.</summary>
    private static string Folded(string text)
    {
        var small = text.ToLower(CultureInfo.InvariantCulture);
        small = new([.. small.Select((x, i) => IsAmongLetters(small, i) ? Letter(x) : x)]);
        var bare = new string([.. small.Where(x => !char.IsAscii(x) || char.IsLetterOrDigit(x))]);
        return bare.Length * 3 < small.Length * 2 ? small : bare;
    }

    private static bool IsAmongLetters(string text, int at) =>
        at > 0 && at < text.Length - 1 && IsLetterLike(text[at - 1]) && IsLetterLike(text[at + 1]);

    private static bool IsLetterLike(char x) => char.IsLetter(x) || x is '@' or '$';

    private static char Letter(char x) => x switch { '0' => 'o', '1' or '!' => 'i', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', _ => x };

    private static HashSet<string> Load()
    {
        using var reader = new StreamReader(typeof(PasswordRules).Assembly.GetManifestResourceStream("common-words.txt")!);
        return [.. reader.ReadToEnd().Split('\n').Where(x => !x.StartsWith('#')).SelectMany(x => x.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
    }
}
