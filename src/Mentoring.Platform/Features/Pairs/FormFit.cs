using Mentoring.Platform.Features.People;
using Mentoring.Platform.Features.Reference;

namespace Mentoring.Platform.Features.Pairs;

/// <summary>What is known of two people when a form of mentoring is chosen for them.</summary>
/// <param name="MenteeIsPupil">The mentee's category is one of schoolchildren.</param>
public sealed record TwoPeople(
    DateOnly MentorBirthDate,
    bool MentorIsEmployee,
    DateOnly MenteeBirthDate,
    bool MenteeIsPupil
);

/// <summary>Whether the groups of a form can be those of two people: catches the slip, does not replace the curator.</summary>
public static class FormFit
{
    public static bool Fits(ParticipantGroup mentors, ParticipantGroup mentees, TwoPeople two, DateOnly today) =>
        MentorFits(mentors, two, today) && MenteeFits(mentees, two, today);

    private static bool MentorFits(ParticipantGroup group, TwoPeople two, DateOnly today) =>
        group switch
        {
            ParticipantGroup.Student => !two.MentorIsEmployee,
            ParticipantGroup.CollegeStudent => !two.MentorIsEmployee,
            ParticipantGroup.Employer or ParticipantGroup.CollegeEducator => !two.MentorIsEmployee
                && !Age.IsMinor(two.MentorBirthDate, today),
            _ => !Age.IsMinor(two.MentorBirthDate, today),
        };

    private static bool MenteeFits(ParticipantGroup group, TwoPeople two, DateOnly today) =>
        group switch
        {
            ParticipantGroup.Student => two.MenteeIsPupil,
            ParticipantGroup.CollegeStudent => !two.MenteeIsPupil,
            _ => !two.MenteeIsPupil && !Age.IsMinor(two.MenteeBirthDate, today),
        };
}
