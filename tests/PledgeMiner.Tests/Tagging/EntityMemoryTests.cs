using PledgeMiner.Tagging;

namespace PledgeMiner.Tests.Tagging;

public class EntityMemoryTests
{
    private static readonly EntityFinder Finder = new();

    [Fact]
    public void A_bare_title_is_who_was_introduced_with_it()
    {
        var found = Read(new(2025, 6, 3), ["French President Emmanuel Macron spoke.", "The president then left.", "Finland's president stayed.", "Later the president slept."]);

        Assert.Equal(("FRA", "Emmanuel Macron"), (found[1][0].Code, found[1][0].Name));
        Assert.Equal(("FIN", "Alexander Stubb"), (found[3][0].Code, found[3][0].Name));
    }

    [Fact]
    public void A_surname_that_needs_an_introduction_is_known_after_it()
    {
        var found = Read(new(2021, 6, 3), ["Johnson left.", "Boris Johnson returned.", "Johnson stayed."]);

        Assert.Empty(found[0]);
        Assert.Equal("GBR", Assert.Single(found[2]).Code);
    }

    [Fact]
    public void A_person_of_no_gazetteer_stands_for_whom_the_title_says()
    {
        const string Text = "Danish Climate Minister Xenia Quist flew east. Quist signed.";
        var memory = Finder.Open(new(Text, [], null, null, null, "en"));
        var first = Finder.Find(memory, new(0, 46), []);
        var second = Finder.Find(memory, new(47, Text.Length), [new(new(47, 52), EntityKind.Person)]);

        Assert.Equal("DNK", first[0].Code);
        Assert.Contains(first, x => x.Span.Of(Text) == "Danish");
        Assert.Single(second);
        Assert.Equal(EntityKind.Person, second[0].Kind);
    }

    [Fact]
    public void A_named_person_keeps_what_lies_within_the_name()
    {
        const string Text = "Jordan Petersen met Mr Macron in New Zealand House.";
        var memory = Finder.Open(new(Text, [], null, new(2025, 6, 3), null, "en"));
        var found = Finder.Find(memory, new(0, Text.Length), [new(new(0, 15), EntityKind.Person), new(new(20, 29), EntityKind.Person)]);

        Assert.Equal(["Jordan Petersen", "Macron", "New Zealand"], found.Select(x => x.Span.Of(Text)));
        Assert.Equal([null, "FRA", "NZL"], found.Select(x => x.Code));
    }

    [Fact]
    public void A_longer_name_acts_for_the_one_actor_within_it()
    {
        const string Text = "The Ministry of Defence of Ukraine and the Kyiv NATO Council met.";
        var memory = Finder.Open(new(Text, [], null, new(2025, 6, 3), null, "en"));
        var found = Finder.Find(memory, new(0, Text.Length), [new(new(4, 34), EntityKind.Organisation), new(new(43, 60), EntityKind.Organisation)]);

        Assert.Equal(["Ministry of Defence of Ukraine", "Kyiv", "NATO"], found.Select(x => x.Span.Of(Text)));
        Assert.Equal(["UKR", "UKR", "NATO"], found.Select(x => x.Code));
    }

    [Fact]
    public void The_same_office_is_another_person_at_another_date()
    {
        Assert.Equal("Boris Johnson", Read(new(2022, 3, 1), ["The British prime minister rang."])[0][0].Name);
        Assert.Equal("Rishi Sunak", Read(new(2024, 3, 1), ["The British prime minister rang."])[0][0].Name);
        Assert.Equal("Keir Starmer", Read(new(2024, 9, 1), ["The British prime minister rang."])[0][0].Name);
        Assert.Equal("NLD", Read(new(2023, 3, 1), ["Mark Rutte rang."])[0][0].Code);
        Assert.Equal("NATO", Read(new(2025, 3, 1), ["Mark Rutte rang."])[0][0].Code);
    }

    [Fact]
    public void Memberships_follow_their_dates()
    {
        var memberships = new ActorMemberships();

        Assert.DoesNotContain("SWE", memberships.Of("NATO", new(2024, 3, 6)));
        Assert.Contains("SWE", memberships.Of("NATO", new(2024, 3, 7)));
        Assert.Equal(27, memberships.Of("EU", new(2025, 1, 1)).Count);
        Assert.Equal(32, memberships.Of("NATO", new(2025, 1, 1)).Count);
        Assert.Equal(10, memberships.Of("JEF", new(2025, 1, 1)).Count);
        Assert.Empty(memberships.Of("UN", new(2025, 1, 1)));
    }

    [Fact]
    public void Many_threads_find_what_one_finds()
    {
        var cases = EntityCase.All();
        var alone = cases.Select(x => x.Find().Count).ToArray();
        var together = cases.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(x => x.Find().Count).ToArray();

        Assert.Equal(alone, together);
    }

    private static List<IReadOnlyList<Entity>> Read(DateOnly published, string[] sentences)
    {
        var text = string.Join(' ', sentences);
        var memory = Finder.Open(new(text, [], null, published, null, "en"));
        var found = new List<IReadOnlyList<Entity>>();
        var start = 0;
        foreach (var sentence in sentences)
        {
            found.Add(Finder.Find(memory, new(start, start + sentence.Length), []));
            start += sentence.Length + 1;
        }
        return found;
    }
}
