using System.Globalization;

namespace Mentoring.Platform.Platform.Documents;

/// <summary>
/// Short forms of a person's name. In a signature the initials stand before the surname, in a list
/// and inside a text after it. A surname is never shortened, however many parts it has.
/// </summary>
public static class PersonInitials
{
    /// <summary>Words that belong to a patronymic and have no initial of their own («Гусейн оглы»).</summary>
    private static readonly string[] Particles = ["оглы", "оглу", "кызы", "гызы", "улы", "уулу"];

    /// <summary>«И.О. Фамилия», as signatures are written.</summary>
    public static string BeforeSurname(string familyName, string givenName, string? patronymic = null) =>
        Join(Of(givenName, patronymic), Trimmed(familyName));

    /// <summary>«Фамилия И.О.», as lists of people are written.</summary>
    public static string AfterSurname(string familyName, string givenName, string? patronymic = null) =>
        Join(Trimmed(familyName), Of(givenName, patronymic));

    private static string Of(string givenName, string? patronymic) => InitialsOf(givenName) + InitialsOf(patronymic);

    /// <summary>«Анна-Мария» becomes «А.-М.», «Анна Мария» becomes «А.М.».</summary>
    private static string InitialsOf(string? name) =>
        string.Concat(
            Words(name, ' ')
                .Where(IsNoParticle)
                .Select(word => string.Join('-', Words(word, '-').Where(IsNoParticle).Select(InitialOf)))
        );

    private static bool IsNoParticle(string word) => !Particles.Contains(word, StringComparer.OrdinalIgnoreCase);

    private static string InitialOf(string word) => StringInfo.GetNextTextElement(word).ToUpperInvariant() + ".";

    private static string[] Words(string? text, char separator) =>
        Trimmed(text).Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Trimmed(string? text) => text?.Trim() ?? "";

    private static string Join(string first, string second) => $"{first} {second}".Trim();
}
