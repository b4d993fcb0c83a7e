using System.Security.Cryptography;
using System.Text;
using Mentoring.Platform.Platform.Texts;

namespace Mentoring.Platform.Features.Accounts;

/// <summary>Login names: what is typed, how it is compared, how one is made from a name.</summary>
internal static class Logins
{
    public const int Longest = 64;

    /// <summary>Not taken for one another on paper, and making no words.</summary>
    private const string PlainLetters = "bdfghkmnprstvxz";

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
        // Of the languages of Russia and its neighbours.
        ['ә'] = "a",
        ['ӓ'] = "a",
        ['ӑ'] = "a",
        ['ӕ'] = "ae",
        ['ґ'] = "g",
        ['ғ'] = "g",
        ['ҕ'] = "g",
        ['җ'] = "zh",
        ['ӝ'] = "zh",
        ['ҙ'] = "z",
        ['ӟ'] = "z",
        ['ѕ'] = "dz",
        ['є'] = "e",
        ['ӗ'] = "e",
        ['і'] = "i",
        ['ї'] = "i",
        ['ӣ'] = "i",
        ['ӥ'] = "i",
        ['ј'] = "y",
        ['қ'] = "k",
        ['ҡ'] = "k",
        ['ҝ'] = "k",
        ['љ'] = "l",
        ['ԓ'] = "l",
        ['ң'] = "n",
        ['ҥ'] = "n",
        ['ӈ'] = "n",
        ['њ'] = "n",
        ['ө'] = "o",
        ['ӧ'] = "o",
        ['ӫ'] = "o",
        ['ҫ'] = "s",
        ['ү'] = "u",
        ['ұ'] = "u",
        ['ӱ'] = "u",
        ['ӯ'] = "u",
        ['ӳ'] = "u",
        ['ў'] = "u",
        ['һ'] = "h",
        ['ҳ'] = "h",
        ['ҷ'] = "ch",
        ['ӌ'] = "ch",
        ['ӵ'] = "ch",
        ['ћ'] = "ch",
        ['ђ'] = "d",
        ['џ'] = "dzh",
        ['ӹ'] = "y",
        ['ӭ'] = "e",
        // Latin letters that are not a letter with a mark.
        ['ł'] = "l",
        ['ø'] = "o",
        ['đ'] = "d",
        ['ð'] = "d",
        ['þ'] = "th",
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['ı'] = "i",
    };

    /// <summary>How logins are compared: blind to case, and to letters typed in the other alphabet that look the same.</summary>
    public static string Normalize(string login)
    {
        var upper = login.Trim().ToUpperInvariant();
        var latin = LookAlikes.InLatin(upper);
        // Where not every letter has a double, it was meant in its own alphabet.
        return Ascii.IsValid(latin) ? latin : upper;
    }

    /// <summary>
    /// A name and four letters that say nothing: a login without them, or with a number that is free, would tell whether
    /// somebody of that name is in another organization.
    /// </summary>
    public static string New(string familyName, string givenName, string? patronymic) =>
        $"{From(familyName, givenName, patronymic)}.{RandomNumberGenerator.GetString(PlainLetters, 4)}";

    /// <summary>Surname and initials in Latin letters: «Звонарёва Т. К.» → <c>zvonareva.tk</c>.</summary>
    private static string From(string familyName, string givenName, string? patronymic)
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
            // «ü» is a «u» with a mark, and so are most letters that the table does not name.
            else if (c.ToString().Normalize(NormalizationForm.FormD)[0] is var bare)
                latin.Append(char.IsAsciiLetterOrDigit(bare) ? bare.ToString() : Latin.GetValueOrDefault(bare, ""));
        }
        return latin.Length > 40 ? latin.ToString(0, 40) : latin.ToString();
    }
}
