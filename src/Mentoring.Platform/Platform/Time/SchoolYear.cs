namespace Mentoring.Platform.Platform.Time;

/// <summary>A school year, 1 September to 31 August, named by the year in which it starts.</summary>
public readonly record struct SchoolYear(int StartYear)
{
    public DateOnly Start => new(StartYear, 9, 1);

    public DateOnly End => new(StartYear + 1, 8, 31);

    public static SchoolYear Of(DateOnly date) => new(date.Month >= 9 ? date.Year : date.Year - 1);

    /// <summary>For example «2025/2026».</summary>
    public override string ToString() => $"{StartYear}/{StartYear + 1}";
}
