using Mentoring.Platform.Features.Organizations;

namespace Mentoring.Platform.Features.Figures;

/// <summary>What the level above must know of a municipality's organizations without reading them.</summary>
/// <param name="Groups">Hidden wherever the municipality's row is shown.</param>
/// <param name="KnownSums">
/// Sums of groups that are known of the row because of what the organizations' own totals tell, five factors each, in
/// the order of CoverageGroup. Empty where that is no more than the row's own totals tell.
/// </param>
public sealed record ProtectedCounts(IReadOnlyList<TargetGroup> Groups, IReadOnlyList<int> KnownSums)
{
    public static readonly ProtectedCounts None = new([], []);
}

/// <summary>A tenant of a dashboard with its figures.</summary>
/// <param name="Protected">Null for a municipality whose organizations have not been looked at yet.</param>
public sealed record CoverageRow(Guid TenantId, FigureCounts Counts, ProtectedCounts? Protected);

/// <summary>
/// Says which counts by target group a reader is shown, so that no small one follows from all that the same reader
/// sees, whether on one page or on several. Pure: the same figures are always shown the same way.
/// docs/decisions/0011-figures.md says the rule and why it holds.
/// </summary>
public static class HiddenCounts
{
    private static readonly IReadOnlySet<TargetGroup>[] sets =
    [
        .. Enumerable
            .Range(0, 1 << Leeway.Groups)
            .Select(set => CoverageGroup.All.Where((_, g) => (set >> g & 1) == 1).Select(g => g.Group).ToHashSet()),
    ];

    /// <summary>What the municipality's row must hide for its own and its organizations' sake.</summary>
    public static ProtectedCounts ProtectedIn(FigureCounts municipality, IEnumerable<FigureCounts> organizations)
    {
        var (table, known) = Municipality(municipality, organizations);
        return new ProtectedCounts([.. sets[table.Parent.Hidden]], [.. known.SelectMany(s => s).Select(n => (int)n)]);
    }

    /// <summary>For the municipality's own reader. By tenant.</summary>
    public static IReadOnlyDictionary<Guid, IReadOnlySet<TargetGroup>> OfMunicipality(
        CoverageRow municipality,
        IReadOnlyList<CoverageRow> organizations
    ) =>
        Named(
            Municipality(municipality.Counts, organizations.Select(o => o.Counts)).Table,
            municipality,
            organizations
        );

    /// <summary>For the region's reader: the page of all municipalities.</summary>
    public static IReadOnlyDictionary<Guid, IReadOnlySet<TargetGroup>> OfRegion(
        CoverageRow region,
        IReadOnlyList<CoverageRow> municipalities
    ) =>
        AreLookedAt(municipalities)
            ? Named(Region(region, municipalities), region, municipalities)
            : Everything([region, .. municipalities]);

    /// <summary>For the region's reader: the page of one municipality, who has read the page of the region.</summary>
    public static IReadOnlyDictionary<Guid, IReadOnlySet<TargetGroup>> BelowRegion(
        CoverageRow region,
        IReadOnlyList<CoverageRow> municipalities,
        Guid municipalityId,
        IReadOnlyList<CoverageRow> organizations
    )
    {
        var place = municipalities.ToList().FindIndex(m => m.TenantId == municipalityId);
        var municipality = municipalities[place];
        return AreLookedAt(municipalities)
            ? Named(Below(Region(region, municipalities), place, organizations), municipality, organizations)
            : Everything([municipality, .. organizations]);
    }

    /// <summary>As long as one municipality has not said what it must hide, whatever another one shows may tell.</summary>
    private static bool AreLookedAt(IReadOnlyList<CoverageRow> municipalities) =>
        municipalities.All(m => m.Protected is not null);

    private static Dictionary<Guid, IReadOnlySet<TargetGroup>> Everything(IEnumerable<CoverageRow> rows) =>
        rows.ToDictionary(r => r.TenantId, r => sets[new CoverageCounts(r.Counts).Filled]);

    private static (CoverageTable Table, List<long[]> Known) Municipality(
        FigureCounts municipality,
        IEnumerable<FigureCounts> organizations
    )
    {
        var children = organizations.Select(Organization).ToList();
        var counts = new CoverageCounts(municipality);
        var (leeway, known) = Limited(counts, children.Select(c => c.Counts.Own.Of(c.Counts.Filled)));
        return (new CoverageTable(new CoverageTableRow(counts, leeway, counts.Small), children), known);
    }

    private static CoverageTable Region(CoverageRow region, IReadOnlyList<CoverageRow> municipalities)
    {
        var counts = new CoverageCounts(region.Counts);
        var children = municipalities.Select(m => InRegion(m)).ToList();
        var (leeway, _) = Limited(counts, children.Select(c => c.OpenAtMost));
        var table = new CoverageTable(new CoverageTableRow(counts, leeway, counts.Small), children);
        return children.Exists(c => c.LacksNeeds) ? HidingAll(counts, leeway, municipalities) : table;
    }

    /// <summary>
    /// Where not even everything hidden would leave open what some municipality's table counts on: groups overlap so
    /// that totals are met by chance. Then whatever can help does.
    /// </summary>
    private static CoverageTable HidingAll(
        CoverageCounts region,
        RowLeeway leeway,
        IReadOnlyList<CoverageRow> municipalities
    ) =>
        new(
            new CoverageTableRow(region, leeway, region.Filled),
            municipalities.Select(m => InRegion(m, hidesAll: true))
        );

    private static CoverageTable Below(CoverageTable region, int place, IReadOnlyList<CoverageRow> organizations)
    {
        var above = region.Children[place];
        var row = new CoverageTableRow(
            above.Counts,
            RowLeeway.Always(above.Open.And(region.OpenBeside(above))),
            above.Hidden
        )
        {
            Sensitive = 0,
            Needs = above.Open,
            MayHideMore = false,
        };
        return new CoverageTable(row, organizations.Select(o => Organization(o.Counts)));
    }

    private static CoverageTableRow Organization(FigureCounts figures)
    {
        var counts = new CoverageCounts(figures);
        return new CoverageTableRow(counts, counts.Own, counts.Small);
    }

    private static CoverageTableRow InRegion(CoverageRow municipality, bool hidesAll = false)
    {
        var counts = new CoverageCounts(municipality.Counts);
        var known = municipality.Protected!;
        var leeway =
            known.KnownSums.Count == 0
                ? counts.Own
                : counts.Own.Within(Leeway.Keeping(known.KnownSums.Select(n => (long)n).Chunk(Leeway.Groups)));
        var groups = counts.Small | SetOf(known.Groups) & counts.Filled;
        return new CoverageTableRow(counts, leeway, hidesAll ? counts.Filled : groups) { Needs = leeway.Of(groups) };
    }

    /// <summary>A row cannot be more open than the rows that add up to it are with everything hidden.</summary>
    private static (RowLeeway Leeway, List<long[]> Known) Limited(CoverageCounts counts, IEnumerable<Leeway> children)
    {
        var limit = Leeway.Sum(children);
        var own = counts.Own.Of(counts.Filled);
        if (limit.Covers(own))
            return (counts.Own, []);
        return (counts.Own.Within(limit), own.And(limit).Kept());
    }

    private static int SetOf(IEnumerable<TargetGroup> groups)
    {
        var named = groups.ToHashSet();
        return CoverageGroup.All.Select((g, place) => named.Contains(g.Group) ? 1 << place : 0).Sum();
    }

    private static Dictionary<Guid, IReadOnlySet<TargetGroup>> Named(
        CoverageTable table,
        CoverageRow parent,
        IReadOnlyList<CoverageRow> children
    )
    {
        var hidden = children.Zip(table.Children).ToDictionary(c => c.First.TenantId, c => sets[c.Second.Hidden]);
        hidden.Add(parent.TenantId, sets[table.Parent.Hidden]);
        return hidden;
    }
}
