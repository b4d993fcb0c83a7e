using Mentoring.Platform.Features.Figures;
using Mentoring.Platform.Features.Organizations;

namespace Mentoring.UnitTests.Figures;

/// <summary>
/// What a patient reader does beyond adding and subtracting: every count and every size that he is not shown has bounds,
/// and whatever he knows of people (nobody is covered who is not in the group; who is an educator is a mentor or a mentee)
/// narrows them. He then tries for each count whether it could be another one. All rows of all his pages at once.
/// </summary>
internal sealed class BoundsAttack
{
    private const int Anything = 1_000_000;

    private readonly Dictionary<(Guid Row, TargetGroup Group, bool IsSize), int> places = [];
    private readonly List<(int Low, int High)> known = [];
    private readonly List<Inequality> inequalities = [];
    private readonly List<List<int>> inequalitiesOf = [];

    /// <param name="guesses">That groups which make up a whole total do so by their nature.</param>
    public BoundsAttack(Reader reader, bool guesses = false)
    {
        foreach (var row in reader.Rows)
        foreach (var group in Tables.Groups)
        {
            var isHidden = row.Hidden.Contains(group);
            Know((row.Id, group, false), Tables.Count(row.Counts, group), isHidden, row.ZeroMayBeHidden(group) ? 0 : 1);
            Know((row.Id, group, true), Tables.Size(row.Counts, group), isHidden && reader.SizesAreHidden, 0);
        }
        foreach (var row in reader.Rows)
        {
            if (guesses)
            {
                Guess(row, row.Counts.Mentees, CoverageAttack.OfMentees);
                Guess(row, row.Counts.Participants, CoverageAttack.OfParticipants);
            }
            foreach (var rule in Rule.OfPeople)
                Learn(
                    rule.Parts.Select(p => (Place(row.Id, p.Group), p.Times)),
                    rule.AtMost(row.Counts),
                    rule.Holds(row)
                );
            var children = reader.Rows.Where(r => r.ParentId == row.Id).ToList();
            foreach (var group in Tables.Groups)
            {
                var size = Tables.Size(row.Counts, group);
                Learn(
                    [(Place(row.Id, group), 1), (Place(row.Id, group, true), -1)],
                    0,
                    size > 0 && Tables.Count(row.Counts, group) <= size
                );
                if (children.Count == 0)
                    continue;
                foreach (var isSize in new[] { false, true })
                foreach (var sign in new[] { 1, -1 })
                    Learn(
                        [
                            (Place(row.Id, group, isSize), sign),
                            .. children.Select(c => (Place(c.Id, group, isSize), -sign)),
                        ],
                        0,
                        holds: true
                    );
            }
        }
        Narrow([.. known], Enumerable.Range(0, inequalities.Count)).ShouldNotBeNull("what is shown contradicts itself");
    }

    /// <summary>It can be neither less nor more.</summary>
    public bool Finds(Secret secret)
    {
        var parts = secret.Parts.Select(p => (Place(secret.Row, p.Group), p.Times)).ToList();
        var value = parts.Sum(p => p.Times * actual[p.Item1]);
        return !CanBe(parts, -1, -(value + 1)) && !CanBe(parts, 1, value - 1);
    }

    private readonly List<int> actual = [];

    private bool CanBe(List<(int Place, int Times)> parts, int sign, int bound)
    {
        var assumed = new Inequality([.. parts.Select(p => (p.Place, sign * p.Times))], bound);
        inequalities.Add(assumed);
        var number = inequalities.Count - 1;
        foreach (var (place, _) in assumed.Parts)
            inequalitiesOf[place].Add(number);
        var left = Narrow([.. narrowed], [number]);
        foreach (var (place, _) in assumed.Parts)
            inequalitiesOf[place].Remove(number);
        inequalities.RemoveAt(number);
        return left is not null;
    }

    private (int Low, int High)[] narrowed = [];

    /// <returns>Null where nothing fits any more.</returns>
    private (int Low, int High)[]? Narrow((int Low, int High)[] bounds, IEnumerable<int> first)
    {
        var waiting = new Queue<int>(first);
        var isWaiting = waiting.ToHashSet();
        while (waiting.TryDequeue(out var number))
        {
            isWaiting.Remove(number);
            var (parts, atMost) = inequalities[number];
            var least = parts.Sum(p => (long)p.Times * (p.Times > 0 ? bounds[p.Place].Low : bounds[p.Place].High));
            if (least > atMost)
                return null;
            foreach (var (place, times) in parts)
            {
                var (low, high) = bounds[place];
                var left = atMost - (least - (long)times * (times > 0 ? low : high));
                // Times is one or minus one.
                var next = times > 0 ? (low, (int)Math.Min(high, left)) : ((int)Math.Max(low, -left), high);
                if (next == (low, high))
                    continue;
                least += (long)times * ((times > 0 ? next.Item1 : next.Item2) - (times > 0 ? low : high));
                bounds[place] = next;
                foreach (var other in inequalitiesOf[place])
                {
                    if (isWaiting.Add(other))
                        waiting.Enqueue(other);
                }
            }
        }
        if (narrowed.Length == 0)
            narrowed = bounds;
        return bounds;
    }

    private void Guess(SeenRow row, int total, TargetGroup[] groups) =>
        Learn(
            groups.Select(g => (Place(row.Id, g), -1)),
            -total,
            groups.Sum(g => Tables.Count(row.Counts, g)) == total
        );

    private int Place(Guid row, TargetGroup group, bool isSize = false) => places[(row, group, isSize)];

    private void Know((Guid, TargetGroup, bool) what, int value, bool isHidden, int least)
    {
        places[what] = known.Count;
        actual.Add(value);
        known.Add(isHidden ? (least, Anything) : (value, value));
        inequalitiesOf.Add([]);
    }

    /// <param name="holds">A reader who believes what is not so learns nothing.</param>
    private void Learn(IEnumerable<(int Place, int Times)> parts, int atMost, bool holds)
    {
        if (!holds)
            return;
        var inequality = new Inequality([.. parts], atMost);
        foreach (var (place, _) in inequality.Parts)
            inequalitiesOf[place].Add(inequalities.Count);
        inequalities.Add(inequality);
    }

    private sealed record Inequality(IReadOnlyList<(int Place, int Times)> Parts, int AtMost);

    /// <summary>What is known of the groups of people beside their sizes.</summary>
    private sealed record Rule(Func<FigureCounts, int> AtMost, params (TargetGroup Group, int Times)[] Parts)
    {
        private static readonly (TargetGroup, int) mentees = (TargetGroup.StudentsFrom10To19, 1);
        private static readonly (TargetGroup, int) mentors = (TargetGroup.StudentsFrom15To19, 1);
        private static readonly (TargetGroup, int) educators = (TargetGroup.Educators, 1);
        private static readonly (TargetGroup, int) beginners = (TargetGroup.EarlyCareerEducators, 1);
        private static readonly (TargetGroup, int) parents = (TargetGroup.Parents, 1);

        public static readonly IReadOnlyList<Rule> OfPeople =
        [
            new(c => c.Mentees, mentees, beginners),
            new(c => c.Mentees, mentees),
            new(c => c.Mentees, beginners),
            new(c => c.Mentors, mentors),
            new(_ => 0, beginners, (TargetGroup.Educators, -1)),
            new(c => c.Mentors + c.Mentees, mentees, mentors, educators, parents),
            new(c => c.Mentors + c.Mentees, educators),
            new(c => c.Mentors + c.Mentees, parents),
            new(c => c.Participants, mentees, mentors, educators, parents),
            new(c => c.Participants, mentees, educators, parents),
            new(c => c.Participants, mentors, educators, parents),
            new(c => c.Participants, educators, parents),
        ];

        public bool Holds(SeenRow row) =>
            Parts.Sum(p => p.Times * Tables.Count(row.Counts, p.Group)) <= AtMost(row.Counts);
    }
}
