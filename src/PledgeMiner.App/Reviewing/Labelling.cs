namespace PledgeMiner.App.Reviewing;

/// <summary>What a keystroke does to labels.</summary>
internal static class Labelling
{
    /// <summary>The acts an item can be given: a found one that is none is rejected; a sampled sentence is none until said otherwise.</summary>
    public static IReadOnlyList<Act> ActsFor(Origin origin) => origin == Origin.Sampled ? [Act.None, .. Acts] : Acts;

    private static readonly IReadOnlyList<Act> Acts = [.. Labels.All<Act>().Where(x => x != Act.None)];

    /// <summary>Another act, with the labels that go with it: a pledge has a force, every commitment a pillar.</summary>
    public static Annotation WithAct(Annotation said, Act act) => said with
    {
        Act = act,
        Force = act == Act.Pledge ? said.Force ?? Force.Firm : null,
        Pillars = act == Act.None ? [] : said.Pillars.Count > 0 ? said.Pillars : [Pillar.Other],
    };

    public static Annotation NextAct(Annotation said, Origin origin) => WithAct(said, After(ActsFor(origin), said.Act));

    public static Annotation NextForce(Annotation said) => said.Act == Act.Pledge ? said with { Force = After(Labels.All<Force>(), said.Force ?? Force.Binding) } : said;

    /// <summary>Puts a pillar in or takes it out; the last one stays, since a commitment is about something.</summary>
    public static Annotation Toggled(Annotation said, Pillar pillar) =>
        said.Act == Act.None ? said
        : !said.Pillars.Contains(pillar) ? said with { Pillars = [.. said.Pillars, pillar] }
        : said.Pillars.Count > 1 ? said with { Pillars = [.. said.Pillars.Where(x => x != pillar)] } : said;

    public static bool Differ(Annotation a, Annotation b) => a.Deed != b.Deed || a.Act != b.Act || a.Force != b.Force || !a.Pillars.SequenceEqual(b.Pillars);

    private static T After<T>(IReadOnlyList<T> all, T current) => all[(all.ToList().IndexOf(current) + 1) % all.Count];
}
