namespace PledgeMiner.Tagging;

/// <summary>What a date still needs before it is a place in the calendar.</summary>
internal enum DateNeed : byte { None, Year, Week }

/// <summary>A date expression without the words around it ("2027" of "by the end of 2027").</summary>
/// <param name="First">Its first word.</param>
/// <param name="After">The word after its last.</param>
/// <param name="From">Its first day; a yearless date lies in <see cref="DateCalendar.AnyYear"/>, a weekday in <see cref="DateCalendar.AnyWeek"/>.</param>
internal readonly record struct DateCore(int First, int After, DateOnly? From, DateOnly? To, DateNeed Need = DateNeed.None);
