using Mentoring.Platform.Features.Organizations;

namespace Mentoring.Platform.Features.Figures;

/// <summary>A tenant below a region with its figures, and where they add up.</summary>
public sealed record CoverageRow(Guid TenantId, Guid ParentId, FigureCounts Counts);

/// <summary>
/// Says which counts by target group nobody above an organization is shown, so that no small one follows from all that
/// can be seen on all pages. Pure: the same figures are always shown the same way, to everybody.
/// docs/decisions/0011-figures.md says the rule and why it holds.
/// </summary>
public static class HiddenCounts
{
    private static readonly IReadOnlySet<TargetGroup>[] sets =
    [
        .. Enumerable
            .Range(0, 1 << CoverageShift.Groups)
            .Select(set => CoverageGroup.All.Where((_, g) => (set >> g & 1) == 1).Select(g => g.Group).ToHashSet()),
    ];

    public static readonly IReadOnlySet<TargetGroup> Everything = sets[^1];

    /// <summary>Whatever stands beside it.</summary>
    public static IReadOnlySet<TargetGroup> AlwaysIn(FigureCounts counts) =>
        sets[new CoverageCounts(counts).AlwaysHidden];

    /// <returns>By tenant: the region, its municipalities and their organizations.</returns>
    public static IReadOnlyDictionary<Guid, IReadOnlySet<TargetGroup>> Of(
        Guid region,
        IReadOnlyCollection<Guid> municipalities,
        IReadOnlyCollection<CoverageRow> organizations
    )
    {
        var below = organizations.OrderBy(o => o.TenantId).ToLookup(o => o.ParentId);
        var leaves = new List<CoverageNode>();
        var middle = new List<CoverageNode>();
        foreach (var municipality in municipalities.Order())
        {
            var children = below[municipality].Select(o => new CoverageNode(o.TenantId, new(o.Counts))).ToList();
            middle.Add(Above(municipality, children, below[municipality]));
            leaves.AddRange(children);
        }
        var top = Above(region, middle, organizations);
        new CoverageCover(top, leaves).Hide([.. leaves, .. middle, top]);
        return leaves.Concat(middle).Append(top).ToDictionary(n => n.Id, n => sets[n.Hidden]);
    }

    private static CoverageNode Above(Guid tenant, List<CoverageNode> children, IEnumerable<CoverageRow> organizations)
    {
        var room = new int[CoverageShift.Groups];
        foreach (var child in children)
        foreach (var (group, people) in child.Counts.RoomSeen.Index())
            room[group] += people;
        var node = new CoverageNode(
            tenant,
            new CoverageCounts(FigureCounts.Sum(organizations.Select(o => o.Counts)), room)
        );
        foreach (var child in children)
            child.Parent = node;
        return node;
    }
}

/// <summary>A row while it is decided what of it is hidden.</summary>
internal sealed class CoverageNode(Guid id, CoverageCounts counts)
{
    public Guid Id { get; } = id;
    public CoverageNode? Parent { get; set; }
    public CoverageCounts Counts { get; } = counts;
    public int Hidden { get; set; } = counts.AlwaysHidden;
}
