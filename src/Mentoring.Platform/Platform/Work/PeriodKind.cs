using Mentoring.Platform.Platform.Tenancy;

namespace Mentoring.Platform.Platform.Work;

/// <summary>
/// Something that is due once a day in every tenant of some levels. The clock inserts it as a work item of the same
/// kind, whose key is the day; a feature registers it as a singleton and answers it with an <see cref="IWorkHandler"/>.
/// </summary>
/// <param name="Kind">Kind of the work item, and name of the clock's trigger.</param>
/// <param name="Levels">Which tenants it comes to.</param>
/// <param name="From">The hour of the tenant's own day from which it is due.</param>
public sealed record PeriodKind(string Kind, IReadOnlyList<TenantKind> Levels, TimeOnly From)
{
    /// <summary>A tenant's own day has begun: terms have run out and first days have come.</summary>
    public static readonly PeriodKind NewDay = new(
        "day.begun",
        [TenantKind.Region, TenantKind.Municipality, TenantKind.Organization],
        TimeOnly.MinValue
    );

    /// <summary>Rare enough that each run of it is recorded.</summary>
    public bool IsOfRegions => Levels is [TenantKind.Region];
}

/// <summary>All kinds of periods, by their kind.</summary>
public sealed class PeriodKinds(IEnumerable<PeriodKind> kinds)
{
    private readonly Dictionary<string, PeriodKind> byKind = kinds.ToDictionary(k => k.Kind, StringComparer.Ordinal);

    public IEnumerable<PeriodKind> All => byKind.Values;

    public PeriodKind? Find(string kind) => byKind.GetValueOrDefault(kind);
}
