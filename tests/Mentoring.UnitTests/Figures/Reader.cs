using Mentoring.Platform.Features.Figures;
using Mentoring.Platform.Features.Organizations;

namespace Mentoring.UnitTests.Figures;

/// <summary>A row that a reader has before him, with the row that it adds up into.</summary>
internal sealed record SeenRow(Guid Id, Guid? ParentId, FigureCounts Counts, IReadOnlySet<TargetGroup> Hidden)
{
    public IReadOnlyList<SeenRow> Below { get; init; } = [];

    /// <summary>Where a group can have but one to four, nothing tells its reader that it is not empty.</summary>
    public bool ZeroMayBeHidden(TargetGroup group) => Room(group) is > 0 and < 5;

    private int Room(TargetGroup group) =>
        Below.Count == 0 ? RoomOfTotals(group) : Below.Sum(b => b.ShowsNobody(group) ? 0 : b.Room(group));

    private bool ShowsNobody(TargetGroup group) => Tables.Count(Counts, group) == 0 && !ZeroMayBeHidden(group);

    private int RoomOfTotals(TargetGroup group) =>
        group switch
        {
            TargetGroup.StudentsFrom10To19 => Counts.Mentees,
            TargetGroup.EarlyCareerEducators => ShowsNobody(TargetGroup.Educators) ? 0 : Counts.Mentees,
            TargetGroup.StudentsFrom15To19 => Counts.Mentors,
            _ => Math.Min(Counts.Mentors + Counts.Mentees, Counts.Participants),
        };

    public IReadOnlySet<TargetGroup> Filled => Tables.Groups.Where(g => Tables.Count(Counts, g) > 0).ToHashSet();
}

/// <summary>All rows that one reader sees, on all pages together.</summary>
internal sealed record Reader(IReadOnlyList<SeenRow> Rows)
{
    /// <summary>The size of a group whose count is hidden is so too.</summary>
    public bool SizesAreHidden => true;

    public static readonly Guid RegionId = Tables.Id(99, 0);

    /// <summary>The region's reader, who opens every municipality, and each municipality's own.</summary>
    public static IEnumerable<Reader> Of(FigureCounts[][] municipalities) =>
        [OfRegion(municipalities), .. municipalities.Select((_, m) => OfMunicipality(municipalities, m))];

    public static Reader OfMunicipality(FigureCounts[][] municipalities, int at)
    {
        var parent = Tables.Id(at, 0);
        return new Reader([
            .. OfRegion(municipalities)
                .Rows.Where(r => r.Id == parent || r.ParentId == parent)
                .Select(r => r.Id == parent ? r with { ParentId = null } : r),
        ]);
    }

    public static Reader OfRegion(FigureCounts[][] municipalities)
    {
        var ids = municipalities.Select((_, m) => Tables.Id(m, 0)).ToList();
        List<CoverageRow> organizations =
        [
            .. municipalities.SelectMany(
                (m, at) => m.Select((o, place) => new CoverageRow(Tables.Id(at, place + 1), ids[at], o))
            ),
        ];
        var hidden = HiddenCounts.Of(RegionId, ids, organizations);
        SeenRow Seen(Guid id, Guid? parent, IEnumerable<FigureCounts> counts, IEnumerable<SeenRow> below) =>
            new(id, parent, FigureCounts.Sum(counts), hidden[id]) { Below = [.. below] };
        var bottom = organizations.Select(o => Seen(o.TenantId, o.ParentId, [o.Counts], [])).ToLookup(o => o.ParentId);
        var middle = ids.Select((id, at) => Seen(id, RegionId, municipalities[at], bottom[id])).ToList();
        return new Reader([
            Seen(RegionId, null, organizations.Select(o => o.Counts), middle),
            .. middle,
            .. middle.SelectMany(m => m.Below),
        ]);
    }

    /// <summary>One account with several memberships, or one system with several keys: what one page shows is not hidden.</summary>
    public Reader Joined(params IEnumerable<Reader> others)
    {
        var all = others.SelectMany(o => o.Rows).Concat(Rows).ToLookup(r => r.Id);
        return new Reader([
            .. all.Select(same =>
                same.First() with
                {
                    ParentId = same.Select(r => r.ParentId).FirstOrDefault(p => p is not null),
                    Hidden = same.Select(r => r.Hidden).Aggregate((a, b) => a.Intersect(b).ToHashSet()),
                }
            ),
        ]);
    }

    /// <summary>The same reader, if every count of anybody at all were hidden.</summary>
    public Reader ThatSeesNothing() =>
        new([.. Rows.Select(r => r with { Hidden = r.Filled.Union(r.Hidden).ToHashSet() })]);

    public IReadOnlySet<TargetGroup> HiddenIn(Guid id) => Rows.Single(r => r.Id == id).Hidden;
}
