using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Features.Consents;

public static class ConsentErrors
{
    public static readonly Error GivenInFuture = new(
        ErrorKind.Invalid,
        "consent.given_in_future",
        "A consent cannot have been given in the future."
    );
    public static readonly Error GivenBeforeBirth = new(
        ErrorKind.Invalid,
        "consent.given_before_birth",
        "The consent is older than the person."
    );
    public static readonly Error EndsBeforeItBegins = new(
        ErrorKind.Invalid,
        "consent.ends_before_it_begins",
        "The consent's term ends before it begins."
    );
    public static readonly Error NobodySigned = new(
        ErrorKind.Invalid,
        "consent.nobody_signed",
        "Somebody signs a consent: the person, the legal representative, or both."
    );
    public static readonly Error NotTheRepresentative = new(
        ErrorKind.Invalid,
        "consent.not_the_representative",
        "Whoever signs for a minor is recorded as his legal representative first."
    );
    public static readonly Error AlreadyWithdrawn = new(
        ErrorKind.Conflict,
        "consent.already_withdrawn",
        "The consent is withdrawn already."
    );
    public static readonly Error AlreadyExpired = new(
        ErrorKind.Conflict,
        "consent.already_expired",
        "The consent had expired by that day."
    );
    public static readonly Error WithdrawnInFuture = new(
        ErrorKind.Invalid,
        "consent.withdrawn_in_future",
        "A withdrawal is recorded when it has come."
    );
    public static readonly Error WithdrawnBeforeGiven = new(
        ErrorKind.Invalid,
        "consent.withdrawn_before_given",
        "A consent cannot be withdrawn before it is given."
    );
}
