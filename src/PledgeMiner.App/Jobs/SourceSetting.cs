using System.Text.Json.Serialization;

namespace PledgeMiner.App.Jobs;

/// <summary>A source as it is declared in sources.json.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SourceSetting
{
    public required string Name { get; init; }
    public SourceKind Kind { get; init; }

    /// <summary>Where it is on the web; for a folder or WARC file its path.</summary>
    public required string Address { get; init; }

    /// <summary>A cron expression; null for the setting Schedule.</summary>
    public string? Schedule { get; init; }

    /// <summary>An IANA name; null for the setting TimeZone.</summary>
    public string? TimeZone { get; init; }
    public MissedRun Missed { get; init; }
    public int Tier { get; init; } = 3;
    public int Depth { get; init; } = 1;
    public int Pages { get; init; } = 200;
    public IReadOnlyList<string> Include { get; init; } = [];
    public IReadOnlyList<string> Exclude { get; init; } = [];
    public bool Paused { get; init; }

    [JsonIgnore]
    public bool IsOnWeb => Kind is not (SourceKind.Folder or SourceKind.Warc);

    /// <summary>Why it is not crawled by itself now, in a few words; null where it is.</summary>
    public string? Waits(Settings settings) =>
        Paused ? "paused" : IsOnWeb && settings.Contact.Length == 0 ? "waits for the setting Contact" : null;

    public Source ToSource() => new(Name, IsOnWeb ? new Uri(Address) : new Uri(Path.GetFullPath(Address) + (Kind == SourceKind.Folder ? "/" : "")), IsOnWeb ? null : Address)
    {
        Kind = Kind,
        Tier = Tier,
        Depth = Depth,
        Pages = Pages,
        Include = Include,
        Exclude = Exclude,
    };

    public CrawlSchedule ScheduleBy(Settings settings) => new(Schedule ?? settings.Schedule, TimeZone ?? settings.TimeZone);

    /// <summary>What is wrong with it and what to do, or null.</summary>
    public string? Fault()
    {
        var who = $"The source '{Name}'";
        if (Name.Length is 0 or > 60 || !Name.All(x => char.IsAsciiLetterLower(x) || char.IsAsciiDigit(x) || x == '-') || Name == Sample.Name)
            return $"The source name '{Name}' will not do: write up to 60 small letters, digits and hyphens, and not '{Sample.Name}'.";
        if (IsOnWeb && !(Uri.TryCreate(Address, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            return $"{who} has the address '{Address}': write it as https://example.org/news.";
        if (Address.Length == 0) return $"{who} has no address: write the path of its folder or file.";
        if (Schedule is not null && !CrawlSchedule.IsCron(Schedule)) return $"{who} has the schedule '{Schedule}', which is not a cron expression: write five fields such as '0 2 * * *'.";
        if (TimeZone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _)) return $"{who} has the time zone '{TimeZone}', which is not known here: write an IANA name such as Europe/Brussels.";
        if (Tier is < 1 or > 3) return $"{who} has the tier {Tier}: write 1 (the body that decides), 2 (established newsrooms) or 3 (all others).";
        if (Depth is < 1 or > 5) return $"{who} has the depth {Depth}: write 1 to 5.";
        return Pages is < 1 or > 50_000 ? $"{who} has {Pages} pages a run: write 1 to 50000." : null;
    }
}
