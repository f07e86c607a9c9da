using BenchmarkDotNet.Attributes;
using PledgeMiner.Tagging;

namespace PledgeMiner.Benchmarks;

/// <summary>Time and allocation of the tagger, step by step; each step includes those before it. An operation is one token.</summary>
[MemoryDiagnoser]
public class TaggerBenchmark
{
    private const int Tokens = 8_750;
    private readonly TaggerSteps _steps = new(TaggerText.ModelFolder(), TaggerText.Repeated(50));

    [GlobalSetup]
    public void Check()
    {
        if (_steps.Tokenise() != Tokens) throw new InvalidOperationException($"The text has {_steps.Tokenise()} tokens: put that number into the constant.");
    }

    [Benchmark(OperationsPerInvoke = Tokens, Baseline = true)]
    public int Tokenise() => _steps.Tokenise();

    [Benchmark(OperationsPerInvoke = Tokens)]
    public int PlusPartsOfSpeech() => _steps.PlusPartsOfSpeech();

    [Benchmark(OperationsPerInvoke = Tokens)]
    public int PlusLemmas() => _steps.PlusLemmas();

    [Benchmark(OperationsPerInvoke = Tokens)]
    public int PlusEntities() => _steps.PlusEntities();
}

/// <summary>The steps of tagging, each with all before it; they return the number of tokens.</summary>
internal sealed class TaggerSteps(string modelFolder, string text)
{
    private readonly TaggerModel _model = TaggerModel.Load(modelFolder);
    private readonly Tagger _tagger = Tagger.Load(modelFolder);
    private readonly Document _document = TaggerText.DocumentOf(text);
    private readonly TokenBuffer _tokens = new();
    private readonly WordBuffer _words = new();
    private byte[] _labels = new byte[1024], _revised = new byte[1024];

    public int Tokenise()
    {
        var count = 0;
        foreach (var block in _document.Blocks)
        {
            _tokens.Clear();
            Tokenizer.Tokenize(_document.Text, block.Span.Start, block.Span.End, _tokens);
            count += _tokens.Count;
        }
        return count;
    }

    public int PlusPartsOfSpeech() => Run(withLemmas: false);

    public int PlusLemmas() => Run(withLemmas: true);

    public int PlusEntities()
    {
        var count = 0;
        foreach (var sentence in _tagger.Tag(_document)) count += sentence.Tokens.Count;
        return count;
    }

    private int Run(bool withLemmas)
    {
        var count = 0;
        foreach (var block in _document.Blocks)
        {
            _tokens.Clear();
            Tokenizer.Tokenize(_document.Text, block.Span.Start, block.Span.End, _tokens);
            _words.Fill(_document.Text, _tokens.Spans, _model.Vocabulary);
            if (_labels.Length < _tokens.Count) (_labels, _revised) = (new byte[_tokens.Count * 2], new byte[_tokens.Count * 2]);
            for (var start = 0; start < _tokens.Count;)
            {
                var end = _model.Splitter.EndOf(_document.Text, _tokens, _words, start);
                _model.Parts.Tag(_words, start, end, _labels, _revised);
                if (withLemmas) for (var i = start; i < end; i++) _model.Lemmas.Lemma(_document.Text.AsSpan(_tokens[i].Start, _tokens[i].Length), _words[i], _labels[i]);
                start = end;
            }
            count += _tokens.Count;
        }
        return count;
    }
}
