using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Features.Reference;

public static class ReferenceErrors
{
    public static readonly Error UnknownCode = new(
        ErrorKind.Invalid,
        "reference.unknown_code",
        "The code is in none of the reference lists that hold here."
    );
    public static readonly Error SettingValue = new(
        ErrorKind.Invalid,
        "reference.setting_value",
        "The setting cannot have this value."
    );
    public static readonly Error TermBounds = new(
        ErrorKind.Conflict,
        "reference.term_bounds",
        "The shortest term of a program would be longer than the longest one."
    );
}
