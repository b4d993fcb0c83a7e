using System.Numerics;

namespace Mentoring.Platform.Features.Figures;

/// <summary>A row while it is decided what of it is hidden.</summary>
/// <param name="leeway">What stays open of the row, by what is hidden.</param>
/// <param name="atLeast">Groups that are hidden in any case.</param>
internal sealed class CoverageTableRow(CoverageCounts counts, RowLeeway leeway, int atLeast)
{
    public CoverageCounts Counts { get; } = counts;

    /// <summary>Sums that must stay open; those that cannot are taken out.</summary>
    public int Sensitive { get; set; } = counts.Sensitive;

    /// <summary>What the other rows must leave open of this one beside its sensitive sums.</summary>
    public Leeway Needs { get; init; } = Leeway.None;

    /// <summary>The other rows cannot leave open what this one needs, whatever is hidden.</summary>
    public bool LacksNeeds { get; set; }

    /// <summary>False where it was decided elsewhere what is hidden.</summary>
    public bool MayHideMore { get; init; } = true;

    public int Hidden { get; private set; } = atLeast;

    public Leeway Open => leeway.Of(Hidden);

    /// <summary>With everything hidden.</summary>
    public Leeway OpenAtMost => leeway.Of(Counts.Filled);

    public void Hide(int groups) => Hidden = groups;

    /// <summary>Hides what the row itself would give away.</summary>
    public void HideByItself()
    {
        if (Sensitive == 0)
            return;
        var sets = uint.MaxValue;
        for (var sum = 0; sum < CoverageCounts.Sums.Count; sum++)
        {
            if ((Sensitive >> sum & 1) == 0)
                continue;
            // What hides a sum still hides it beside other hidden groups, so those that can be hidden can be together.
            var moving = leeway.MovingSensitive(sum) & RowLeeway.Between(Hidden, Counts.Filled);
            if (moving == 0)
                Sensitive &= ~(1 << sum);
            else
                sets &= moving;
        }
        Hidden = RowLeeway.Cheapest(sets, Hidden, Counts.Filled, CostOf) ?? Hidden;
    }

    public (int Cells, int Persons) CostOf(int groups) =>
        (BitOperations.PopCount((uint)(groups & ~Hidden)), Counts.Persons(groups & ~Hidden));

    /// <returns>The cheapest set of groups, of those hidden and more, with which the sum is open.</returns>
    public int? CheapestFor(long[] sum, Dictionary<RowLeeway, uint> moving)
    {
        if (!MayHideMore || Hidden == Counts.Filled)
            return null;
        if (!moving.TryGetValue(leeway, out var sets))
            moving.Add(leeway, sets = leeway.Moving(sum));
        return RowLeeway.Cheapest(sets, Hidden, Counts.Filled, CostOf);
    }
}

/// <summary>
/// A row and those that add up to it. Whatever the counts of a row could be instead, the other rows must be able to
/// balance it, column by column: then no adding and subtracting tells. docs/decisions/0011-figures.md says why.
/// </summary>
internal sealed class CoverageTable
{
    /// <summary>The children first, the parent last.</summary>
    private readonly List<CoverageTableRow> rows;
    private readonly Dictionary<Leeway, int> open = [];

    public CoverageTable(CoverageTableRow parent, IEnumerable<CoverageTableRow> children)
    {
        rows = [.. children, parent];
        foreach (var row in rows)
        {
            row.HideByItself();
            Count(row.Open, 1);
        }
        while (FirstGap() is { } gap)
        {
            Steps++;
            Close(gap);
        }
    }

    public CoverageTableRow Parent => rows[^1];

    public IReadOnlyList<CoverageTableRow> Children => rows[..^1];

    /// <summary>How often something was hidden in one row for the sake of another.</summary>
    public int Steps { get; private set; }

    /// <summary>What the other rows leave open of this one.</summary>
    public Leeway OpenBeside(CoverageTableRow row) =>
        Leeway.Sum(open.Where(o => o.Value > 1 || o.Key != row.Open).Select(o => o.Key));

    /// <param name="Told">What the other rows tell of the row.</param>
    /// <param name="Sum">Which of the sensitive sums follows; null where it is what the row needs.</param>
    /// <param name="Remainder">What must stay open in the row itself, if the others cannot help.</param>
    private sealed record Gap(CoverageTableRow Row, long[] Told, int? Sum, long[] Remainder);

    private Gap? FirstGap()
    {
        foreach (var row in Decisive())
        {
            var others = OpenBeside(row);
            for (var sum = 0; sum < CoverageCounts.Sums.Count; sum++)
            {
                if ((row.Sensitive >> sum & 1) == 0 || row.Open.And(others).Moves(CoverageCounts.Sums[sum]))
                    continue;
                var (told, remainder) = row.Open.Split(CoverageCounts.Sums[sum], others);
                return new Gap(row, told, sum, remainder);
            }
            if (!row.LacksNeeds && others.Kept().Find(row.Needs.Moves) is { } missing)
                return new Gap(row, missing, null, []);
        }
        return null;
    }

    /// <summary>
    /// The few rows without which less would stay open; to all others the rest leaves open whatever they leave open
    /// themselves. At most one for each dimension, and the parent, whose needs may be more than what it leaves open.
    /// </summary>
    private List<CoverageTableRow> Decisive()
    {
        var decisive = new List<CoverageTableRow>();
        var known = Leeway.Sum(open.Where(o => o.Value > 1).Select(o => o.Key));
        foreach (var row in rows)
        {
            var isParent = row == Parent;
            var adds = known.Dimension < Leeway.Groups && open[row.Open] == 1 && !known.Covers(row.Open);
            if (adds)
                known = Leeway.Sum([known, row.Open]);
            if (adds || isParent)
                decisive.Add(row);
        }
        return decisive;
    }

    /// <summary>Rather a part than the whole, rather another row than the same, rather few and small counts.</summary>
    private void Close(Gap gap)
    {
        var moving = new Dictionary<RowLeeway, uint>();
        var cheapest = rows[..^1]
            .Where(r => r != gap.Row)
            .Select(r => (Row: r, Groups: r.CheapestFor(gap.Told, moving)))
            .Where(c => c.Groups is not null)
            .DefaultIfEmpty()
            .MinBy(c => c.Row?.CostOf(c.Groups!.Value) ?? default);
        if (cheapest.Groups is { } inChild)
            Hide(cheapest.Row, inChild);
        else if (gap.Row != Parent && Parent.CheapestFor(gap.Told, moving) is { } inParent)
            Hide(Parent, inParent);
        else if (gap.Sum is null)
            gap.Row.LacksNeeds = true;
        else if (gap.Row.CheapestFor(gap.Remainder, []) is { } inItself)
            Hide(gap.Row, inItself);
        else
            gap.Row.Sensitive &= ~(1 << gap.Sum.Value);
    }

    private void Hide(CoverageTableRow row, int groups)
    {
        Count(row.Open, -1);
        row.Hide(groups);
        Count(row.Open, 1);
    }

    private void Count(Leeway leeway, int change)
    {
        var count = open.GetValueOrDefault(leeway) + change;
        if (count == 0)
            open.Remove(leeway);
        else
            open[leeway] = count;
    }
}
