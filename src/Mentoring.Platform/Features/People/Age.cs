namespace Mentoring.Platform.Features.People;

/// <summary>Ages in full years. Whoever was born on 29 February is a year older from 1 March.</summary>
public static class Age
{
    public const int OfOwnSignature = 14;
    public const int OfMajority = 18;

    public static int On(DateOnly birthDate, DateOnly date)
    {
        var years = date.Year - birthDate.Year;
        return date < Turning(birthDate, years) ? years - 1 : years;
    }

    /// <summary>The day from which one is so many years old.</summary>
    public static DateOnly Turning(DateOnly birthDate, int years)
    {
        var day = birthDate.AddYears(years);
        return day.Day == birthDate.Day ? day : day.AddDays(1);
    }

    public static bool IsMinor(DateOnly birthDate, DateOnly date) => On(birthDate, date) < OfMajority;
}
