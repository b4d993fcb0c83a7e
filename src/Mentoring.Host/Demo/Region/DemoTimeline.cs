namespace Mentoring.Host.Demo.Region;

/// <summary>What an organization does on a day of the history.</summary>
/// <param name="Wave">Those pairs alone; null where it is about all.</param>
internal sealed record DemoScene(DateOnly Day, DemoDeed Deed, DemoWave Wave);

internal enum DemoDeed
{
    /// <summary>Mentors and mentees are entered, their consents recorded, and the head admits them.</summary>
    FillBank,

    /// <summary>The curator proposes pairs.</summary>
    Propose,

    /// <summary>Members agree, the order is drafted and signed.</summary>
    Order,

    /// <summary>The order is acknowledged, first meetings are held, programs are written and approved.</summary>
    WritePrograms,

    /// <summary>Nothing but everyday life, which goes on before every other deed as well.</summary>
    GoOn,
}

/// <summary>The days of the history: 2024/2025 in outline, 2025/2026 up to the middle of April.</summary>
internal static class DemoTimeline
{
    /// <summary>The day on which the demonstration's calendar starts: debts of April and May are in sight.</summary>
    public static readonly DateOnly Today = new(2026, 4, 15);

    public static readonly DateOnly EndOfLastYear = new(2025, 5, 27);

    /// <summary>In the order of the days.</summary>
    public static readonly IReadOnlyList<DemoScene> Scenes =
    [
        new(new(2024, 9, 12), DemoDeed.FillBank, DemoWave.LastYear),
        new(new(2024, 9, 19), DemoDeed.Propose, DemoWave.LastYear),
        new(new(2024, 9, 27), DemoDeed.Order, DemoWave.LastYear),
        new(new(2024, 10, 17), DemoDeed.WritePrograms, DemoWave.LastYear),
        new(EndOfLastYear, DemoDeed.GoOn, DemoWave.LastYear),
        new(new(2025, 9, 10), DemoDeed.FillBank, DemoWave.Autumn),
        new(new(2025, 9, 18), DemoDeed.Propose, DemoWave.Autumn),
        new(new(2025, 9, 29), DemoDeed.Order, DemoWave.Autumn),
        new(new(2025, 10, 16), DemoDeed.WritePrograms, DemoWave.Autumn),
        new(new(2025, 12, 23), DemoDeed.GoOn, DemoWave.Autumn),
        new(new(2026, 1, 14), DemoDeed.FillBank, DemoWave.Winter),
        new(new(2026, 1, 20), DemoDeed.Propose, DemoWave.Winter),
        new(new(2026, 1, 29), DemoDeed.Order, DemoWave.Winter),
        new(new(2026, 2, 11), DemoDeed.WritePrograms, DemoWave.Winter),
        new(new(2026, 2, 27), DemoDeed.GoOn, DemoWave.Winter),
        new(new(2026, 3, 4), DemoDeed.FillBank, DemoWave.Spring),
        new(new(2026, 3, 11), DemoDeed.Propose, DemoWave.Spring),
        new(new(2026, 3, 20), DemoDeed.Order, DemoWave.Spring),
        new(new(2026, 4, 2), DemoDeed.WritePrograms, DemoWave.Spring),
        new(new(2026, 4, 6), DemoDeed.FillBank, DemoWave.April),
        new(new(2026, 4, 9), DemoDeed.Propose, DemoWave.April),
        new(new(2026, 4, 13), DemoDeed.Order, DemoWave.April),
        new(Today, DemoDeed.GoOn, DemoWave.April),
    ];

    /// <summary>When a pair of this fate is found.</summary>
    public static DemoWave WaveOf(DemoFate fate, bool isLate) =>
        fate switch
        {
            DemoFate.TakesOver or DemoFate.Reverse => DemoWave.Winter,
            DemoFate.ProgramDrafted or DemoFate.ProgramAgreed or DemoFate.ProgramApproved => DemoWave.Spring,
            DemoFate.WaitsForAddendum => DemoWave.Spring,
            DemoFate.Proposed or DemoFate.Declined or DemoFate.AwaitsOrder or DemoFate.InDraftOrder => DemoWave.April,
            _ => isLate ? DemoWave.Winter : DemoWave.Autumn,
        };

    /// <summary>The last day on which a pair of this fate does anything; the first scene from then on ends it.</summary>
    public static DateOnly LastDay(DemoPair pair) =>
        (pair.Wave, pair.Fate) switch
        {
            (DemoWave.LastYear, _) => EndOfLastYear,
            (_, DemoFate.EndedByCurator) => new(2025, 12, 19),
            (_, DemoFate.EndedByMentor) => new(2026, 1, 14),
            (_, DemoFate.Completes) => new(2026, 1, 29),
            (_, DemoFate.FallsSilent) => new(2026, 2, 12),
            (_, DemoFate.EndedByMentee) => new(2026, 2, 26),
            (_, DemoFate.EndedByMutualDecision) => new(2026, 3, 4),
            (_, DemoFate.ConsentWithdrawn) => new(2026, 3, 10),
            (_, DemoFate.ConsentExpired) => new(2026, 3, 20),
            _ => Today,
        };

    /// <summary>The term of a pair's program that is written on this day.</summary>
    public static (DateOnly Start, DateOnly End) Term(DemoPair pair, DateOnly written) =>
        pair.Fate switch
        {
            _ when pair.Wave == DemoWave.LastYear => (written, EndOfLastYear),
            DemoFate.Completes => (written, new(2026, 1, 30)),
            DemoFate.Extended => (written, new(2026, 3, 31)),
            DemoFate.ExtensionAsked => (written, new(2026, 4, 28)),
            DemoFate.ProgramDrafted or DemoFate.ProgramAgreed or DemoFate.ProgramApproved => (
                new(2026, 4, 20),
                new(2026, 12, 25)
            ),
            _ => (written, new(2026, 5, 29)),
        };

    /// <summary>The day itself, or the last one before it on which a school works.</summary>
    public static DateOnly Workday(DateOnly day)
    {
        while (
            day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
            || (day.Month, day.Day) is (12, 31) or (1, < 12) or (2, 23) or (3, 9) or (5, 1) or (11, 4)
        )
            day = day.AddDays(-1);
        return day;
    }
}
