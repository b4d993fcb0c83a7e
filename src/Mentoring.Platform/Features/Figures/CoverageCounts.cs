namespace Mentoring.Platform.Features.Figures;

/// <summary>
/// The five counts by target group of one row and what follows from them alone: which are hidden in any case, which sums
/// of them must not become known, and what else the counts could be as far as the row's exact totals tell. Sets of groups
/// are bits, in the order of CoverageGroup.
/// </summary>
internal sealed class CoverageCounts
{
    /// <summary>A count from here on tells nothing about single people.</summary>
    public const int Least = 5;

    /// <summary>Every sum of groups that may be sensitive: each group, educators who are no beginners, parts of totals.</summary>
    public static readonly IReadOnlyList<int[]> Sums =
    [
        [1, 0, 0, 0, 0],
        [0, 1, 0, 0, 0],
        [0, 0, 1, 0, 0],
        [0, 0, 0, 1, 0],
        [0, 0, 0, 0, 1],
        [0, 0, 1, -1, 0],
        [1, 1, 1, 0, 1],
        [1, 0, 0, 1, 0],
    ];

    private const int OfParticipants = 6;
    private const int OfMentees = 7;

    private readonly FigureCounts figures;
    private readonly int[] sizes;
    private readonly Lazy<bool[]> allowed;
    private readonly Lazy<bool[]> unguessed;

    /// <param name="room">How many each group could have at most; as the row's totals say, if nothing else does.</param>
    public CoverageCounts(FigureCounts figures, IReadOnlyList<int>? room = null)
    {
        this.figures = figures;
        Values = [.. CoverageGroup.All.Select(g => g.Count(figures))];
        sizes = [.. CoverageGroup.All.Select(g => g.Total(figures))];
        Room = room ?? [.. CoverageGroup.All.Select(g => g.AtMost(figures))];
        allowed = new Lazy<bool[]>(() => Table(IsAllowed));
        unguessed = new Lazy<bool[]>(() => Table(LeavesGuesses));
        for (var group = 0; group < CoverageShift.Groups; group++)
        {
            Filled |= Values[group] > 0 ? 1 << group : 0;
            AlwaysHidden |= IsSmall(Values[group]) || HasFew(group) ? 1 << group : 0;
            Sensitive |= IsSmall(Values[group]) ? 1 << group : 0;
        }
        // What a group leaves of an exact total is small: then the group gives it away. Nothing is given away by a
        // group of nobody, whose rest is the total itself.
        MindRest(0, figures.Mentees, Values[0]);
        MindRest(1, figures.Mentors, Values[1]);
        MindRest(3, figures.Mentees, Values[3]);
        MindRest(5, Values[2], Values[3]);
        MindRest(OfParticipants, figures.Participants, Total(Sums[OfParticipants]));
        MindRest(OfMentees, figures.Mentees, Total(Sums[OfMentees]));
    }

    public int[] Values { get; }

    public IReadOnlyList<int> Room { get; }

    /// <summary>The same to a reader of this row, who is shown where nobody is.</summary>
    public IEnumerable<int> RoomSeen => Room.Select((n, g) => (MayBeHidden >> g & 1) * n);

    /// <summary>Groups of anybody at all.</summary>
    public int Filled { get; }

    /// <summary>
    /// Counts of one to four, and whatever a group's count is where it could not be more than that: beside a few people,
    /// «nobody» shown would tell of somebody where it is not.
    /// </summary>
    public int AlwaysHidden { get; }

    /// <summary>Bits by the order of <see cref="Sums"/>.</summary>
    public int Sensitive { get; private set; }

    /// <summary>A group of nobody is shown: that tells nothing about somebody.</summary>
    public int MayBeHidden => Filled | AlwaysHidden;

    /// <summary>The counts could be these as well, as far as totals tell.</summary>
    /// <param name="cautious">Also to a reader who guesses that groups which make up a total do so by their nature.</param>
    public bool Allows(CoverageShift shift, bool cautious) => (cautious ? unguessed : allowed).Value[shift.Number];

    /// <summary>One more would be more than the group has, which is known to nobody as long as its size moves along.</summary>
    public bool IsFull(int group) => sizes[group] > 0 && Values[group] == sizes[group];

    public bool HasSize(int group) => sizes[group] > 0;

    public int Persons(int groups)
    {
        var persons = 0;
        for (var group = 0; group < CoverageShift.Groups; group++)
            persons += (groups >> group & 1) * Values[group];
        return persons;
    }

    private bool HasFew(int group) => IsSmall(Room[group]);

    private static bool IsSmall(int count) => count is > 0 and < Least;

    private static bool[] Table(Func<CoverageShift, bool> isIn)
    {
        var table = new bool[CoverageShift.Count];
        table[CoverageShift.None.Number] = true;
        foreach (var shift in CoverageShift.All)
            table[shift.Number] = isIn(shift);
        return table;
    }

    private void MindRest(int sum, int of, int part) => Sensitive |= part > 0 && IsSmall(of - part) ? 1 << sum : 0;

    private int Total(int[] sum)
    {
        var total = 0;
        for (var g = 0; g < CoverageShift.Groups; g++)
            total += sum[g] * Values[g];
        return total;
    }

    private bool IsAllowed(CoverageShift shift)
    {
        if ((shift.Changed & ~MayBeHidden) != 0)
            return false;
        for (var group = 0; group < CoverageShift.Groups; group++)
        {
            // Nobody is hidden only where few could be.
            if (shift.By[group] < 0 && Values[group] <= (HasFew(group) ? 0 : 1))
                return false;
        }
        foreach (var rule in CoverageRule.All)
        {
            // A rule that does not hold here tells nothing.
            var (now, most) = (Total(rule.Sum), rule.AtMost(figures));
            if (now <= most && now + shift.Of(rule.Sum) > most)
                return false;
        }
        return true;
    }

    private bool LeavesGuesses(CoverageShift shift) =>
        allowed.Value[shift.Number]
        && IsLeft(OfParticipants, figures.Participants, shift)
        && IsLeft(OfMentees, figures.Mentees, shift);

    private bool IsLeft(int sum, int of, CoverageShift shift) => Total(Sums[sum]) != of || shift.Of(Sums[sum]) == 0;
}

/// <summary>What everybody knows of the groups: a sum of their counts is never more than a total.</summary>
internal sealed record CoverageRule(int[] Sum, Func<FigureCounts, int> AtMost)
{
    public static readonly IReadOnlyList<CoverageRule> All =
    [
        new([1, 0, 0, 1, 0], c => c.Mentees),
        new([1, 0, 0, 0, 0], c => c.Mentees),
        new([0, 0, 0, 1, 0], c => c.Mentees),
        new([0, 1, 0, 0, 0], c => c.Mentors),
        new([0, 0, -1, 1, 0], _ => 0),
        // Whoever is in a group was a mentor or a mentee; a student may have been both.
        new([1, 1, 1, 0, 1], c => c.Mentors + c.Mentees),
        new([1, 0, 1, 0, 1], c => c.Mentors + c.Mentees),
        new([0, 1, 1, 0, 1], c => c.Mentors + c.Mentees),
        new([0, 0, 1, 0, 1], c => c.Mentors + c.Mentees),
        new([0, 0, 1, 0, 0], c => c.Mentors + c.Mentees),
        new([0, 0, 0, 0, 1], c => c.Mentors + c.Mentees),
        new([1, 1, 1, 0, 1], c => c.Participants),
        new([1, 0, 1, 0, 1], c => c.Participants),
        new([0, 1, 1, 0, 1], c => c.Participants),
        new([0, 0, 1, 0, 1], c => c.Participants),
        new([0, 0, 1, 0, 0], c => c.Participants),
        new([0, 0, 0, 0, 1], c => c.Participants),
    ];
}
