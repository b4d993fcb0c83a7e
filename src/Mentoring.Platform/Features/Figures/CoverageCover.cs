namespace Mentoring.Platform.Features.Figures;

/// <summary>
/// Looks for each sensitive sum how people could be counted otherwise so that it would be another one and nothing shown
/// would: one is counted in this organization instead of in another, or more or less all the way up. Where that needs more
/// hidden counts, the fewest and smallest are hidden. docs/decisions/0011-figures.md says why this is enough.
/// </summary>
internal sealed class CoverageCover(CoverageNode region, IReadOnlyList<CoverageNode> organizations)
{
    private readonly ILookup<CoverageNode, CoverageNode> inMunicipality = organizations.ToLookup(o => o.Parent!);

    public void Hide(IEnumerable<CoverageNode> rows)
    {
        foreach (var row in rows)
        {
            for (var sum = 0; sum < CoverageCounts.Sums.Count; sum++)
            {
                if ((row.Counts.Sensitive >> sum & 1) == 1)
                    Cover(row, CoverageCounts.Sums[sum]);
            }
        }
    }

    /// <summary>
    /// Rather by somebody of the same municipality: then nothing is to be hidden above. Where nothing helps, the totals
    /// themselves tell.
    /// </summary>
    private void Cover(CoverageNode row, int[] sum)
    {
        var shifts = CoverageShift.All.Where(s => s.Of(sum) != 0).ToList();
        var best =
            Best(row, shifts, Near, cautious: true)
            ?? Best(row, shifts, Far, cautious: true)
            ?? Best(row, shifts, Near, cautious: false)
            ?? Best(row, shifts, Far, cautious: false);
        foreach (var (node, shift) in best?.Steps ?? [])
            node.Hidden |= shift.Changed;
    }

    private Exchange? Best(
        CoverageNode row,
        List<CoverageShift> shifts,
        Func<CoverageNode, CoverageNode, CoverageShift, IEnumerable<(CoverageNode? There, int Free)>> partners,
        bool cautious
    )
    {
        Exchange? best = null;
        foreach (var shift in shifts)
        foreach (var here in Inside(row))
        {
            if (!here.Counts.Allows(shift, cautious) || IsNoBetter(Exchange.CostOf(here, shift), best))
                continue;
            foreach (var (there, free) in partners(row, here, shift))
            {
                if (there is not null && !CanGive(there, shift.In(shift.Changed & ~free).Opposite, best, cautious))
                    continue;
                if (
                    Exchange.Of(here, there, shift, free, cautious) is not { } exchange
                    || IsNoBetter(exchange.Cost, best)
                )
                    continue;
                best = exchange;
                if (best.Cost.Cells == 0)
                    return best;
            }
        }
        return best;
    }

    private static bool CanGive(CoverageNode there, CoverageShift shift, Exchange? best, bool cautious) =>
        there.Counts.Allows(shift, cautious) && !IsNoBetter(Exchange.CostOf(there, shift), best);

    private static bool IsNoBetter(ExchangeCost cost, Exchange? best) =>
        best is not null && cost.CompareTo(best.Cost) >= 0;

    private IEnumerable<CoverageNode> Inside(CoverageNode row) =>
        row == region ? organizations
        : row.Parent == region ? inMunicipality[row]
        : [row];

    private IEnumerable<(CoverageNode?, int)> Near(CoverageNode row, CoverageNode here, CoverageShift shift) =>
        row == here
            ? from there in inMunicipality[here.Parent!]
            where there != here
            from free in FreeIn(shift)
            select ((CoverageNode?)there, free)
            : [];

    /// <summary>Nobody but those above, or somebody of another municipality.</summary>
    private IEnumerable<(CoverageNode?, int)> Far(CoverageNode row, CoverageNode here, CoverageShift shift) =>
        (
            from there in row == region ? [] : organizations
            where there.Parent != here.Parent
            from free in FreeIn(shift)
            select ((CoverageNode?)there, free)
        ).Prepend((null, shift.Changed));

    /// <summary>What the region does not show anyway needs no partner.</summary>
    private IEnumerable<int> FreeIn(CoverageShift shift) =>
        (shift.Changed & region.Hidden) is var hidden && hidden != 0 && hidden != shift.Changed ? [0, hidden] : [0];
}

/// <summary>How much more must be hidden: cells, those of a whole municipality or region counting for many, then people.</summary>
internal readonly record struct ExchangeCost(int Cells, int Persons) : IComparable<ExchangeCost>
{
    public static readonly ExchangeCost Unlimited = new(int.MaxValue, 0);

    public int CompareTo(ExchangeCost other) => (Cells, Persons).CompareTo((other.Cells, other.Persons));

    public ExchangeCost Plus(ExchangeCost other) => new(Cells + other.Cells, Persons + other.Persons);
}

/// <summary>People counted otherwise: what changes in which row.</summary>
internal sealed record Exchange(IReadOnlyList<(CoverageNode Node, CoverageShift Shift)> Steps, ExchangeCost Cost)
{
    /// <param name="there">Null where nobody takes part but those above.</param>
    /// <param name="free">Groups in which the region itself would count more or less.</param>
    /// <returns>Null if something that is known would not fit.</returns>
    public static Exchange? Of(CoverageNode here, CoverageNode? there, CoverageShift shift, int free, bool cautious)
    {
        var (up, over) = (shift.In(free), shift.In(shift.Changed & ~free));
        var (above, region) = (here.Parent!, here.Parent!.Parent!);
        List<(CoverageNode Node, CoverageShift Shift)> steps = [(here, shift)];
        if (there is not null)
            steps.Add((there, over.Opposite));
        if (there is null || there.Parent == above)
            steps.Add((above, up));
        else
            steps.AddRange([(above, shift), (there.Parent!, over.Opposite)]);
        steps.Add((region, up));
        if (
            !steps.TrueForAll(s => s.Node.Counts.Allows(s.Shift, cautious))
            || there is not null && !SizesFit(steps, here, there, over)
        )
            return null;
        return new Exchange(
            steps,
            steps.Aggregate(default(ExchangeCost), (cost, s) => cost.Plus(CostOf(s.Node, s.Shift)))
        );
    }

    public static ExchangeCost CostOf(CoverageNode node, CoverageShift shift)
    {
        var more = shift.Changed & ~node.Hidden;
        var weight =
            node.Parent is null ? 1_000
            : node.Parent.Parent is null ? 10
            : 1;
        return new ExchangeCost(weight * int.PopCount(more), node.Counts.Persons(more));
    }

    /// <summary>
    /// A group's size is hidden with its count and moves along. Where the one that is counted less has said none, nothing
    /// moves, and the others must have room.
    /// </summary>
    private static bool SizesFit(
        List<(CoverageNode Node, CoverageShift Shift)> steps,
        CoverageNode here,
        CoverageNode there,
        CoverageShift over
    )
    {
        for (var group = 0; group < CoverageShift.Groups; group++)
        {
            if (over.By[group] == 0 || (over.By[group] > 0 ? there : here).Counts.HasSize(group))
                continue;
            if (steps.Exists(s => s.Shift.By[group] > 0 && s.Node.Counts.IsFull(group)))
                return false;
        }
        return true;
    }
}
