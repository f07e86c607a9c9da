using System.CommandLine;
using System.Globalization;

namespace PledgeMiner.App.Commands;

/// <summary>An option that takes a day.</summary>
internal static class DateOption
{
    public static Option<DateOnly?> Build(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
            result.AddError($"'{result.Tokens[0].Value}' is not a date: write it as 2025-03-01.");
            return null;
        },
    };
}
