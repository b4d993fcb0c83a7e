using FsCheck;
using FsCheck.Fluent;
using Mentoring.Platform.Features.Figures;
using Mentoring.Platform.Features.Organizations;

namespace Mentoring.UnitTests.Figures;

public sealed class HiddenCountsTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(1_500);

    [Fact, Trait("covers", "C-55")]
    public void Small_counts_are_never_shown_and_nobody_is_never_hidden() =>
        ForAll(reader =>
            reader.Rows.All(r =>
                Tables.Groups.All(g =>
                    Tables.Count(r.Counts, g) switch
                    {
                        0 => !r.Hidden.Contains(g),
                        < 5 => r.Hidden.Contains(g),
                        _ => true,
                    }
                )
            )
        );

    /// <summary>Except what organizations' own totals tell, which would follow if every count were hidden.</summary>
    [Fact, Trait("covers", "C-55")]
    public void Nothing_small_follows_from_all_that_a_reader_sees_by_adding_and_subtracting() =>
        ForAll(reader =>
        {
            var attack = new CoverageAttack(reader);
            var found = reader.Rows.SelectMany(Secret.Of).Where(attack.Finds).ToList();
            return found.Count == 0 || found.TrueForAll(new CoverageAttack(reader.ThatSeesNothing()).Finds);
        });

    [Fact]
    public void The_same_figures_are_always_shown_the_same_way() =>
        Check.One(
            Many,
            Prop.ForAll(
                Arb.From(Tables.Region),
                region =>
                    Reader
                        .Of(region)
                        .Zip(Reader.Of(region))
                        .All(r =>
                            r.First.Rows.Zip(r.Second.Rows).All(row => row.First.Hidden.SetEquals(row.Second.Hidden))
                        )
            )
        );

    [Fact]
    public void Large_counts_are_shown_whole()
    {
        FigureCounts[][] region =
        [
            [School(parents: 0), School(parents: 0)],
            [School(parents: 0)],
        ];

        Reader.Of(region).SelectMany(r => r.Rows).SelectMany(r => r.Hidden).ShouldBeEmpty();
    }

    [Fact]
    public void One_small_count_takes_the_next_smallest_of_its_column_along()
    {
        var reader = Reader.OfMunicipality(
            [
                [School(parents: 3), School(parents: 20), School(parents: 7)],
            ],
            0
        );

        reader.HiddenIn(Tables.Id(0, 1)).ShouldBe([TargetGroup.Parents]);
        reader.HiddenIn(Tables.Id(0, 3)).ShouldBe([TargetGroup.Parents]);
        reader.HiddenIn(Tables.Id(0, 2)).ShouldBeEmpty();
        reader.HiddenIn(Tables.Id(0, 0)).ShouldBeEmpty();
    }

    [Fact]
    public void A_kindergarten_without_parents_covers_nobody_s_parents()
    {
        var kindergarten = new FigureCounts
        {
            Educators = 9,
            Mentors = 9,
            Participants = 20,
        };

        var reader = Reader.OfMunicipality(
            [
                [School(parents: 3), kindergarten, School(parents: 30)],
            ],
            0
        );

        reader.HiddenIn(Tables.Id(0, 2)).ShouldBeEmpty();
        reader.HiddenIn(Tables.Id(0, 3)).ShouldBe([TargetGroup.Parents]);
    }

    [Fact, Trait("covers", "C-55")]
    public void A_municipality_hidden_in_the_region_cannot_be_added_up_from_its_schools()
    {
        var reader = Reader.OfRegion([
            [School(parents: 3)],
            [School(parents: 7), School(parents: 20)],
        ]);

        reader.HiddenIn(Tables.Id(0, 0)).ShouldBe([TargetGroup.Parents]);
        reader.HiddenIn(Tables.Id(1, 0)).ShouldBe([TargetGroup.Parents]);
        reader.HiddenIn(Tables.Id(1, 1)).ShouldBe([TargetGroup.Parents]);
        reader.HiddenIn(Tables.Id(1, 2)).ShouldBeEmpty();
        reader.HiddenIn(Reader.RegionId).ShouldBeEmpty();
    }

    /// <summary>The municipality's own reader sees neither the region nor what it hides.</summary>
    [Fact]
    public void What_the_region_hides_for_another_municipality_the_municipality_s_reader_sees()
    {
        FigureCounts[][] region =
        [
            [School(parents: 3)],
            [School(parents: 7), School(parents: 20)],
        ];

        Reader.OfMunicipality(region, 1).Rows.SelectMany(r => r.Hidden).ShouldBeEmpty();
        Reader.OfMunicipality(region, 0).HiddenIn(Tables.Id(0, 0)).ShouldBe([TargetGroup.Parents]);
    }

    /// <summary>
    /// Students who are mentee and mentor make groups overlap; here one of them meets a total by chance, and the only
    /// other municipality has nobody in any group. Found among 50,000 invented regions.
    /// </summary>
    [Fact]
    public void Where_nothing_in_the_region_can_cover_a_municipality_all_of_it_is_hidden()
    {
        var school = new FigureCounts
        {
            StudentMentees = 7,
            StudentMentors = 58,
            Educators = 55,
            EarlyCareerMentees = 17,
            Parents = 48,
            Mentees = 27,
            Mentors = 141,
            Participants = 167,
        };
        var small = new FigureCounts
        {
            StudentMentors = 1,
            Educators = 42,
            Parents = 4,
            Mentees = 39,
            Mentors = 8,
            Participants = 47,
        };
        var reader = Reader.OfRegion([
            [school, small],
            [],
            [new() { Mentors = 1, Participants = 1 }],
        ]);

        var attack = new CoverageAttack(reader);
        reader.Rows.SelectMany(Secret.Of).Where(attack.Finds).ShouldBeEmpty();
        reader.HiddenIn(Tables.Id(0, 0)).ShouldBe(Tables.Groups, ignoreOrder: true);
    }

    [Fact]
    public void Until_every_municipality_has_said_what_to_hide_the_region_sees_nothing_by_groups()
    {
        var (looked, other) = (School(parents: 50), School(parents: 60));
        var region = new CoverageRow(Reader.RegionId, FigureCounts.Sum([looked, other]), ProtectedCounts.None);
        List<CoverageRow> rows =
        [
            new(Tables.Id(0, 0), looked, ProtectedCounts.None),
            new(Tables.Id(1, 0), other, Protected: null),
        ];

        var above = HiddenCounts.OfRegion(region, rows);
        var below = HiddenCounts.BelowRegion(
            region,
            rows,
            Tables.Id(0, 0),
            [new(Tables.Id(0, 1), looked, ProtectedCounts.None)]
        );

        above.Keys.ShouldBe([Reader.RegionId, Tables.Id(0, 0), Tables.Id(1, 0)], ignoreOrder: true);
        above.Values.Concat(below.Values).ShouldAllBe(hidden => hidden.SetEquals(Tables.Groups));
    }

    /// <summary>A school has changed, its municipality is about to be summed up: rows do not add up for a moment.</summary>
    [Fact]
    public void Sums_that_lag_behind_hide_what_is_small_all_the_same() =>
        Check.One(
            Many,
            Prop.ForAll(
                Arb.From(Tables.Region),
                Arb.From(Tables.Region),
                (before, now) =>
                {
                    var organizations = now[0]
                        .Select((o, place) => new CoverageRow(Tables.Id(0, place + 1), o, ProtectedCounts.None))
                        .ToList();
                    var rows = before
                        .Select(
                            (m, at) =>
                                new CoverageRow(
                                    Tables.Id(at, 0),
                                    FigureCounts.Sum(m),
                                    HiddenCounts.ProtectedIn(FigureCounts.Sum(now[0]), now[0])
                                )
                        )
                        .ToList();
                    var region = new CoverageRow(Reader.RegionId, FigureCounts.Sum(now[0]), ProtectedCounts.None);
                    var hidden = HiddenCounts.BelowRegion(region, rows, Tables.Id(0, 0), organizations);
                    return organizations.TrueForAll(o =>
                        Tables.Groups.All(g => Tables.Count(o.Counts, g) is 0 or >= 5 || hidden[o.TenantId].Contains(g))
                    );
                }
            )
        );

    /// <summary>The time of a page grows with its rows and no faster: few rows decide, and each is helped at once.</summary>
    [Fact]
    public void However_many_organizations_there_are_few_are_hidden_for_the_sake_of_others()
    {
        var random = new Random(7);
        var steps = new List<int>();
        for (var municipality = 0; municipality < 40; municipality++)
        {
            // From a table with a small count or two to one in which every other count is small.
            var rarity = 2 + 100 * municipality;
            int Next() => random.Next(rarity) == 0 ? random.Next(0, 5) : random.Next(5, 60);
            var organizations = Enumerable.Range(0, 1_000).Select(_ => School(Next(), Next())).ToArray();

            steps.Add(new CoverageTable(Row(FigureCounts.Sum(organizations)), organizations.Select(Row)).Steps);
        }
        steps.Max().ShouldBeInRange(1, Leeway.Groups);
    }

    private static CoverageTableRow Row(FigureCounts figures)
    {
        var counts = new CoverageCounts(figures);
        return new CoverageTableRow(counts, counts.Own, counts.Small);
    }

    /// <summary>No group is small beside parents and students, and some participants are of no group.</summary>
    private static FigureCounts School(int parents, int students = 20) =>
        new()
        {
            StudentMentees = students,
            StudentMentors = 10,
            Educators = 50,
            EarlyCareerMentees = 10,
            Parents = parents,
            Mentees = students + 20,
            Mentors = 60,
            Participants = 75 + students + parents,
        };

    private static void ForAll(Func<Reader, bool> holds) =>
        Check.One(Many, Prop.ForAll(Arb.From(Tables.Region), region => Reader.Of(region).All(holds)));
}
