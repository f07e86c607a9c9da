namespace PledgeMiner.App.Accounts;

/// <summary>What an account is; each has exactly one.</summary>
public static class Roles
{
    public const string Reader = "reader";
    public const string Analyst = "analyst";
    public const string Adjudicator = "adjudicator";
    public const string Researcher = "researcher";
    public const string Administrator = "administrator";

    public static readonly IReadOnlyList<string> All = [Reader, Analyst, Adjudicator, Researcher, Administrator];
}
