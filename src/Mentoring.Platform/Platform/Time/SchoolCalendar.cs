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

    public DateOnly Today(string timeZone) => DateOnly.FromDateTime(Now(timeZone));

    /// <summary>Date and time of day there.</summary>
    public DateTime Now(string timeZone) =>
        TimeZoneInfo.ConvertTime(clock.GetUtcNow() + Shift, Zone(timeZone)).DateTime;

    private static TimeZoneInfo Zone(string timeZone) => Zones.GetOrAdd(timeZone, TimeZoneInfo.FindSystemTimeZoneById);
}
