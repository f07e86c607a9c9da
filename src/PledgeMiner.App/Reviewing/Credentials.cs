namespace PledgeMiner.App.Reviewing;

/// <summary>What the sign-in and set-up forms send.</summary>
public sealed class Credentials
{
    public string Name { get; set; } = "";
    public string Password { get; set; } = "";
}
