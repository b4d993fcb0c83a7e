namespace Mentoring.Platform.Features.Figures;

/// <summary>One person more, or one less, in some of a row's five groups. Sets of groups are bits, as everywhere.</summary>
internal sealed record CoverageShift(int Number, int[] By)
{
    public const int Groups = 5;

    private const int Kinds = 3 * 3 * 3 * 3 * 3;

    private static readonly CoverageShift[] byNumber = [.. Enumerable.Range(0, Kinds).Select(Numbered)];

    /// <summary>By set of groups: the number of the shift that is the same in these and none in others.</summary>
    private static readonly int[][] parts =
    [
        .. byNumber.Select(s => Enumerable.Range(0, 1 << Groups).Select(set => NumberOf(s.By, set)).ToArray()),
    ];

    public static readonly CoverageShift None = byNumber[Kinds / 2];

    /// <summary>Those of few groups first.</summary>
    public static readonly IReadOnlyList<CoverageShift> All =
    [
        .. byNumber.Where(s => s != None).OrderBy(s => int.PopCount(s.Changed)),
    ];

    public static int Count => Kinds;

    /// <summary>The groups in which somebody comes or goes.</summary>
    public int Changed { get; } = Bits(By, n => n != 0);

    public CoverageShift Opposite => byNumber[Kinds - 1 - Number];

    public CoverageShift In(int groups) => byNumber[parts[Number][groups]];

    /// <summary>By what a sum of groups changes.</summary>
    public int Of(IReadOnlyList<int> sum)
    {
        var by = 0;
        for (var g = 0; g < Groups; g++)
            by += sum[g] * By[g];
        return by;
    }

    private static CoverageShift Numbered(int number)
    {
        var by = new int[Groups];
        var rest = number;
        for (var g = 0; g < Groups; g++, rest /= 3)
            by[g] = rest % 3 - 1;
        return new CoverageShift(number, by);
    }

    private static int NumberOf(int[] by, int groups) =>
        by.Select((n, g) => (groups >> g & 1) * n).Reverse().Aggregate(0, (number, n) => number * 3 + n + 1);

    private static int Bits(int[] by, Func<int, bool> isIn) => by.Select((n, g) => isIn(n) ? 1 << g : 0).Sum();
}
