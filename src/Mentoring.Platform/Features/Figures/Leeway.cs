namespace Mentoring.Platform.Features.Figures;

/// <summary>
/// By what the counts of a row could be others than they are without anything that is shown being another: a linear
/// space of changes with a coordinate for each target group. Exact, in whole numbers; in reduced form, so that the same
/// space is always written the same way.
/// </summary>
internal sealed class Leeway
{
    public const int Groups = 5;

    public static readonly Leeway None = new([]);

    private readonly IReadOnlyList<long[]> basis;

    private Leeway(IReadOnlyList<long[]> basis) => this.basis = basis;

    public int Dimension => basis.Count;

    public static Leeway Of(IEnumerable<long[]> changes)
    {
        var rows = new List<long[]>(Groups);
        foreach (var change in changes)
            Insert(rows, change);
        return rows.Count == 0 ? None : new Leeway(rows);
    }

    public static Leeway Sum(IEnumerable<Leeway> parts)
    {
        var rows = new List<long[]>(Groups);
        foreach (var part in parts)
        {
            foreach (var change in part.basis)
                Insert(rows, change);
            if (rows.Count == Groups)
                break;
        }
        return rows.Count == 0 ? None : new Leeway(rows);
    }

    /// <summary>All changes that leave these sums as they are.</summary>
    public static Leeway Keeping(IEnumerable<long[]> sums) => Of(Of(sums).Kept());

    /// <summary>Whether the sum could be another one.</summary>
    public bool Moves(long[] sum)
    {
        foreach (var change in basis)
        {
            if (Product(change, sum) != 0)
                return true;
        }
        return false;
    }

    public bool Covers(Leeway other) => other.basis.All(change => Reduced(basis, change) is null);

    public Leeway And(Leeway other)
    {
        if (Covers(other))
            return other;
        return other.Covers(this) ? this : Keeping(Kept().Concat(other.Kept()));
    }

    /// <summary>A basis of the sums that no change moves.</summary>
    public List<long[]> Kept()
    {
        var pivots = basis.Select(Pivot).ToList();
        var kept = new List<long[]>(Groups);
        for (var free = 0; free < Groups; free++)
        {
            if (pivots.Contains(free))
                continue;
            // The free coordinate is set, the others follow; all times what makes them whole.
            var times = basis.Aggregate(1L, (t, row) => Multiple(t, row[Pivot(row)]));
            var sum = new long[Groups];
            sum[free] = times;
            foreach (var row in basis)
                sum[Pivot(row)] = -row[free] * (times / row[Pivot(row)]);
            kept.Add(Shortened(sum));
        }
        return kept;
    }

    /// <summary>
    /// How a sum is told that this leeway would leave open and the others' does not: a sum that the others keep, and
    /// the remainder that this one keeps.
    /// </summary>
    public (long[] KeptByOthers, long[] Remainder) Split(long[] sum, Leeway others)
    {
        var equations = new List<long[]>(2 * Groups);
        foreach (var change in others.basis)
            Insert(equations, [.. change, 0]);
        foreach (var change in basis)
            Insert(equations, [.. change, Product(change, sum)]);
        var times = equations.Aggregate(1L, (t, row) => Multiple(t, row[Pivot(row)]));
        var kept = new long[Groups];
        foreach (var row in equations)
            kept[Pivot(row)] = row[Groups] * (times / row[Pivot(row)]);
        return (kept, [.. sum.Select((s, g) => s * times - kept[g])]);
    }

    private static void Insert(List<long[]> rows, long[] vector)
    {
        if (Reduced(rows, vector) is not { } row)
            return;
        var pivot = Pivot(row);
        for (var r = 0; r < rows.Count; r++)
            rows[r] = Cleared(rows[r], row, pivot);
        var place = rows.FindIndex(r => Pivot(r) > pivot);
        rows.Insert(place < 0 ? rows.Count : place, row);
    }

    /// <returns>Null where nothing is left.</returns>
    private static long[]? Reduced(IReadOnlyList<long[]> rows, long[] vector)
    {
        var left = vector;
        foreach (var row in rows)
            left = Cleared(left, row, Pivot(row));
        return Pivot(left) < 0 ? null : Shortened(left);
    }

    private static long[] Cleared(long[] vector, long[] by, int pivot)
    {
        if (vector[pivot] == 0)
            return vector;
        var cleared = new long[vector.Length];
        for (var i = 0; i < cleared.Length; i++)
            cleared[i] = vector[i] * by[pivot] - by[i] * vector[pivot];
        return Shortened(cleared);
    }

    /// <summary>The shortest in whole numbers, its first number above nothing.</summary>
    private static long[] Shortened(long[] vector)
    {
        var divisor = 0L;
        foreach (var number in vector)
            divisor = Divisor(divisor, Math.Abs(number));
        if (divisor == 0)
            return vector;
        if (vector[Pivot(vector)] < 0)
            divisor = -divisor;
        return divisor == 1 ? vector : Array.ConvertAll(vector, n => n / divisor);
    }

    private static int Pivot(long[] vector) => Array.FindIndex(vector, n => n != 0);

    private static long Product(long[] left, long[] right)
    {
        var product = 0L;
        for (var g = 0; g < Groups; g++)
            product += left[g] * right[g];
        return product;
    }

    private static long Multiple(long a, long b) => a / Divisor(a, b) * b;

    private static long Divisor(long a, long b) => b == 0 ? a : Divisor(b, a % b);
}
