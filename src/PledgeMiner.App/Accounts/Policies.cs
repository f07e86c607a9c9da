namespace PledgeMiner.App.Accounts;

/// <summary>What may be done, and which roles may do it: the one table of rights, asked for every request and every act in a circuit.</summary>
public static class Policies
{
    /// <summary>See pages, documents and commitments.</summary>
    public const string Browse = "browse";

    /// <summary>Accept, reject, correct, comment, add what was missed.</summary>
    public const string Decide = "decide";

    /// <summary>Settle what two analysts saw differently.</summary>
    public const string Settle = "settle";

    /// <summary>Take data out, and measure against labelled sets.</summary>
    public const string Export = "export";

    /// <summary>Invite, promote, lock; read the audit log.</summary>
    public const string ManagePeople = "manage-people";

    /// <summary>Add, pause, resume and remove what is crawled.</summary>
    public const string ManageSources = "manage-sources";

    /// <summary>See the job dashboard.</summary>
    public const string ManageJobs = "manage-jobs";

    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> RolesThatMay = new Dictionary<string, IReadOnlyList<string>>
    {
        [Browse] = Roles.All,
        [Decide] = [Roles.Analyst, Roles.Adjudicator, Roles.Administrator],
        [Settle] = [Roles.Adjudicator, Roles.Administrator],
        [Export] = [Roles.Researcher, Roles.Administrator],
        [ManagePeople] = [Roles.Administrator],
        [ManageSources] = [Roles.Administrator],
        [ManageJobs] = [Roles.Administrator],
    };
}
