namespace Mentoring.Host.Demo;

/// <summary>Days of the school year 2025/2026.</summary>
internal static class DemoDays
{
    /// <summary>The day on which the demonstration's calendar starts: debts of April and May are in sight.</summary>
    public static readonly DateOnly Today = new(2026, 4, 15);

    private static readonly HashSet<DateOnly> Holidays =
    [
        new(2025, 11, 3),
        new(2025, 11, 4),
        new(2025, 12, 31),
        new(2026, 1, 9),
        new(2026, 2, 23),
        new(2026, 3, 9),
    ];

    public static DateOnly Of(int month, int day) => new(month >= 9 ? 2025 : 2026, month, day);

    /// <summary>The day itself, or the next on which a school works.</summary>
    public static DateOnly Workday(this DateOnly day)
    {
        while (
            day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
            || Holidays.Contains(day)
            || (day is { Month: 1, Day: < 9 })
        )
            day = day.AddDays(1);
        return day;
    }

    /// <summary>So many calendar days later, on a workday.</summary>
    public static DateOnly Later(this DateOnly day, int days) => day.AddDays(days).Workday();
}
