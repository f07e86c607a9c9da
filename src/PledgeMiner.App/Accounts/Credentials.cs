namespace PledgeMiner.App.Accounts;

/// <summary>What the sign-in and set-up forms send.</summary>
public sealed class Credentials
{
    public string Name { get; set; } = "";
    public string Password { get; set; } = "";
}

/// <summary>What the form for another password sends.</summary>
public sealed class PasswordChange
{
    public string Current { get; set; } = "";
    public string Password { get; set; } = "";
}
