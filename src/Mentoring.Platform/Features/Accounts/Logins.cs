using System.Text;

namespace Mentoring.Platform.Features.Accounts;

/// <summary>Login names: what is typed, how it is compared, how one is made from a name.</summary>
internal static class Logins
{
    public const int Longest = 64;

    private static readonly Dictionary<char, string> Latin = new()
    {
        ['а'] = "a",
        ['б'] = "b",
        ['в'] = "v",
        ['г'] = "g",
        ['д'] = "d",
        ['е'] = "e",
        ['ё'] = "e",
        ['ж'] = "zh",
        ['з'] = "z",
        ['и'] = "i",
        ['й'] = "y",
        ['к'] = "k",
        ['л'] = "l",
        ['м'] = "m",
        ['н'] = "n",
        ['о'] = "o",
        ['п'] = "p",
        ['р'] = "r",
        ['с'] = "s",
        ['т'] = "t",
        ['у'] = "u",
        ['ф'] = "f",
        ['х'] = "kh",
        ['ц'] = "ts",
        ['ч'] = "ch",
        ['ш'] = "sh",
        ['щ'] = "shch",
        ['ы'] = "y",
        ['э'] = "e",
        ['ю'] = "yu",
        ['я'] = "ya",
    };

    public static string Normalize(string login) => login.Trim().ToUpperInvariant();

    /// <summary>Surname and initials in Latin letters: «Звонарёва Т. К.» → <c>zvonareva.tk</c>.</summary>
    public static string From(string familyName, string givenName, string? patronymic)
    {
        var initials = ToLatin(First(givenName)) + ToLatin(First(patronymic));
        var name = ToLatin(familyName);
        if (name.Length == 0)
            name = "user";
        return initials.Length == 0 ? name : $"{name}.{initials}";
    }

    private static string First(string? name) => string.IsNullOrEmpty(name) ? "" : name[..1];

    private static string ToLatin(string text)
    {
        var latin = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            if (Latin.TryGetValue(c, out var letters))
                latin.Append(letters);
            else if (char.IsAsciiLetterOrDigit(c))
                latin.Append(c);
        }
        return latin.Length > 40 ? latin.ToString(0, 40) : latin.ToString();
    }
}
