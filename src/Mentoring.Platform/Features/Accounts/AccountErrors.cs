using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Features.Accounts;

public static class AccountErrors
{
    public static readonly Error WrongCredentials = new(
        ErrorKind.Unauthenticated,
        "account.wrong_credentials",
        "The login or the password is wrong."
    );
    public static readonly Error WrongCode = new(
        ErrorKind.Unauthenticated,
        "account.wrong_code",
        "The login or the code is wrong, or the code is used or too old."
    );
    public static readonly Error Wait = new(
        ErrorKind.TooMany,
        "account.wait",
        "Too many wrong tries; wait before the next one."
    );
    public static readonly Error PasswordTooWeak = new(
        ErrorKind.Invalid,
        "account.password_too_weak",
        "The password is too short or is the login itself."
    );
    public static readonly Error WrongPassword = new(
        ErrorKind.Invalid,
        "account.wrong_password",
        "The current password is wrong."
    );
    public static readonly Error NotAParticipant = new(
        ErrorKind.Conflict,
        "account.not_a_participant",
        "The person is neither a mentor nor a mentee nor a representative here."
    );
    public static readonly Error BelongsElsewhere = new(
        ErrorKind.Conflict,
        "account.belongs_elsewhere",
        "The account is used in another organization too or has a staff role; its password cannot be renewed from here."
    );
}
