using System.Globalization;

namespace Mentoring.Host.Serving;

/// <summary>What the product needs from the machine that it runs on.</summary>
internal static class Machine
{
    /// <summary>
    /// Looks before anybody is answered: without the zones of the world every request would fail, and without ICU
    /// letters would be compared by their codes.
    /// </summary>
    /// <exception cref="StartRefusedException">Something is missing; the message says what.</exception>
    public static void RefuseIfBare()
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Moscow", out _))
            throw new StartRefusedException("The machine has no time zones. Install the package tzdata.");
        if (CultureInfo.GetCultureInfo("ru-RU").CompareInfo.Compare("ёж", "жук") >= 0)
            throw new StartRefusedException("The machine has no ICU: Russian letters would be sorted wrongly.");
    }
}
