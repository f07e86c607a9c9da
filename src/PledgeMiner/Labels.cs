using System.Text.Json;

namespace PledgeMiner;

/// <summary>What a sentence does, in the order in which the guidelines prefer one over the other.</summary>
public enum Act { Pledge, Refusal, Delivery, Demand, None }

/// <summary>What a commitment is about: the five pillars, and support outside them.</summary>
public enum Pillar { CeasefireMonitoring, ArmedForces, MultinationalForce, RenewedAggression, DefenceCooperation, Other }

/// <summary>How strongly a pledge commits, weakest first.</summary>
public enum Force { Tentative, Intended, Firm, Binding }

/// <summary>What a pledge is made to depend on.</summary>
public enum ConditionKind { Ceasefire, Parliament, UsBackstop, Partners, Funding, Attack, Consent, Other }

/// <summary>Through what a commitment is carried out.</summary>
public enum Instrument
{
    Troops, AirDefence, Armour, ArtilleryAmmunition, Aircraft, Drones, Naval, Demining, Training, Intelligence,
    Monitoring, NonLethalEquipment, LogisticsMedical, Funding, LoanGuarantee, Humanitarian, Energy, Reconstruction,
    Sanctions, Cyber, AiElectronicWarfare, Industry, Research, Diplomatic, SecurityGuarantee,
}

/// <summary>The written form of labels, the same in corpora, models, ledger, API and pages: "us-backstop".</summary>
public static class Labels
{
    public static string Code<T>(this T label) where T : struct, Enum => Names<T>.ByLabel[label];

    public static bool TryParse<T>(string code, out T label) where T : struct, Enum =>
        Names<T>.ByCode.TryGetValue(code, out label);

    /// <summary>Every label of a kind, in its declared order.</summary>
    public static IReadOnlyList<T> All<T>() where T : struct, Enum => Names<T>.All;

    private static class Names<T> where T : struct, Enum
    {
        public static readonly T[] All = Enum.GetValues<T>();
        public static readonly Dictionary<T, string> ByLabel =
            All.ToDictionary(x => x, x => JsonNamingPolicy.KebabCaseLower.ConvertName(x.ToString()));
        public static readonly Dictionary<string, T> ByCode = ByLabel.ToDictionary(x => x.Value, x => x.Key);
    }
}
