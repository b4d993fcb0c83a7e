using Mentoring.Platform.Features.Organizations;

namespace Mentoring.UnitTests.Figures;

/// <summary>A sum of counts of one row, which must not become known.</summary>
internal sealed record Secret(Guid Row, params (TargetGroup Group, int Times)[] Parts)
{
    /// <summary>Counts of one to four people.</summary>
    public static IEnumerable<Secret> Counts(SeenRow row) =>
        Tables.Groups.Where(g => Tables.Count(row.Counts, g) is > 0 and < 5).Select(g => new Secret(row.Id, (g, 1)));

    /// <summary>Counts of one to four people, and what groups leave of exact totals where that is so few.</summary>
    public static IEnumerable<Secret> Of(SeenRow row)
    {
        int Count(TargetGroup group) => Tables.Count(row.Counts, group);
        Secret Sum(params TargetGroup[] groups) => new(row.Id, [.. groups.Select(g => (g, 1))]);
        bool LeavesFew(int total, params TargetGroup[] groups) =>
            groups.Sum(Count) is > 0 and var sum && total - sum is > 0 and < 5;

        foreach (var count in Counts(row))
            yield return count;
        if (LeavesFew(row.Counts.Mentees, TargetGroup.StudentsFrom10To19))
            yield return Sum(TargetGroup.StudentsFrom10To19);
        if (LeavesFew(row.Counts.Mentees, TargetGroup.EarlyCareerEducators))
            yield return Sum(TargetGroup.EarlyCareerEducators);
        if (LeavesFew(row.Counts.Mentors, TargetGroup.StudentsFrom15To19))
            yield return Sum(TargetGroup.StudentsFrom15To19);
        if (LeavesFew(row.Counts.Educators, TargetGroup.EarlyCareerEducators))
            yield return new Secret(row.Id, (TargetGroup.Educators, 1), (TargetGroup.EarlyCareerEducators, -1));
        if (LeavesFew(row.Counts.Mentees, CoverageAttack.OfMentees))
            yield return Sum(CoverageAttack.OfMentees);
        if (LeavesFew(row.Counts.Participants, CoverageAttack.OfParticipants))
            yield return Sum(CoverageAttack.OfParticipants);
    }
}

/// <summary>
/// What an attentive reader of dashboards does: writes down every sum that he knows of, with the hidden counts as
/// unknowns, and looks what follows. All pages at once, by ranks of floating point matrices, unlike the product.
/// </summary>
internal sealed class CoverageAttack
{
    public static readonly TargetGroup[] OfMentees = [TargetGroup.StudentsFrom10To19, TargetGroup.EarlyCareerEducators];

    public static readonly TargetGroup[] OfParticipants =
    [
        TargetGroup.StudentsFrom10To19,
        TargetGroup.StudentsFrom15To19,
        TargetGroup.Educators,
        TargetGroup.Parents,
    ];

    private const double Nothing = 1e-7;

    private readonly Dictionary<(Guid, TargetGroup), int> unknowns = [];
    private readonly List<(int Pivot, double[] Row)> equations = [];

    /// <param name="guesses">That groups which make up a whole total do so by their nature; rightly.</param>
    public CoverageAttack(Reader reader, bool guesses = false)
    {
        foreach (var row in reader.Rows)
        foreach (var group in row.Hidden)
            unknowns[(row.Id, group)] = unknowns.Count;
        foreach (var row in reader.Rows)
        {
            if (guesses)
            {
                Guess(row, row.Counts.Mentees, OfMentees);
                Guess(row, row.Counts.Participants, OfParticipants);
            }
            var children = reader.Rows.Where(r => r.ParentId == row.Id).ToList();
            if (children.Count == 0)
                continue;
            foreach (var group in Tables.Groups)
                Learn([.. children.Select(c => (c.Id, group, 1)), (row.Id, group, -1)]);
        }
    }

    /// <summary>What is known adds nothing to the rank of what is known.</summary>
    public bool Finds(Secret secret) => IsNothing(Left([.. secret.Parts.Select(p => (secret.Row, p.Group, p.Times))]));

    private void Guess(SeenRow row, int total, TargetGroup[] groups)
    {
        if (groups.Sum(g => Tables.Count(row.Counts, g)) == total)
            Learn([.. groups.Select(g => (row.Id, g, 1))]);
    }

    private void Learn((Guid Row, TargetGroup Group, int Times)[] sum)
    {
        var left = Left(sum);
        if (IsNothing(left))
            return;
        var pivot = Enumerable.Range(0, left.Length).MaxBy(u => Math.Abs(left[u]));
        var scale = left[pivot];
        equations.Add((pivot, Array.ConvertAll(left, x => x / scale)));
    }

    private double[] Left((Guid Row, TargetGroup Group, int Times)[] sum)
    {
        var left = new double[unknowns.Count];
        foreach (var (row, group, times) in sum)
        {
            if (unknowns.TryGetValue((row, group), out var unknown))
                left[unknown] += times;
        }
        foreach (var (pivot, equation) in equations)
        {
            var times = left[pivot];
            if (Math.Abs(times) < Nothing)
                continue;
            for (var u = 0; u < left.Length; u++)
                left[u] -= times * equation[u];
        }
        return left;
    }

    private static bool IsNothing(double[] left) => Array.TrueForAll(left, x => Math.Abs(x) < Nothing);
}
