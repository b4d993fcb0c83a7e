using Mentoring.Platform.Features.Organizations;

namespace Mentoring.Platform.Features.Figures;

/// <summary>A row of what is shown: a tenant with its figures, and the row that it adds up into.</summary>
/// <param name="ParentId">Null for the table's total.</param>
public sealed record CoverageRow(Guid TenantId, Guid? ParentId, FigureCounts Counts);

/// <summary>
/// Says which counts by target group may be shown, for all rows that the same reader sees, whether on one page or on
/// several: what one page hides another one must not give away.
/// </summary>
public static class CoverageTable
{
    private static readonly IReadOnlySet<TargetGroup> Nothing = new HashSet<TargetGroup>();

    /// <returns>The hidden groups by tenant.</returns>
    public static IReadOnlyDictionary<Guid, IReadOnlySet<TargetGroup>> Hidden(IReadOnlyList<CoverageRow> rows)
    {
        var table = new Cells();
        var heights = Heights(rows);
        foreach (var row in rows)
            table.AddRow(row, heights[row.TenantId]);
        foreach (var children in rows.Where(r => r.ParentId is not null).ToLookup(r => r.ParentId!.Value))
            table.AddColumns(children.Key, [.. children.Select(c => c.TenantId)]);
        var hidden = SmallCells.Hide(table.All, table.Sums);
        return rows.ToDictionary(r => r.TenantId, r => (IReadOnlySet<TargetGroup>)table.GroupsOf(r.TenantId, hidden));
    }

    public static IReadOnlySet<TargetGroup> Of(
        this IReadOnlyDictionary<Guid, IReadOnlySet<TargetGroup>> hidden,
        Guid tenantId
    ) => hidden.GetValueOrDefault(tenantId, Nothing);

    private static Dictionary<Guid, int> Heights(IReadOnlyList<CoverageRow> rows)
    {
        var children = rows.ToLookup(r => r.ParentId);
        var heights = new Dictionary<Guid, int>();
        int Measure(CoverageRow row) =>
            heights[row.TenantId] = children[row.TenantId].Select(c => Measure(c) + 1).DefaultIfEmpty().Max();
        foreach (var row in children[null])
            Measure(row);
        return heights;
    }

    private sealed class Cells
    {
        private readonly Dictionary<(Guid, TargetGroup), int> groups = [];

        public List<TableCell> All { get; } = [];

        public List<TableSum> Sums { get; } = [];

        public HashSet<TargetGroup> GroupsOf(Guid tenant, IReadOnlySet<int> hidden) =>
            CoverageGroup.All.Select(g => g.Group).Where(g => hidden.Contains(groups[(tenant, g)])).ToHashSet();

        /// <summary>The totals of a row are exact, so groups and what they leave of a total give each other away.</summary>
        public void AddRow(CoverageRow row, int height)
        {
            foreach (var group in CoverageGroup.All)
                groups[(row.TenantId, group.Group)] = Add(group.Count(row.Counts), CellKind.Group, height);
            int Group(TargetGroup group) => groups[(row.TenantId, group)];
            var (studentMentees, studentMentors) = (
                Group(TargetGroup.StudentsFrom10To19),
                Group(TargetGroup.StudentsFrom15To19)
            );
            var (educators, beginners) = (Group(TargetGroup.Educators), Group(TargetGroup.EarlyCareerEducators));
            var participants = Add(row.Counts.Participants, CellKind.Total);
            var mentors = Add(row.Counts.Mentors, CellKind.Total);
            var mentees = Add(row.Counts.Mentees, CellKind.Total);

            AddPartition(participants, studentMentees, studentMentors, educators, Group(TargetGroup.Parents));
            AddPartition(mentees, studentMentees, beginners);
            AddSum(mentees, studentMentees);
            AddSum(mentees, beginners);
            AddSum(mentors, studentMentors);
            AddSum(educators, beginners);
        }

        public void AddColumns(Guid parent, IReadOnlyList<Guid> children)
        {
            foreach (var group in CoverageGroup.All.Select(g => g.Group))
                Sums.Add(new TableSum(groups[(parent, group)], [.. children.Select(c => groups[(c, group)])]));
        }

        /// <summary>Where the groups make up the whole total, a reader may guess that they do: nothing is left over.</summary>
        private void AddPartition(int total, params int[] parts)
        {
            if (Rest(total, parts) == 0)
                Sums.Add(new TableSum(total, parts));
            else
                AddSum(total, parts);
        }

        private void AddSum(int total, params int[] parts) =>
            Sums.Add(new TableSum(total, [.. parts, Add(Rest(total, parts), CellKind.Rest)]));

        private int Rest(int total, int[] parts) => All[total].Value - parts.Sum(p => All[p].Value);

        private int Add(int value, CellKind kind, int height = 0)
        {
            All.Add(new TableCell(value, kind, height));
            return All.Count - 1;
        }
    }
}
