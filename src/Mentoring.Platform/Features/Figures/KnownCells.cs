namespace Mentoring.Platform.Features.Figures;

/// <summary>What anybody can work out from the cells that are shown and from how they add up.</summary>
internal static class KnownCells
{
    /// <returns>The places of the cells not shown whose value is the only one that fits.</returns>
    public static HashSet<int> Of(
        IReadOnlyList<TableCell> cells,
        IReadOnlyList<TableSum> sums,
        IReadOnlySet<int> hidden
    )
    {
        var known = new HashSet<int>();
        bool IsOpen(int cell) => (hidden.Contains(cell) || cells[cell].Kind == CellKind.Rest) && !known.Contains(cell);

        int before;
        do
        {
            before = known.Count;
            foreach (var sum in sums)
                AddZeros(cells, sum, IsOpen, known);
            AddSolved(cells, sums, IsOpen, known);
        } while (known.Count > before);
        return known;
    }

    /// <summary>Where nothing is left of a total, each of its remaining parts is nothing.</summary>
    private static void AddZeros(
        IReadOnlyList<TableCell> cells,
        TableSum sum,
        Func<int, bool> isOpen,
        HashSet<int> known
    )
    {
        // Groups that overlap leave less than nothing; then one part says nothing about the others.
        if (isOpen(sum.Total) || sum.Parts.Any(p => cells[p].Value < 0))
            return;
        var left = cells[sum.Total].Value - sum.Parts.Where(p => !isOpen(p)).Sum(p => cells[p].Value);
        if (left == 0)
            known.UnionWith(sum.Parts.Where(isOpen).ToList());
    }

    private static void AddSolved(
        IReadOnlyList<TableCell> cells,
        IReadOnlyList<TableSum> sums,
        Func<int, bool> isOpen,
        HashSet<int> known
    )
    {
        var solution = new Elimination();
        var rests = new List<(int Cell, Dictionary<int, long> Others)>();
        foreach (var sum in sums)
        {
            var open = new Dictionary<int, long>();
            foreach (var part in sum.Parts.Where(isOpen))
                open[part] = 1;
            if (isOpen(sum.Total))
                open[sum.Total] = Elimination.MinusOne;
            var rest = sum.Parts.FirstOrDefault(p => cells[p].Kind == CellKind.Rest && isOpen(p), -1);
            // A rest stands in one sum only: that sum can tell the rest, and nothing of the other cells.
            if (rest >= 0 && open.Remove(rest))
                rests.Add((rest, open));
            else
                solution.Add(open);
        }
        var solved = solution.Solved.Concat(rests.Where(r => solution.Follows(r.Others)).Select(r => r.Cell)).ToList();
        known.UnionWith(solved);
    }
}

/// <summary>
/// Linear equations by their coefficients alone: which unknowns have one solution does not depend on the constants.
/// Counted modulo a prime, which is exact for sums whose coefficients are ones.
/// </summary>
internal sealed class Elimination
{
    private const long Prime = 2_147_483_647;
    public const long MinusOne = Prime - 1;

    /// <summary>Each equation by an unknown that no other equation has.</summary>
    private readonly Dictionary<int, Dictionary<int, long>> byPivot = [];

    public IEnumerable<int> Solved => byPivot.Where(row => row.Value.Count == 1).Select(row => row.Key);

    public void Add(Dictionary<int, long> equation)
    {
        var row = Reduced(equation);
        if (row.Count == 0)
            return;
        var (pivot, factor) = row.First();
        Scale(row, Inverse(factor));
        foreach (var other in byPivot.Values)
        {
            if (other.TryGetValue(pivot, out var times))
                Subtract(other, row, times);
        }
        byPivot.Add(pivot, row);
    }

    /// <summary>Whether this sum of unknowns has one value only.</summary>
    public bool Follows(Dictionary<int, long> sum) => Reduced(sum).Count == 0;

    private Dictionary<int, long> Reduced(Dictionary<int, long> equation)
    {
        var row = new Dictionary<int, long>(equation);
        foreach (var (unknown, times) in equation)
        {
            if (byPivot.TryGetValue(unknown, out var known))
                Subtract(row, known, times);
        }
        return row;
    }

    private static void Subtract(Dictionary<int, long> from, Dictionary<int, long> row, long times)
    {
        foreach (var (unknown, factor) in row)
        {
            var value = (from.GetValueOrDefault(unknown) + (Prime - times) * factor) % Prime;
            if (value == 0)
                from.Remove(unknown);
            else
                from[unknown] = value;
        }
    }

    private static void Scale(Dictionary<int, long> row, long by)
    {
        foreach (var unknown in row.Keys.ToList())
            row[unknown] = row[unknown] * by % Prime;
    }

    private static long Inverse(long value)
    {
        long result = 1;
        for (var (power, factor) = (Prime - 2, value); power > 0; power >>= 1, factor = factor * factor % Prime)
        {
            if ((power & 1) == 1)
                result = result * factor % Prime;
        }
        return result;
    }
}
