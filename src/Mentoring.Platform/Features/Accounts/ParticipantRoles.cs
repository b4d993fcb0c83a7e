using Mentoring.Platform.Features.People;

namespace Mentoring.Platform.Features.Accounts;

/// <summary>The roles that come from taking part, and not from a position.</summary>
internal static class ParticipantRoles
{
    public const string Mentor = "mentor";
    public const string Mentee = "mentee";
    public const string LegalRepresentative = "legalRepresentative";

    private static readonly string[] All = [Mentor, Mentee, LegalRepresentative];

    public static IReadOnlyList<string> Of(Person person) =>
        [
            .. new[]
            {
                (person.IsMentor, Mentor),
                (person.IsMentee, Mentee),
                (person.IsRepresentative, LegalRepresentative),
            }
                .Where(r => r.Item1)
                .Select(r => r.Item2),
        ];

    /// <summary>The roles of a membership with those of taking part renewed; the others stay.</summary>
    public static string[] Renewed(IEnumerable<string> roles, Person person) =>
        [.. roles.Except(All, StringComparer.Ordinal), .. Of(person)];

    public static bool HasStaffRole(IEnumerable<string> roles) => roles.Except(All, StringComparer.Ordinal).Any();
}
