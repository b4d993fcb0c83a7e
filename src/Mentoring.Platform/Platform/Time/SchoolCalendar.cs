using System.Collections.Concurrent;
using Mentoring.Platform.Platform.Tenancy;

namespace Mentoring.Platform.Platform.Time;

/// <summary>
/// The second clock: civil dates of the domain, in the tenant's zone. Sessions, audit and work use
/// <see cref="TimeProvider"/>. A demonstration shifts this clock only; it ticks on.
/// </summary>
public sealed class SchoolCalendar(TimeProvider clock)
{
    private static readonly ConcurrentDictionary<string, TimeZoneInfo> Zones = new(StringComparer.Ordinal);

    /// <summary>How far the shown calendar is from the real one; zero outside a demonstration.</summary>
    public TimeSpan Shift { get; set; }

    public DateOnly Today(TenantInfo tenant) => Today(tenant.TimeZone);

    public DateOnly Today(string timeZone)
    {
        var local = TimeZoneInfo.ConvertTime(clock.GetUtcNow() + Shift, Zone(timeZone));
        return DateOnly.FromDateTime(local.DateTime);
    }

    /// <summary>The instant, by the other clock, at which the next day begins there.</summary>
    public DateTimeOffset NextDay(string timeZone)
    {
        var zone = Zone(timeZone);
        var midnight = Today(timeZone).AddDays(1).ToDateTime(TimeOnly.MinValue);
        // Where clocks are put forward at midnight, the day begins an hour later.
        if (zone.IsInvalidTime(midnight))
            midnight = midnight.AddHours(1);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime() - Shift;
    }

    private static TimeZoneInfo Zone(string timeZone) => Zones.GetOrAdd(timeZone, TimeZoneInfo.FindSystemTimeZoneById);
}
