using System.Collections.Concurrent;
using System.Numerics;

namespace Mentoring.Platform.Features.Figures;

/// <summary>What of a row stays open, for each of the 32 sets of groups that may be hidden in it.</summary>
internal sealed class RowLeeway
{
    private const int Sets = 1 << Leeway.Groups;

    private static readonly uint[] subsets = [.. AllSets.Select(s => Bits(t => (t & ~s) == 0))];
    private static readonly uint[] supersets = [.. AllSets.Select(s => Bits(t => (s & ~t) == 0))];
    private static readonly ConcurrentDictionary<int, RowLeeway> byKnownTotals = new();

    private readonly Leeway[] bySet;
    private readonly uint[] movingSensitive;

    private RowLeeway(IEnumerable<Leeway> bySet)
    {
        this.bySet = [.. bySet];
        movingSensitive = [.. CoverageCounts.Sums.Select(Moving)];
    }

    private static IEnumerable<int> AllSets => Enumerable.Range(0, Sets);

    /// <summary>A row in which no more and no less is open, whatever is hidden.</summary>
    public static RowLeeway Always(Leeway leeway) => new(AllSets.Select(_ => leeway));

    /// <summary>A row of which these sums are known: some of <see cref="CoverageCounts.Sums"/>.</summary>
    public static RowLeeway Keeping(IReadOnlyList<long[]> totals) =>
        byKnownTotals.GetOrAdd(
            totals.Sum(t => 1 << CoverageCounts.Sums.ToList().IndexOf(t)),
            _ => new RowLeeway(AllSets.Select(s => Leeway.Keeping(Shown(s).Concat(totals))))
        );

    public RowLeeway Within(Leeway limit) => new(bySet.Select(l => l.And(limit)));

    public Leeway Of(int hidden) => bySet[hidden];

    /// <returns>The sets, one bit for each, that must be hidden for the sum to stay open.</returns>
    public uint Moving(long[] sum) => Bits(s => bySet[s].Moves(sum));

    /// <inheritdoc cref="Moving(long[])"/>
    public uint MovingSensitive(int sum) => movingSensitive[sum];

    /// <returns>The cheapest of the sets that contain one and are contained in another; null if there is none.</returns>
    public static int? Cheapest(uint sets, int atLeast, int atMost, Func<int, (int Cells, int Persons)> cost)
    {
        int? best = null;
        for (var left = sets & Between(atLeast, atMost); left != 0; left &= left - 1)
        {
            var set = BitOperations.TrailingZeroCount(left);
            if (best is not { } other || cost(set).CompareTo(cost(other)) < 0)
                best = set;
        }
        return best;
    }

    public static uint Between(int atLeast, int atMost) => supersets[atLeast] & subsets[atMost];

    private static uint Bits(Func<int, bool> isIn) =>
        AllSets.Where(isIn).Aggregate(0u, (bits, set) => bits | 1u << set);

    private static IEnumerable<long[]> Shown(int hidden) =>
        Enumerable.Range(0, Leeway.Groups).Where(g => (hidden >> g & 1) == 0).Select(g => CoverageCounts.Sums[g]);
}
