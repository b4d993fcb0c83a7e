using Mentoring.Platform.Features.Figures;
using Mentoring.Platform.Features.Organizations;

namespace Mentoring.UnitTests.Figures;

/// <summary>A row that a reader has before him, with the row that it adds up into.</summary>
internal sealed record SeenRow(Guid Id, Guid? ParentId, FigureCounts Counts, IReadOnlySet<TargetGroup> Hidden)
{
    public IReadOnlySet<TargetGroup> Filled => Tables.Groups.Where(g => Tables.Count(Counts, g) > 0).ToHashSet();
}

/// <summary>All rows that one reader sees, on all pages together.</summary>
internal sealed record Reader(IReadOnlyList<SeenRow> Rows)
{
    public static readonly Guid RegionId = Tables.Id(99, 0);

    /// <summary>The region's reader, who opens every municipality, and each municipality's own.</summary>
    public static IEnumerable<Reader> Of(FigureCounts[][] municipalities) =>
        [OfRegion(municipalities), .. municipalities.Select((_, m) => OfMunicipality(municipalities, m))];

    public static Reader OfMunicipality(FigureCounts[][] municipalities, int at)
    {
        var (municipality, organizations) = (Row(municipalities, at), Organizations(municipalities, at));
        var hidden = HiddenCounts.OfMunicipality(municipality, organizations);
        return new Reader([
            Seen(municipality, null, hidden),
            .. organizations.Select(o => Seen(o, municipality.TenantId, hidden)),
        ]);
    }

    public static Reader OfRegion(FigureCounts[][] municipalities)
    {
        var rows = municipalities.Select((_, m) => Row(municipalities, m)).ToList();
        var region = new CoverageRow(
            RegionId,
            FigureCounts.Sum(municipalities.SelectMany(m => m)),
            ProtectedCounts.None
        );
        var above = HiddenCounts.OfRegion(region, rows);
        var seen = new List<SeenRow> { Seen(region, null, above) };
        for (var m = 0; m < rows.Count; m++)
        {
            var organizations = Organizations(municipalities, m);
            var below = HiddenCounts.BelowRegion(region, rows, rows[m].TenantId, organizations);
            below[rows[m].TenantId].ShouldBe(above[rows[m].TenantId], "both pages show the municipality the same way");
            seen.Add(Seen(rows[m], RegionId, above));
            seen.AddRange(organizations.Select(o => Seen(o, rows[m].TenantId, below)));
        }
        return new Reader(seen);
    }

    /// <summary>The same reader, if every count of anybody at all were hidden.</summary>
    public Reader ThatSeesNothing() => new([.. Rows.Select(r => r with { Hidden = r.Filled })]);

    public IReadOnlySet<TargetGroup> HiddenIn(Guid id) => Rows.Single(r => r.Id == id).Hidden;

    private static CoverageRow Row(FigureCounts[][] municipalities, int at)
    {
        var sum = FigureCounts.Sum(municipalities[at]);
        return new CoverageRow(Tables.Id(at, 0), sum, HiddenCounts.ProtectedIn(sum, municipalities[at]));
    }

    private static List<CoverageRow> Organizations(FigureCounts[][] municipalities, int at) =>
        [
            .. municipalities[at]
                .Select((o, place) => new CoverageRow(Tables.Id(at, place + 1), o, ProtectedCounts.None)),
        ];

    private static SeenRow Seen(
        CoverageRow row,
        Guid? parent,
        IReadOnlyDictionary<Guid, IReadOnlySet<TargetGroup>> all
    ) => new(row.TenantId, parent, row.Counts, all[row.TenantId]);
}
