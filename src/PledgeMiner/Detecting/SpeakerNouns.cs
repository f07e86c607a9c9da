namespace PledgeMiner.Detecting;

/// <summary>Nouns for those who speak without a name.</summary>
internal static class SpeakerNouns
{
    /// <summary>People in the service of a state or organisation.</summary>
    private static readonly HashSet<string> People =
    [
        .. "minister president spokesman spokeswoman spokesperson chancellor secretary premier ambassador envoy general commissioner chief taoiseach admiral senator king official officer adviser advisor aide lawmaker legislator leader delegate representative negotiator commander planner colonel brigadier deputy director head chair chairman chairwoman attaché diplomat negotiator congressman congresswoman deputy mp governor mayor sergeant captain major lieutenant".Split(' '),
    ];

    /// <summary>Offices and bodies of a state or organisation.</summary>
    private static readonly HashSet<string> Bodies =
    [
        .. "presidency ministry government administration cabinet embassy parliament army military navy staff office command mission delegation commission council alliance chancellery department palace side source minister-president moderator appropriator committee participant authority brass service organisation organization union bloc".Split(' '),
    ];

    /// <summary>People and bodies that speak for no state or organisation with a code.</summary>
    private static readonly HashSet<string> Others =
    [
        .. "country nation state company analyst expert politician newspaper group member party researcher economist campaigner charity activist executive manufacturer firm union agency commentator critic historian volunteer insider advocate people person engineer".Split(' '),
    ];

    /// <summary>Bodies that an organisation is called by: the one that the document named last.</summary>
    public static bool IsOrganisation(string lemma) => lemma is "mission" or "organisation" or "organization" or "alliance" or "union" or "bloc" or "commission";

    public static bool Contains(string lemma) => IsPerson(lemma) || Bodies.Contains(lemma) || Others.Contains(lemma);

    public static bool IsPerson(string lemma) => People.Contains(lemma);

    /// <summary>Those who lead or serve a company or a think tank: the person has no code.</summary>
    public static bool IsPrivate(string lemma) => lemma is "industry" or "executive" or "ceo" or "analyst" or "professor" or "economist" or "researcher" or "think-tank" or "manufacturer" or "company";

    /// <summary>What speaks for those who wrote it.</summary>
    public static bool IsText(string lemma) => lemma is "statement" or "memorandum" or "communiqué" or "notification" or "release" or "document" or "readout" or "letter" or "decree" or "report";

    public static bool SpeakForNobody(string lemma) => Others.Contains(lemma);
}
