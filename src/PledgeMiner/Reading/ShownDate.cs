using HtmlAgilityPack;

namespace PledgeMiner.Reading;

/// <summary>The date a page shows to its readers: in time elements, in elements named for it, near the headline, anywhere.</summary>
/// <param name="IsSure">Its place and the words before it say that it is the page's own.</param>
internal sealed record ShownDate(DateOnly Day, bool IsSure)
{
    /// <summary>
    /// Points from which a date in the text is sure, and below which it is one that the text tells of; see <see cref="Score"/>. Of 80 saved
    /// news pages that tell their day to machines too, the text alone gives 71, 64 of them surely, and no sure one is wrong; from 5 points on
    /// one is, from 0 on five are, and from 11 on only 55 are sure. With Least at 2 it gives 68, at 0 the same.
    /// </summary>
    private const int Sure = 9, Least = 1;

    /// <summary>Characters of a paragraph in which a date is looked for: from 200 to 1,600 the same 71.</summary>
    private const int Deep = 400;

    /// <summary>Runs of an element named as beside the article from which on it is a list of teasers: with 4 the text gives 70 days, from 6 to 10 it gives 71, with 16 it gives 68 and six sure ones are wrong.</summary>
    private const int Teasers = 8;

    /// <summary>Words before a date that say it is the one looked for, in the languages of Europe.</summary>
    private static readonly string[] PublishedWords =
    [
        "publish", "posted", "released", "issued", "created", "date:", "dated", "veröffentlicht", "erstellt", "datum", "vom ", "stand", "publié", "mis en ligne", "posté", "publicado", "publicada", "fecha", "pubblicato", "geplaatst", "gepubliceerd",
        "opublikowano", "dodano", "publikováno", "vydáno", "publicerad", "udgivet", "publisert", "julkaistu", "közzétéve", "yayın", "опубликовано", "опубліковано", "publicat", "eingestellt", "verfasst", "gepostet", "am ",
    ];

    private static readonly string[] ModifiedWords = ["updated", "modified", "aktualisiert", "geändert", "mis à jour", "actualizado", "aggiornato", "bijgewerkt", "last edited", "uppdaterad", "oppdatert", "обновлено", "zuletzt", "reviewed"];

    private static readonly string[] OtherWords = ["copyright", "©", "all rights", "since", "established", "founded", "version", "expires", "deadline", "until", "event"];

    /// <summary>The date of a time or abbr element that is named as the publication's, else the first one that goes with the article.</summary>
    public static DateOnly? OfTimes(HtmlOutline outline, DateHabits habits)
    {
        DateOnly? first = null;
        foreach (var (node, run) in outline.Times)
        {
            var marks = node.GetAttributeValue("class", "") + " " + node.GetAttributeValue("itemprop", "") + " " + node.GetAttributeValue("id", "");
            var named = node.Attributes.Contains("pubdate") || IsIn(marks, ["publish", "entry-date", "post-date", "created"]);
            if ((!named && IsIn(marks, ["update", "modif"])) || IsBeside(outline, run)) continue;
            var date = MachineDate.Of(node.GetAttributeValue("datetime", null) ?? node.GetAttributeValue("data-utime", null) ?? node.GetAttributeValue("content", null) ?? node.GetAttributeValue("title", null), habits)?.Day
                ?? (node.Name == "time" ? WrittenDates.First(HtmlLine.Plain(node.InnerText), habits) : null);
            if (date is null) continue;
            if (named) return date;
            if (run < outline.Runs.Count && IsIn(outline.Runs[run].Text, ModifiedWords)) continue;
            first ??= date;
        }
        return first;
    }

    /// <summary>The site's own day of a moment in universal time, where the page shows the day before or after; null where it doesn't.</summary>
    public static DateOnly? BesideMidnight(HtmlOutline outline, DateOnly day, DateHabits habits)
    {
        foreach (var shown in (DateOnly?[])[OfTimes(outline, habits), OfText(outline, habits) is { IsSure: true } text ? text.Day : null])
        {
            if (shown is { } other && Math.Abs(other.DayNumber - day.DayNumber) == 1) return other;
        }
        return null;
    }

    /// <summary>The likeliest date in the page's text.</summary>
    public static ShownDate? OfText(HtmlOutline outline, DateHabits habits)
    {
        var labelled = new HashSet<int>();
        foreach (var (node, run) in outline.Labels)
        {
            if (MachineDate.Of(node.GetAttributeValue("content", null) ?? node.GetAttributeValue("datetime", null) ?? node.GetAttributeValue("title", null), habits) is { } told && !IsBeside(outline, run)) return new(told.Day, IsSure: true);
            labelled.Add(run);
        }
        var headline = outline.Runs.FindIndex(x => x.Kind == BlockKind.Heading && x.Text == outline.Heading);
        var best = (Score: double.MinValue, Day: (DateOnly?)null);
        var counts = new Dictionary<DateOnly, int>();
        for (var i = 0; i < outline.Runs.Count; i++)
        {
            var run = outline.Runs[i];
            // A date deep in a long paragraph is one that the text tells of.
            var text = run.Text.Length > Deep ? run.Text[..Deep] : run.Text;
            foreach (var date in WrittenDates.Find(text, habits))
            {
                counts[date.Day] = counts.GetValueOrDefault(date.Day) + 1;
                var score = Score(outline, i, text, date, headline, labelled.Contains(i)) + Math.Min(counts[date.Day], 3);
                if (score > best.Score) best = (score, date.Day);
            }
        }
        return best.Day is { } likeliest && best.Score >= Least ? new(likeliest, best.Score >= Sure) : null;
    }

    /// <summary>
    /// Without one of its parts it gives, of the 71 days and the 64 sure ones: labels 71 and 45, words of updating 70 and 64, lines that are only a
    /// date 71 and 57, short lines 66 and 52, headline 68 and 50, below it 70 and 64, beside 69 and six wrong, how often (see the caller) 66 and 63. Words of
    /// publishing and of other dates, the far side of the headline and the place on the page matter on none of the 80; they part dates that score alike.
    /// </summary>
    private static double Score(HtmlOutline outline, int index, string text, WrittenDate date, int headline, bool labelled)
    {
        var before = text[Math.Max(0, date.Span.Start - 40)..date.Span.Start];
        var score = 0.0;
        if (labelled) score += 8;
        if (IsIn(before, ModifiedWords)) score += 2;
        else if (IsIn(before, PublishedWords)) score += 6;
        if (IsIn(before, OtherWords)) score -= 20;
        // A line that is little else than a date is there to show it.
        score += text.Length <= date.Span.Length + 8 ? 6 : text.Length < 80 ? 4 : -2;
        // Under the headline stands the article's date, above it often today's.
        if (headline >= 0) score += (index - headline) switch { < -3 or > 20 => 0, <= 3 => 6, <= 8 => 4, _ => 1 };
        if (IsBeside(outline, index)) score -= 8;
        // Pages begin with their own date and end with those of others.
        return score - (2.0 * index / outline.Runs.Count);
    }

    /// <summary>Whether a run stands in comments, navigation or beside the article.</summary>
    private static bool IsBeside(HtmlOutline outline, int run)
    {
        if (run >= outline.Runs.Count) return false;
        for (var at = outline.Runs[run].Element; at >= 0; at = outline.Elements[at].Parent)
        {
            var element = outline.Elements[at];
            if ((element.Part & PagePart.Comments) != 0) return true;
            if (element.Tag == HtmlTag.Aside || element.Hidden) return true;
            // A line named as a date is beside the article too; a list of teasers has more lines.
            if ((element.Part & PagePart.Aside) != 0 && element.EndRun - element.FirstRun > Teasers) return true;
        }
        return false;
    }

    private static bool IsIn(string text, string[] words) => Array.Exists(words, x => text.Contains(x, StringComparison.OrdinalIgnoreCase));
}
