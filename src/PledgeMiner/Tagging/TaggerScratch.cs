namespace PledgeMiner.Tagging;

/// <summary>What one thread needs while it tags, used again and again.</summary>
internal sealed class TaggerScratch
{
    public TokenBuffer Tokens { get; } = new();

    public WordBuffer Words { get; } = new();

    public byte[] Labels { get; private set; } = new byte[256];

    public byte[] Names { get; private set; } = new byte[256];

    public NameKinds[] Kinds { get; private set; } = new NameKinds[256];

    public byte[] Back { get; private set; } = new byte[4096];

    public void MakeRoom(int tokens, int back)
    {
        if (Labels.Length < tokens) (Labels, Names, Kinds) = (new byte[tokens * 2], new byte[tokens * 2], new NameKinds[tokens * 2]);
        if (Back.Length < back) Back = new byte[back * 2];
    }
}
