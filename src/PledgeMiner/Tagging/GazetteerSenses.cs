namespace PledgeMiner.Tagging;

/// <summary>Tells the vocabulary which words the readers of numbers, money, quantities and dates look for.</summary>
internal static class GazetteerSenses
{
    public static void AddTo(GazetteerVocabulary vocabulary)
    {
        vocabulary.Add(NumberWords.All, GazetteerSense.Number);
        vocabulary.Add(NumberWords.Magnitudes, GazetteerSense.Magnitude);
        vocabulary.Add(NumberWords.Connectors, GazetteerSense.None);
        vocabulary.Add(MoneyCurrencies.Words, GazetteerSense.Currency);
        vocabulary.Add(DateWords.Months.Keys, GazetteerSense.Month);
        vocabulary.Add(DateWords.Weekdays.Keys, GazetteerSense.Weekday);
        vocabulary.Add(DateWords.Units.Keys, GazetteerSense.TimeUnit);
        vocabulary.Add(DateWords.Starters, GazetteerSense.DateWord);
        vocabulary.Add(DateWords.Others, GazetteerSense.None);
        vocabulary.Add(QuantityUnits.Words, GazetteerSense.Unit);
        vocabulary.Add(QuantityUnits.Stops, GazetteerSense.Stop);
        vocabulary.Add(ActorCues.Words, GazetteerSense.None);
        vocabulary.Add(ActorAmbiguity.Words, GazetteerSense.None);
    }
}
