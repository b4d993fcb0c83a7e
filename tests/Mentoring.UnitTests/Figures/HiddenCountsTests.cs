using FsCheck;
using FsCheck.Fluent;
using Mentoring.Platform.Features.Figures;
using Mentoring.Platform.Features.Organizations;

namespace Mentoring.UnitTests.Figures;

public sealed class HiddenCountsTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(1_500);

    [Fact, Trait("covers", "C-55")]
    public void Small_counts_are_never_shown_and_nobody_is_hidden_only_where_few_could_be() =>
        ForAll(reader =>
            reader.Rows.All(r =>
                Tables.Groups.All(g =>
                    Tables.Count(r.Counts, g) switch
                    {
                        0 => r.Hidden.Contains(g) == r.ZeroMayBeHidden(g),
                        < 5 => r.Hidden.Contains(g),
                        _ => true,
                    }
                )
            )
        );

    [Fact, Trait("covers", "C-55")]
    public void Nothing_small_follows_from_all_that_a_reader_sees_by_adding_and_subtracting() =>
        ForAll(reader => !reader.Rows.SelectMany(Secret.Of).Any(new CoverageAttack(reader).Finds));

    /// <summary>Where all participants are of some group, who guesses so must not be told by it.</summary>
    [Fact]
    public void Nothing_small_follows_from_a_guess_that_groups_are_all_there_is()
    {
        FigureCounts Whole(int parents)
        {
            var school = School(parents);
            school.Participants = 80 + parents;
            return school;
        }
        var reader = Reader.OfRegion([
            [Whole(3), Whole(20), Whole(30)],
            [Whole(40)],
        ]);

        reader.Rows.SelectMany(Secret.Of).Where(new CoverageAttack(reader, guesses: true).Finds).ShouldBeEmpty();
        reader.HiddenIn(Tables.Id(0, 1)).Count.ShouldBe(2);
        reader.HiddenIn(Tables.Id(0, 0)).ShouldBeEmpty();
    }

    /// <summary>By sizes, by what is known of people, and on the pages of several memberships.</summary>
    [Fact, Trait("covers", "C-55")]
    public void No_small_count_is_left_a_single_value() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(400),
            Prop.ForAll(
                Arb.From(Tables.Region),
                region =>
                {
                    var readers = Reader.Of(region).ToList();
                    return readers
                        .Append(readers[0].Joined(readers.Skip(1)))
                        .All(reader => !reader.Rows.SelectMany(Secret.Counts).Any(new BoundsAttack(reader).Finds));
                }
            )
        );

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

    /// <summary>Whoever reads both pages must not find on one what the other hides.</summary>
    [Fact, Trait("covers", "C-55")]
    public void What_is_hidden_in_the_region_is_hidden_on_the_municipality_s_own_page()
    {
        FigureCounts[][] region =
        [
            [School(parents: 3)],
            [School(parents: 7), School(parents: 20)],
        ];

        Reader.OfMunicipality(region, 1).HiddenIn(Tables.Id(1, 0)).ShouldBe([TargetGroup.Parents]);
        Reader.OfMunicipality(region, 1).HiddenIn(Tables.Id(1, 1)).ShouldBe([TargetGroup.Parents]);
        Reader.OfMunicipality(region, 0).HiddenIn(Tables.Id(0, 0)).ShouldBe([TargetGroup.Parents]);
    }

    /// <summary>
    /// Students who are mentee and mentor make groups overlap; here one of them meets a total by chance, and the only
    /// other municipality has nobody in any group. Found among 50,000 invented regions.
    /// </summary>
    [Fact]
    public void Where_no_other_municipality_can_help_the_region_itself_does()
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
        reader.Rows.SelectMany(Secret.Counts).Where(new BoundsAttack(reader).Finds).ShouldBeEmpty();
    }

    /// <summary>A group of one, and groups in which everybody takes part: their sizes would tell what is hidden.</summary>
    [Fact, Trait("covers", "C-55")]
    public void A_group_in_which_everybody_takes_part_is_not_told_by_its_size()
    {
        FigureCounts Full(int parents)
        {
            var school = School(parents);
            school.ParentsOf = parents;
            return school;
        }
        var reader = Reader.OfRegion([
            [Full(2), Full(2), Full(3), Full(2)],
            [Full(1), Full(20)],
        ]);

        reader.HiddenIn(Tables.Id(0, 0)).ShouldBeEmpty();
        reader.Rows.SelectMany(Secret.Counts).Where(new BoundsAttack(reader).Finds).ShouldBeEmpty();
    }

    /// <summary>Once two can stand in for each other, all others in the municipality are covered by them.</summary>
    [Fact]
    public void However_many_organizations_there_are_few_are_hidden_for_the_sake_of_others()
    {
        var random = new Random(7);
        var region = Enumerable
            .Range(0, 20)
            .Select(municipality =>
            {
                // From a municipality with a small count or two to one in which many are small.
                var rarity = 2 + 20 * municipality;
                int Next() => random.Next(rarity) == 0 ? random.Next(0, 5) : random.Next(5, 60);
                return Enumerable.Range(0, 100).Select(_ => School(Next(), Next())).ToArray();
            })
            .ToArray();

        var forOthers = Reader.OfRegion(region).Rows.Sum(r => r.Hidden.Count(g => Tables.Count(r.Counts, g) >= 5));

        forOthers.ShouldBeInRange(1, 2 * Tables.Groups.Length * region.Length);
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
