using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Features.Pairs;

public static class PairErrors
{
    public static readonly Error SamePerson = new(
        ErrorKind.Conflict,
        "pair.same_person",
        "Nobody mentors himself: the mentor and the mentee are the same person."
    );
    public static readonly Error AlreadyOpen = new(
        ErrorKind.Conflict,
        "pair.already_open",
        "The same two have an open pair in the same direction."
    );
    public static readonly Error UnknownForm = new(
        ErrorKind.Invalid,
        "pair.unknown_form",
        "There is no form of mentoring with this code."
    );
    public static readonly Error UnknownRoleModel = new(
        ErrorKind.Invalid,
        "pair.unknown_role_model",
        "The form has no role model with this code."
    );
    public static readonly Error UnknownKind = new(
        ErrorKind.Invalid,
        "pair.unknown_kind",
        "There is no kind of mentoring with this code."
    );
    public static readonly Error KindNotForPairs = new(
        ErrorKind.Invalid,
        "pair.kind_not_for_pairs",
        "This kind of mentoring is for groups."
    );
    public static readonly Error FormDoesNotFit = new(
        ErrorKind.Conflict,
        "pair.form_does_not_fit",
        "The form is for other groups of people than these two belong to."
    );
    public static readonly Error WrongState = new(
        ErrorKind.Conflict,
        "pair.wrong_state",
        "The pair's state does not allow this."
    );
    public static readonly Error NotAMember = new(
        ErrorKind.Invalid,
        "pair.not_a_member",
        "This person is not a member of the pair."
    );
    public static readonly Error AlreadyAgreed = new(
        ErrorKind.Conflict,
        "pair.already_agreed",
        "The member has given his written consent already."
    );
    public static readonly Error NotAgreed = new(
        ErrorKind.Conflict,
        "pair.not_agreed",
        "There is no written consent to take back."
    );
    public static readonly Error RepresentativeAgrees = new(
        ErrorKind.Conflict,
        "pair.representative_agrees",
        "Under 14 the legal representative agrees for the child."
    );
    public static readonly Error DateOutOfOrder = new(
        ErrorKind.Invalid,
        "pair.date_out_of_order",
        "The date is in the future, or earlier than what it must follow."
    );
    public static readonly Error OrderBeforeConsents = new(
        ErrorKind.Conflict,
        "pair.order_before_consents",
        "An order is not signed before the members' written consents."
    );
    public static readonly Error GateClosed = new(
        ErrorKind.Conflict,
        "pair.gate_closed",
        "Something that the law asks for is missing."
    );
    public static readonly Error AddendumNotDue = new(
        ErrorKind.Conflict,
        "pair.addendum_not_due",
        "An addendum to the contract is for mentors who are employees here."
    );
    public static readonly Error AddendumRecorded = new(
        ErrorKind.Conflict,
        "pair.addendum_recorded",
        "This addendum is recorded already."
    );
    public static readonly Error NothingToComplete = new(
        ErrorKind.Conflict,
        "pair.nothing_to_complete",
        "A pair that has not begun to work cannot have completed its plan."
    );
    public static readonly Error CauseIsTheCurators = new(
        ErrorKind.Invalid,
        "pair.cause_is_the_curators",
        "A cause is named when the curator ends the pair, and only then."
    );
    public static readonly Error WorkedAfterwards = new(
        ErrorKind.Conflict,
        "pair.worked_afterwards",
        "The pair is recorded to have worked after that day; params say how often and until when."
    )
    {
        IsConfirmable = true,
    };
    public static readonly Error ExplanationRequired = new(
        ErrorKind.Invalid,
        "pair.explanation_required",
        "Say why the pair ends before its plan is carried out."
    );
}
