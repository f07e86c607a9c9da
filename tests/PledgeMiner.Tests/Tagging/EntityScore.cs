namespace PledgeMiner.Tests.Tagging;

/// <summary>Counts what was found of what was expected. An entity is right that touches an expected one of the same meaning.</summary>
internal sealed class EntityScore
{
    private readonly List<string> _faults = [];
    private int _found, _right, _expected, _recalled;

    public double Precision => _found == 0 ? 0 : (double)_right / _found;

    public double Recall => _expected == 0 ? 0 : (double)_recalled / _expected;

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public override string ToString() =>
        $"F1 {F1:0.000} (precision {Precision:0.000}, recall {Recall:0.000}, {_expected} expected)\n" + string.Join('\n', _faults);

    public void Add<T>(EntityCase sentence, IEnumerable<Entity> found, IReadOnlyList<T> expected, Func<T, string> words, Func<Entity, T, bool> same)
    {
        var entities = found.ToList();
        foreach (var entity in entities)
        {
            _found++;
            if (expected.Any(x => same(entity, x) && sentence.Touches(entity, words(x)))) _right++;
            else _faults.Add($"not expected: {entity} \"{entity.Span.Of(sentence.Text)}\" in {sentence.Published} {sentence.Text}");
        }
        foreach (var one in expected)
        {
            _expected++;
            if (entities.Any(x => same(x, one) && sentence.Touches(x, words(one)))) _recalled++;
            else _faults.Add($"not found: {one} in {sentence.Published} {sentence.Text}");
        }
    }
}
