using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Features.Mentors;

public static class MentorErrors
{
    public static readonly Error CapacityOutOfRange = new(
        ErrorKind.Invalid,
        "mentor.capacity_out_of_range",
        "A mentor has room for 1 to 20 mentees."
    );
    public static readonly Error EmployerRequired = new(
        ErrorKind.Invalid,
        "mentor.employer_required",
        "Of a mentor from outside say who employs him."
    );
    public static readonly Error RepresentativeRequired = new(
        ErrorKind.Invalid,
        "mentor.representative_required",
        "A minor is recorded together with a legal representative."
    );
    public static readonly Error AlreadyRegistered = new(
        ErrorKind.Conflict,
        "mentor.already_registered",
        "The person is registered as a mentor already."
    );
    public static readonly Error ConsentInsufficient = new(
        ErrorKind.Conflict,
        "mentor.consent_insufficient",
        "There is no valid consent to the processing of the mentor's personal data."
    );
    public static readonly Error EmployeeTooYoung = new(
        ErrorKind.Conflict,
        "mentor.employee_too_young",
        "Nobody under 14 is employed."
    )
    {
        IsConfirmable = true,
    };
    public static readonly Error WrongState = new(
        ErrorKind.Conflict,
        "mentor.wrong_state",
        "In the mentor's state this cannot be done."
    );
    public static readonly Error Blocked = new(
        ErrorKind.Conflict,
        "mentor.blocked",
        "The mentor has withdrawn the consent; nothing is done until there is a new one."
    );
    public static readonly Error Full = new(ErrorKind.Conflict, "mentor.full", "The mentor has no free place.");
    public static readonly Error StillHasMentees = new(
        ErrorKind.Conflict,
        "mentor.still_has_mentees",
        "The mentor still has mentees; close the pairs first."
    );
}
