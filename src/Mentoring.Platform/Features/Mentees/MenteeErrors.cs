using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Features.Mentees;

public static class MenteeErrors
{
    public static readonly Error TooManyRequests = new(
        ErrorKind.Invalid,
        "mentee.too_many_requests",
        "A mentee has 20 requests at most."
    );
    public static readonly Error RequestsRequired = new(
        ErrorKind.Invalid,
        "mentee.requests_required",
        "The requests are known already; at least one stays."
    );
    public static readonly Error RepresentativeRequired = new(
        ErrorKind.Invalid,
        "mentee.representative_required",
        "A minor is recorded together with a legal representative."
    );
    public static readonly Error AlreadyRegistered = new(
        ErrorKind.Conflict,
        "mentee.already_registered",
        "The person is registered as a mentee already."
    );
    public static readonly Error ConsentInsufficient = new(
        ErrorKind.Conflict,
        "mentee.consent_insufficient",
        "There is no valid consent to the processing of the mentee's personal data."
    );
    public static readonly Error WrongState = new(
        ErrorKind.Conflict,
        "mentee.wrong_state",
        "In the mentee's state this cannot be done."
    );
    public static readonly Error Blocked = new(
        ErrorKind.Conflict,
        "mentee.blocked",
        "The consent is withdrawn; nothing is done until there is a new one."
    );
}
