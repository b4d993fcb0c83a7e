namespace Mentoring.Platform.Features.Figures;

/// <summary>
/// The five counts by target group of one row and what follows from them alone: which are small, which sums of them must
/// not become known, which are known from the row's exact totals. Sets of groups are bits, in the order of CoverageGroup.
/// </summary>
internal sealed class CoverageCounts
{
    /// <summary>A count from here on tells nothing about single people.</summary>
    public const int Least = 5;

    private static readonly long[] OfParticipants = [1, 1, 1, 0, 1];
    private static readonly long[] OfMentees = [1, 0, 0, 1, 0];

    /// <summary>Every sum of groups that may be sensitive: each group, educators who are no beginners, parts of totals.</summary>
    public static readonly IReadOnlyList<long[]> Sums =
    [
        [1, 0, 0, 0, 0],
        [0, 1, 0, 0, 0],
        [0, 0, 1, 0, 0],
        [0, 0, 0, 1, 0],
        [0, 0, 0, 0, 1],
        [0, 0, 1, -1, 0],
        OfParticipants,
        OfMentees,
    ];

    public CoverageCounts(FigureCounts figures)
    {
        Values = [.. CoverageGroup.All.Select(g => g.Count(figures))];
        var (students, studentMentors, educators, beginners) = (Values[0], Values[1], Values[2], Values[3]);
        var ofParticipants = figures.Participants - students - studentMentors - educators - Values[4];
        var ofMentees = figures.Mentees - students - beginners;

        var sensitive = 0;
        void Mind(int sum, bool isSensitive) => sensitive |= isSensitive ? 1 << sum : 0;
        for (var group = 0; group < Leeway.Groups; group++)
        {
            Filled |= Values[group] > 0 ? 1 << group : 0;
            Small |= IsSmall(Values[group]) ? 1 << group : 0;
        }
        sensitive |= Small;
        // What a group leaves of an exact total is small: then the group gives it away. Nothing is given away by a
        // group of nobody, whose rest is the total itself.
        Mind(0, students > 0 && IsSmall(figures.Mentees - students));
        Mind(1, studentMentors > 0 && IsSmall(figures.Mentors - studentMentors));
        Mind(3, beginners > 0 && IsSmall(figures.Mentees - beginners));
        Mind(5, beginners > 0 && IsSmall(educators - beginners));
        Mind(6, ofParticipants < figures.Participants && IsSmall(ofParticipants));
        Mind(7, ofMentees < figures.Mentees && IsSmall(ofMentees));
        Sensitive = sensitive;

        // Where groups make up the whole total, a reader may guess that they do.
        List<long[]> known = [];
        if (ofParticipants == 0)
            known.Add(OfParticipants);
        if (ofMentees == 0)
            known.Add(OfMentees);
        Own = RowLeeway.Keeping(known);
    }

    public int[] Values { get; }

    /// <summary>Groups of anybody at all. Others are shown: that nobody is there tells nothing about somebody.</summary>
    public int Filled { get; }

    public int Small { get; }

    /// <summary>Bits by the order of <see cref="Sums"/>.</summary>
    public int Sensitive { get; }

    /// <summary>What the row's own totals leave open.</summary>
    public RowLeeway Own { get; }

    public int Persons(int groups)
    {
        var persons = 0;
        for (var group = 0; group < Leeway.Groups; group++)
            persons += (groups >> group & 1) * Values[group];
        return persons;
    }

    private static bool IsSmall(int count) => count is > 0 and < Least;
}
