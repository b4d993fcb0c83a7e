using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Features.Programs;

public static class ProgramErrors
{
    public static readonly Error DatesReversed = new(
        ErrorKind.Invalid,
        "program.dates_reversed",
        "The program ends before it starts."
    );
    public static readonly Error TermTooShort = new(
        ErrorKind.Invalid,
        "program.term_too_short",
        "The term is shorter than programs of these kinds may be."
    );
    public static readonly Error TermTooLong = new(
        ErrorKind.Invalid,
        "program.term_too_long",
        "The term is longer than programs of these kinds may be."
    );
    public static readonly Error ActivityOutsideTerm = new(
        ErrorKind.Invalid,
        "program.activity_outside_term",
        "The activity is planned outside the program's term."
    );
    public static readonly Error UnknownCode = new(
        ErrorKind.Invalid,
        "program.unknown_code",
        "The reference data have no such code."
    );
    public static readonly Error PairEnded = new(
        ErrorKind.Conflict,
        "program.pair_ended",
        "The pair is closed or declined."
    );
    public static readonly Error PairHasProgram = new(
        ErrorKind.Conflict,
        "program.pair_has_program",
        "The pair has a program that is not over."
    );
    public static readonly Error NotEditable = new(
        ErrorKind.Conflict,
        "program.not_editable",
        "An approved program is not edited; propose a change."
    );
    public static readonly Error Incomplete = new(
        ErrorKind.Conflict,
        "program.incomplete",
        "The program lacks what the parties agree on; params name it."
    );
    public static readonly Error NotOpenForAgreement = new(
        ErrorKind.Conflict,
        "program.not_open_for_agreement",
        "The program is not a draft: there is nothing to agree to."
    );
    public static readonly Error AlreadyAgreed = new(
        ErrorKind.Conflict,
        "program.already_agreed",
        "This party has agreed to this edition."
    );
    public static readonly Error DateInFuture = new(
        ErrorKind.Invalid,
        "program.date_in_future",
        "The date has not come yet."
    );
    public static readonly Error NotAMember = new(
        ErrorKind.Invalid,
        "program.not_a_member",
        "The person is not a member of the pair."
    );
    public static readonly Error NotAgreed = new(
        ErrorKind.Conflict,
        "program.not_agreed",
        "The program is approved after all its parties have agreed, and once."
    );
    public static readonly Error ApprovedTooEarly = new(
        ErrorKind.Invalid,
        "program.approved_too_early",
        "The approval is dated before the last agreement."
    );
    public static readonly Error DocumentRequired = new(
        ErrorKind.Invalid,
        "program.document_required",
        "Programs are approved here by a document: say its number and date."
    );
    public static readonly Error NotApproved = new(
        ErrorKind.Conflict,
        "program.not_approved",
        "Only an approved program starts."
    );
    public static readonly Error StartsLater = new(
        ErrorKind.Conflict,
        "program.starts_later",
        "The first day of the program has not come."
    );
    public static readonly Error GateClosed = new(
        ErrorKind.Conflict,
        "program.gate_closed",
        "The pair lacks what the law asks for."
    );
    public static readonly Error NotActive = new(
        ErrorKind.Conflict,
        "program.not_active",
        "The program is not being carried out."
    );
    public static readonly Error Ended = new(ErrorKind.Conflict, "program.ended", "The program is over.");
    public static readonly Error ActivityAlreadyDone = new(
        ErrorKind.Conflict,
        "program.activity_already_done",
        "The activity is done already, with other facts."
    );
    public static readonly Error CompletedOutsideTerm = new(
        ErrorKind.Invalid,
        "program.completed_outside_term",
        "An activity is done between the first day of the program and today."
    );
    public static readonly Error TermUnchanged = new(
        ErrorKind.Invalid,
        "program.term_unchanged",
        "The program ends on this day already."
    );
    public static readonly Error EndInPast = new(
        ErrorKind.Invalid,
        "program.end_in_past",
        "The new last day has passed."
    );
    public static readonly Error ActivitiesAfterEnd = new(
        ErrorKind.Conflict,
        "program.activities_after_end",
        "Some activities are planned after the new last day; amend the plan first."
    );
    public static readonly Error ChangeNotOpen = new(
        ErrorKind.Conflict,
        "program.change_not_open",
        "The change is in force already, or a later proposal has taken its place."
    );
    public static readonly Error ActivitiesLeft = new(
        ErrorKind.Conflict,
        "program.activities_left",
        "Not all activities are done: only the curator completes the program, with a reason."
    );
}
