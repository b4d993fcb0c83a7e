using FsCheck;
using FsCheck.Fluent;
using Mentoring.Platform.Features.Figures;
using Mentoring.Platform.Features.Organizations;

namespace Mentoring.UnitTests.Figures;

public sealed class CoverageTableTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Fact]
    public void Small_counts_are_never_shown() =>
        ForAll(
            (rows, hidden) =>
                rows.All(r =>
                    Tables.Groups.All(g => Tables.Count(r.Counts, g) is < 1 or > 4 || hidden[r.TenantId].Contains(g))
                )
        );

    [Fact]
    public void No_small_count_follows_from_what_is_shown_by_adding_and_subtracting() =>
        ForAll(
            (rows, hidden) =>
            {
                var attack = new CoverageAttack(rows, hidden);
                return rows.All(r =>
                    Tables.Groups.All(g => Tables.Count(r.Counts, g) is < 1 or > 4 || !attack.Finds(r.TenantId, g))
                );
            }
        );

    [Fact]
    public void What_shown_groups_leave_of_an_exact_total_is_not_small_either() =>
        ForAll(
            (rows, hidden) =>
                rows.All(r =>
                {
                    bool IsGivenAway(int total, TargetGroup group) =>
                        Tables.Count(r.Counts, group) is > 0 and var count
                        && total - count is > 0 and < 5
                        && !hidden[r.TenantId].Contains(group);
                    return !IsGivenAway(r.Counts.Mentees, TargetGroup.StudentsFrom10To19)
                        && !IsGivenAway(r.Counts.Mentees, TargetGroup.EarlyCareerEducators)
                        && !IsGivenAway(r.Counts.Mentors, TargetGroup.StudentsFrom15To19)
                        && (
                            hidden[r.TenantId].Contains(TargetGroup.Educators)
                            || !IsGivenAway(r.Counts.Educators, TargetGroup.EarlyCareerEducators)
                        );
                })
        );

    [Fact]
    public void A_table_of_large_counts_is_shown_whole()
    {
        var school = School(parents: 0);

        var hidden = CoverageTable.Hidden(
            Tables.Of(
                [
                    [school, school],
                ],
                withRegion: false
            )
        );

        hidden.Values.SelectMany(g => g).ShouldBeEmpty();
    }

    [Fact]
    public void One_small_count_takes_another_one_of_its_column_along()
    {
        var rows = Tables.Of(
            [
                [School(parents: 3), School(parents: 7), School(parents: 20)],
            ],
            withRegion: false
        );

        var hidden = CoverageTable.Hidden(rows);

        hidden[Tables.Id(0, 1)].ShouldBe([TargetGroup.Parents]);
        hidden[Tables.Id(0, 2)].ShouldBe([TargetGroup.Parents]);
        hidden[Tables.Id(0, 3)].ShouldBeEmpty();
        hidden[Tables.Id(0, 0)].ShouldBeEmpty();
    }

    [Fact]
    public void A_municipality_hidden_in_the_region_cannot_be_added_up_from_its_schools()
    {
        var rows = Tables.Of(
            [
                [School(parents: 3)],
                [School(parents: 7), School(parents: 20)],
            ],
            withRegion: true
        );

        var hidden = CoverageTable.Hidden(rows);

        hidden[Tables.Id(0, 0)].ShouldBe([TargetGroup.Parents]);
        hidden[Tables.Id(1, 0)].ShouldBe([TargetGroup.Parents]);
        hidden[Tables.Id(1, 1)].ShouldBe([TargetGroup.Parents]);
        hidden[Tables.Id(1, 2)].ShouldBeEmpty();
        hidden[Tables.Id(9, 0)].ShouldBeEmpty();
        new CoverageAttack(rows, hidden).Finds(Tables.Id(0, 0), TargetGroup.Parents).ShouldBeFalse();
    }

    [Fact]
    public void The_same_table_is_hidden_the_same_way() =>
        ForAll(
            (rows, hidden) =>
            {
                var again = CoverageTable.Hidden(rows);
                return rows.All(r => again[r.TenantId].SetEquals(hidden[r.TenantId]));
            }
        );

    /// <summary>No group is small beside parents, and some participants are of no group.</summary>
    private static FigureCounts School(int parents) =>
        new()
        {
            StudentMentees = 20,
            StudentMentors = 10,
            Educators = 50,
            EarlyCareerMentees = 10,
            Parents = parents,
            Mentees = 40,
            Mentors = 60,
            Participants = 95 + parents,
        };

    private static void ForAll(
        Func<IReadOnlyList<CoverageRow>, IReadOnlyDictionary<Guid, IReadOnlySet<TargetGroup>>, bool> holds
    )
    {
        foreach (var tables in new[] { Tables.Municipality, Tables.Region })
            Check.One(Many, Prop.ForAll(Arb.From(tables), rows => holds(rows, CoverageTable.Hidden(rows))));
    }
}
