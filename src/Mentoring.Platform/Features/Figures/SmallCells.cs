namespace Mentoring.Platform.Features.Figures;

/// <summary>What a number of a table is.</summary>
public enum CellKind
{
    /// <summary>The count of a group: shown, unless it is small or would give a small one away.</summary>
    Group,

    /// <summary>An organization's own total: always shown.</summary>
    Total,

    /// <summary>What groups leave of a total: never shown, but may follow from what is.</summary>
    Rest,
}

/// <param name="Height">How far above the ground the cell is: 0 for an organization, more for sums of others.</param>
public sealed record TableCell(int Value, CellKind Kind, int Height = 0);

/// <summary>Cells that add up to another one; by their places in the list of cells.</summary>
public sealed record TableSum(int Total, IReadOnlyList<int> Parts);

/// <summary>
/// Hides counts of one to four people, and so many others that none of these follows from what is shown by adding and
/// subtracting. Pure: the same table is always shown the same way.
/// </summary>
public static class SmallCells
{
    /// <summary>A count from here on tells nothing about single people.</summary>
    public const int Least = 5;

    public static bool IsSmall(int count) => count is > 0 and < Least;

    /// <returns>The places of the cells that are not shown.</returns>
    public static IReadOnlySet<int> Hide(IReadOnlyList<TableCell> cells, IReadOnlyList<TableSum> sums)
    {
        var table = new HidingTable(cells, sums);
        while (table.HideForExposed()) { }
        return table.Hidden;
    }
}

/// <summary>A table while it is decided what of it is shown.</summary>
internal sealed class HidingTable
{
    private readonly IReadOnlyList<TableCell> cells;
    private readonly IReadOnlyList<TableSum> sums;
    private readonly List<int>[] sumsOf;
    private readonly int top;

    public HidingTable(IReadOnlyList<TableCell> cells, IReadOnlyList<TableSum> sums)
    {
        this.cells = cells;
        this.sums = sums;
        top = cells.Select(c => c.Height).DefaultIfEmpty().Max();
        sumsOf = [.. cells.Select(_ => new List<int>())];
        for (var s = 0; s < sums.Count; s++)
        {
            foreach (var cell in CellsOf(sums[s]))
                sumsOf[cell].Add(s);
        }
        for (var c = 0; c < cells.Count; c++)
        {
            if (cells[c].Kind == CellKind.Group && SmallCells.IsSmall(cells[c].Value))
                Hidden.Add(c);
        }
    }

    public HashSet<int> Hidden { get; } = [];

    /// <summary>Hides one cell more for each small one that can be worked out. False when there is nothing to do.</summary>
    public bool HideForExposed()
    {
        var known = KnownCells.Of(cells, sums, Hidden);
        var touched = new HashSet<int>();
        var progress = false;
        foreach (var cell in Enumerable.Range(0, cells.Count).Where(c => known.Contains(c) && IsSensitive(c)))
        {
            // What was hidden a moment ago for a cell that hangs together with this one may do for both.
            if (touched.Contains(cell) || Partner(cell, touched) is not { } partner)
                continue;
            Hidden.Add(partner);
            progress = true;
        }
        return progress;
    }

    /// <summary>A rest that is its whole total tells no more than the total does.</summary>
    private bool IsSensitive(int cell) =>
        SmallCells.IsSmall(cells[cell].Value)
        && cells[cell].Kind switch
        {
            CellKind.Group => true,
            CellKind.Rest => sumsOf[cell].Exists(s => sums[s].Parts.Any(p => p != cell && cells[p].Value != 0)),
            _ => false,
        };

    /// <summary>The cheapest cell to hide among those that keep this one uncertain: rather a part than the whole.</summary>
    private int? Partner(int cell, HashSet<int> touched)
    {
        var seen = new HashSet<int> { cell };
        var candidates = new List<(int Cell, int Distance)>();
        var ring = new List<int> { cell };
        for (var distance = 1; ring.Count > 0; distance++)
        {
            var next = ring.SelectMany(c => sumsOf[c].Where(s => Tells(s, c)))
                .SelectMany(s => CellsOf(sums[s]))
                .Where(c => cells[c].Kind == CellKind.Group && seen.Add(c))
                .ToList();
            candidates.AddRange(next.Where(c => !Hidden.Contains(c)).Select(c => (c, distance)));
            ring = [.. next.Where(Hidden.Contains)];
        }
        touched.UnionWith(seen);
        return candidates.Count == 0 ? null : candidates.MinBy(c => Cost(c.Cell, c.Distance)).Cell;
    }

    private (bool, int, bool, int, int, int) Cost(int cell, int distance)
    {
        var (value, height) = (cells[cell].Value, cells[cell].Height);
        // A nothing that follows from a shown total is no cover as long as the total is shown.
        return IsForced(cell)
            ? (true, -height, false, distance, value, cell)
            : (false, value == 0 ? 1 : 0, height == top, distance, value, cell);
    }

    private bool IsForced(int cell) =>
        cells[cell].Value == 0
        && sumsOf[cell].Exists(s => sums[s].Total != cell && !Hidden.Contains(sums[s].Total) && IsSpent(sums[s]));

    private bool IsSpent(TableSum sum) =>
        sum.Parts.Where(p => !Hidden.Contains(p)).Sum(p => cells[p].Value) == cells[sum.Total].Value;

    /// <summary>A sum with a rest tells nothing of its other cells: hiding more of them would not help.</summary>
    private bool Tells(int sum, int cell) => sums[sum].Parts.All(p => p == cell || cells[p].Kind != CellKind.Rest);

    private static IEnumerable<int> CellsOf(TableSum sum) => sum.Parts.Append(sum.Total);
}
