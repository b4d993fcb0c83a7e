namespace Mentoring.Platform.Platform.Texts;

/// <summary>Letters of two alphabets that a reader cannot tell apart. For comparing only: what is stored stays as typed.</summary>
public static class LookAlikes
{
    private const string Latin = "ABCEHKMOPTXYaceopxy";
    private const string Cyrillic = "АВСЕНКМОРТХУасеорху";

    /// <summary>Kinds of dashes, hyphens and minus signs.</summary>
    private const string Dashes = "‐‑‒–—―−﹘﹣－";

    /// <summary>Cyrillic letters that look like Latin ones as these.</summary>
    public static string InLatin(string text) => Replace(text, Cyrillic, Latin);

    /// <summary>Latin letters that look like Cyrillic ones as these.</summary>
    public static string InCyrillic(string text) => Replace(text, Latin, Cyrillic);

    /// <summary>Every kind of dash as a hyphen.</summary>
    public static string WithHyphens(string text) => Replace(text, Dashes, new string('-', Dashes.Length));

    private static string Replace(string text, string from, string to) =>
        string.Concat(text.Select(c => from.IndexOf(c, StringComparison.Ordinal) is var at and >= 0 ? to[at] : c));
}
