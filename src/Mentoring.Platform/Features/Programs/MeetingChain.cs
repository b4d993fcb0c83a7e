namespace Mentoring.Platform.Features.Programs;

/// <summary>The chain of meetings of a pair: three before its program is approved, the others after.</summary>
public enum MeetingType
{
    Introductory,
    Trial,
    Planning,
    Regular,
    Final,
}

/// <summary>From when to when a program was approved and not over.</summary>
/// <param name="EndsOn">Its last planned day.</param>
/// <param name="EndedOn">The day on which it was over; null while it is not.</param>
public sealed record ApprovedPeriod(DateOnly ApprovedOn, DateOnly EndsOn, DateOnly? EndedOn)
{
    public bool Holds(DateOnly date) => date >= ApprovedOn && (EndedOn is null || date <= EndedOn.Value);
}

/// <summary>A meeting that was held, as far as the chain needs it.</summary>
/// <param name="NextOn">The day on which the next one was agreed.</param>
public sealed record HeldMeeting(MeetingType Type, DateOnly HeldOn, DateOnly? NextOn = null);

/// <summary>What a pair may expect next.</summary>
/// <param name="Type">Null after the final meeting: nothing is expected.</param>
/// <param name="On">The day on which the last meeting agreed.</param>
public sealed record NextMeeting(MeetingType? Type, DateOnly? On);

/// <summary>The order of meetings; pure.</summary>
public static class MeetingChain
{
    private static readonly MeetingType[] Preparatory =
    [
        MeetingType.Introductory,
        MeetingType.Trial,
        MeetingType.Planning,
    ];

    public static bool IsPreparatory(MeetingType type) => Preparatory.Contains(type);

    /// <summary>What is expected next, and on which day the last meeting agreed, if it did.</summary>
    public static NextMeeting Expect(
        IReadOnlyCollection<HeldMeeting> held,
        IReadOnlyCollection<ApprovedPeriod> programs,
        bool isSingle,
        int plannedLeft,
        DateOnly today
    )
    {
        var next = Next(held, programs, isSingle, plannedLeft, today);
        return new NextMeeting(next, next is null ? null : held.MaxBy(m => m.HeldOn)?.NextOn);
    }

    /// <summary>
    /// The next meeting that would be accepted and that the chain asks for.
    /// </summary>
    /// <param name="isSingle">The kind of mentoring is one meeting, without a program.</param>
    /// <param name="plannedLeft">How many activities of the running program are not done.</param>
    public static MeetingType? Next(
        IReadOnlyCollection<HeldMeeting> held,
        IReadOnlyCollection<ApprovedPeriod> programs,
        bool isSingle,
        int plannedLeft,
        DateOnly today
    )
    {
        if (programs.FirstOrDefault(p => p.Holds(today)) is { } running)
        {
            if (held.Any(m => m.Type == MeetingType.Final && running.Holds(m.HeldOn)))
                return null;
            return today >= running.EndsOn || plannedLeft == 0 ? MeetingType.Final : MeetingType.Regular;
        }
        if (isSingle)
            return held.Count == 0 ? MeetingType.Regular : null;
        var last = programs.Select(p => p.EndedOn).Max();
        if (last is not null && held.All(m => m.HeldOn <= last))
            // A program is over and no new one is being prepared.
            return null;
        // Until the program is approved there can only be more of planning.
        return Preparatory.FirstOrDefault(type => held.All(m => m.Type != type), MeetingType.Planning);
    }
}
