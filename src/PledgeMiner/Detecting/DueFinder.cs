namespace PledgeMiner.Detecting;

/// <summary>Says by when, or during which time, a deed is to happen.</summary>
internal static class DueFinder
{
    /// <summary>The date that a deed is tied to: a coming one first; the day on which somebody spoke is none.</summary>
    public static Found<Period>? Find(SentenceView view, Speech? speech, DateOnly? published)
    {
        Found<Period>? past = null;
        foreach (var entity in view.Sentence.Entities)
        {
            if (entity.Kind != EntityKind.Date || entity.Period is not { } period || IsDayOfNews(period, published) || IsDayOfSpeech(view, entity, speech)) continue;
            var found = new Found<Period>(period, entity.Span);
            if (published is null || period.To is null || period.To > published) return found;
            past ??= found;
        }
        return past;
    }

    /// <summary>The day of a dateline or of "on Tuesday" in the news of that day.</summary>
    private static bool IsDayOfNews(Period period, DateOnly? published) => published is not null && period.From == published && period.To == published;

    /// <summary>"said on Tuesday": within three words after the reporting verb, or a single day before it.</summary>
    private static bool IsDayOfSpeech(SentenceView view, Entity date, Speech? speech)
    {
        if (speech is null || date.Period is not { From: { } from, To: { } to } || from != to) return false;
        var first = view.IndexOf(date.Span.Start);
        return Math.Abs(first - speech.Verb) <= 4;
    }
}
