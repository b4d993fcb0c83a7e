using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Features.Programs;

/// <summary>How long a program may be when it is drafted, in whole calendar months.</summary>
public sealed record TermLimits(int MinMonths, int MaxMonths);

/// <summary>The term of a program; both days belong to it.</summary>
public readonly record struct ProgramTerm(DateOnly StartsOn, DateOnly EndsOn)
{
    public bool Holds(DateOnly date) => date >= StartsOn && date <= EndsOn;

    /// <summary>
    /// The last day of so many months that begin on a day: 1 September and three months end on 30 November. Where the
    /// last month has no such day, they end on its last day, so 30 November and three months end on 28 February.
    /// </summary>
    public static DateOnly LastDay(DateOnly startsOn, int months)
    {
        var sameDay = startsOn.AddMonths(months);
        return sameDay.Day < startsOn.Day ? sameDay : sameDay.AddDays(-1);
    }

    public Result Within(TermLimits limits)
    {
        if (EndsOn < StartsOn)
            return ProgramErrors.DatesReversed.At("/endsOn");
        var earliest = limits.MinMonths == 0 ? StartsOn : LastDay(StartsOn, limits.MinMonths);
        if (EndsOn < earliest)
            return ProgramErrors
                .TermTooShort.With("minMonths", limits.MinMonths)
                .With("endsOn", earliest)
                .At("/endsOn");
        var latest = LastDay(StartsOn, limits.MaxMonths);
        if (EndsOn > latest)
            return ProgramErrors.TermTooLong.With("maxMonths", limits.MaxMonths).With("endsOn", latest).At("/endsOn");
        return Result.Ok;
    }
}
