using System.Runtime.InteropServices;

namespace PledgeMiner.Tagging;

/// <summary>Finds every phrase of a set in one pass over a text's words, in time linear in the text whatever the phrases.</summary>
/// <remarks>Its symbols are words with the gap before them, so that no phrase begins or ends within a word, and "U.S." is not "U S".</remarks>
internal sealed class AhoCorasick
{
    private const int Root = 0;

    private readonly Dictionary<ulong, int> _edges = [];
    private readonly List<Node> _nodes = [new Node(0, 0, Root, -1)];

    /// <summary>Where the root's edges lead, by word: most words of a text begin no phrase, which this tells sooner than the edges.</summary>
    private int[] _firsts = [];

    private struct Node(int depth, int parent, int fail, int output)
    {
        public readonly int Depth = depth, Parent = parent;
        public int Fail = fail, Output = output, Suffix = Root;
        public ulong Symbol;

        /// <summary>Whether a phrase goes on from here; from most ends none does, and no edge is looked for.</summary>
        public bool Leads;
    }

    /// <summary>The end of a phrase's path; phrases that differ only in case share it.</summary>
    public int Add(ReadOnlySpan<GazetteerWord> phrase)
    {
        var state = Root;
        for (var i = 0; i < phrase.Length; i++)
        {
            var symbol = Symbol(phrase[i], first: i == 0);
            if (!_edges.TryGetValue(Edge(state, symbol), out var next))
            {
                next = _nodes.Count;
                _nodes.Add(new Node(i + 1, state, Root, -1) { Symbol = symbol });
                _edges.Add(Edge(state, symbol), next);
                _nodes[state] = _nodes[state] with { Leads = true };
            }
            state = next;
        }
        return state;
    }

    /// <summary>Says what a phrase's end stands for.</summary>
    public void Mark(int state, int output) => _nodes[state] = _nodes[state] with { Output = output };

    public int OutputOf(int state) => _nodes[state].Output;

    /// <summary>Links every path to the longest other path that is its suffix; called once, after the last phrase.</summary>
    public void Link()
    {
        var firsts = _edges.Where(x => x.Key >> 32 == Root).ToList();
        _firsts = new int[firsts.Max(x => (int)x.Key) + 1];
        foreach (var (edge, state) in firsts) _firsts[(int)edge] = state;
        // Nodes were added parents first but not by depth, and a link points to a lesser depth.
        foreach (var state in Enumerable.Range(1, _nodes.Count - 1).OrderBy(x => _nodes[x].Depth))
        {
            var node = _nodes[state];
            node.Fail = node.Depth == 1 ? Root : Step(_nodes[node.Parent].Fail, node.Symbol);
            node.Suffix = _nodes[node.Fail].Output >= 0 ? node.Fail : _nodes[node.Fail].Suffix;
            _nodes[state] = node;
        }
    }

    /// <summary>Reports each phrase found: its first word, its number of words, what it stands for.</summary>
    public void Run(List<GazetteerWord> words, Action<int, int, int> found)
    {
        var state = Root;
        var nodes = CollectionsMarshal.AsSpan(_nodes);
        var read = CollectionsMarshal.AsSpan(words);
        for (var i = 0; i < read.Length; i++)
        {
            ref readonly var word = ref read[i];
            if (word.Id == 0)
            {
                state = Root;
                continue;
            }
            if (word.Gap == GazetteerGap.Break) state = Root;
            state = Step(state, Symbol(word, first: false));
            if (state == Root) continue;
            for (var end = nodes[state].Output >= 0 ? state : nodes[state].Suffix; end != Root; end = nodes[end].Suffix)
            {
                found(i + 1 - nodes[end].Depth, nodes[end].Depth, nodes[end].Output);
            }
        }
    }

    private int Step(int state, ulong symbol)
    {
        while (state != Root)
        {
            if (_nodes[state].Leads && _edges.TryGetValue(Edge(state, symbol), out var next)) return next;
            state = _nodes[state].Fail;
        }
        var word = (int)(symbol & WordOnly);
        return word < _firsts.Length ? _firsts[word] : Root;
    }

    private const ulong WordOnly = 0xFFFFF;

    private static ulong Symbol(in GazetteerWord word, bool first)
    {
        if (first) return (uint)word.Id;
        var gap = word.Gap is GazetteerGap.Hyphen ? GazetteerGap.Space : word.Gap;
        return (uint)word.Id | ((ulong)gap << 20);
    }

    private static ulong Edge(int state, ulong symbol) => ((ulong)(uint)state << 32) | symbol;
}
