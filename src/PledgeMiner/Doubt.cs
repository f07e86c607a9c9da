namespace PledgeMiner;

/// <summary>What the words around a count or a date say against its being the deed's own. The finders take what they have no doubt of; the models weigh doubts with all else.</summary>
[Flags]
public enum Doubt
{
    None = 0,

    /// <summary>"three principles": nothing that is given.</summary>
    NotGiven = 1,

    /// <summary>"out of 14", "at five stations": counted beside the deed.</summary>
    Beside = 2,

    /// <summary>Gone by, or so near that it is the day of the news.</summary>
    NotToCome = 4,

    /// <summary>"within 24 hours": how fast, not when.</summary>
    HowFast = 8,

    /// <summary>"By June he had no answer": what was done in a time told first.</summary>
    LookingBack = 16,

    /// <summary>"if the chamber agrees by May".</summary>
    Conditional = 32,

    /// <summary>"at the summit in July", "the agreement of 8 July", "this week's talks": the date of something else.</summary>
    OfAnother = 64,

    /// <summary>"gave another system this month": the deed is done.</summary>
    Done = 128,

    /// <summary>"but parliament must approve it in December", beside the deed's own date.</summary>
    Approval = 256,

    /// <summary>"has offered 15 years": a length of time that no word ties to the deed.</summary>
    OfWhat = 512,

    /// <summary>"until then", "for the term of this Agreement", an item under "in the coming year we will:": told before.</summary>
    Elsewhere = 1024,
}

/// <summary>A value that may be one of a deed's slots.</summary>
public readonly record struct Candidate<T>(T Value, TextSpan Span, Doubt Doubts)
{
    public Found<T> Found => new(Value, Span);
}
