using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Features.Meetings;

public static class MeetingErrors
{
    public static readonly Error PairNotActive = new(
        ErrorKind.Conflict,
        "meeting.pair_not_active",
        "Meetings are logged while the pair works."
    );
    public static readonly Error GateClosed = new(
        ErrorKind.Conflict,
        "meeting.gate_closed",
        "The pair lacks what the law asks for; params name it."
    );
    public static readonly Error InFuture = new(
        ErrorKind.Invalid,
        "meeting.in_future",
        "A meeting is logged after it was held."
    );
    public static readonly Error BeforePair = new(
        ErrorKind.Invalid,
        "meeting.before_pair",
        "The meeting is dated before the pair began to work."
    );
    public static readonly Error NextBeforeHeld = new(
        ErrorKind.Invalid,
        "meeting.next_before_held",
        "The next meeting is dated before this one."
    );
    public static readonly Error NeedsProgram = new(
        ErrorKind.Conflict,
        "meeting.needs_program",
        "Regular and final meetings come after the program's approval."
    );
    public static readonly Error AfterApproval = new(
        ErrorKind.Conflict,
        "meeting.after_approval",
        "Introductory, trial and planning meetings come before the program's approval."
    );
    public static readonly Error SingleOnly = new(
        ErrorKind.Conflict,
        "meeting.single_only",
        "This kind of mentoring is one meeting, and it was held."
    );
    public static readonly Error SameDay = new(
        ErrorKind.Conflict,
        "meeting.same_day",
        "A meeting of this pair on this day is logged already; params say how long it was."
    )
    {
        IsConfirmable = true,
    };
    public static readonly Error CorrectionOver = new(
        ErrorKind.Conflict,
        "meeting.correction_over",
        "The time for corrections is over."
    );
}
