using System.Net;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;
using Mentoring.IntegrationTests.People;
using Mentoring.IntegrationTests.Programs;

namespace Mentoring.IntegrationTests.Figures;

/// <summary>After each kind of change the roll-ups of all three levels are what counting again gives.</summary>
public sealed class RollUpTests(PairsApp app) : IClassFixture<PairsApp>
{
    [Fact]
    [Trait("covers", "C-53")]
    public async Task Whoever_enters_the_bank_is_counted_on_all_levels()
    {
        await Entering.MentorInBank(app);

        var figures = await Recounted();

        figures["participants"].ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_pair_counts_when_it_works_and_waits_when_its_gate_closes()
    {
        var pair = await WorkingPair.In(app);
        await Touch();
        var before = await Recounted();
        before["active_pairs"].ShouldBeGreaterThan(0);

        await app.Database.Execute(
            $"""
            UPDATE mentoring.personal_data_consent SET withdrawn_on = '{app.Today:yyyy-MM-dd}', version = version + 1
            WHERE person_id = '{pair.Mentee.PersonId}'
            """
        );
        await Touch();

        var after = await Recounted();
        after["active_pairs"].ShouldBe(before["active_pairs"] - 1);
        after["waiting_pairs"].ShouldBe(before["waiting_pairs"] + 1);
        after["consents_valid"].ShouldBe(before["consents_valid"] - 1);
        after["mentees"].ShouldBe(before["mentees"]);
    }

    [Fact]
    public async Task A_pair_that_was_closed_stays_counted_until_the_year_is_over()
    {
        var pair = await WorkingPair.In(app);
        await Touch();
        var before = await Recounted();
        var seen = await pair.AsCurator.See($"~/pairs/{pair.Id}");

        await pair.AsCurator.Do(
            $"~/pairs/{pair.Id}/closing",
            new
            {
                ground = "mutual",
                explanation = "Переезд",
                closedOn = app.Today,
            },
            (long)seen["version"]!
        );

        var after = await Recounted();
        after["active_pairs"].ShouldBe(before["active_pairs"] - 1);
        after["mentors"].ShouldBe(before["mentors"]);
        after["early_career_mentees"].ShouldBe(before["early_career_mentees"]);
    }

    [Fact]
    public async Task Activities_are_counted_from_approval_and_when_they_are_done()
    {
        var pair = await WorkingPair.In(app);
        var program = await pair.Running(app.Today);
        var before = await Recounted();
        before["activities_planned"].ShouldBeGreaterThan(0);
        var activity = (await pair.AsMentor.See($"~/programs/{program}"))["activities"]![0]!;

        await pair.AsMentor.Do(
            $"~/programs/{program}/activities/{activity["id"]}/completion",
            new { completedOn = app.Today }
        );

        var after = await Recounted();
        after["activities_done"].ShouldBe(before["activities_done"] + 1);
        after["activities_due_done"].ShouldBe(before["activities_due_done"] + 1);
        after["activities_planned"].ShouldBe(before["activities_planned"]);
    }

    [Theory]
    [InlineData(12, 1)]
    [InlineData(8, 0)]
    public async Task A_pupil_is_a_student_mentee_by_age(int age, int counted)
    {
        var before = (await Recount.Written(app, TestTree.School))?["student_mentees"] ?? 0;
        var (pupil, _) = await app.AddPupil(age);
        var mentor = await app.AddMentor("Ладогина", isEmployee: false);
        var pair = await WorkingPair.Of(app, mentor, pupil, "traditional", "teacherStudent");
        await Touch();

        (await Recounted())["student_mentees"].ShouldBe(before + counted);
    }

    [Fact]
    public async Task What_leaves_the_figures_as_they_are_writes_nothing()
    {
        var pair = await WorkingPair.In(app);
        await Touch();
        await app.DoWork();
        var tenants = new[] { TestTree.School, TestTree.Municipality, TestTree.Region };
        var before = await Task.WhenAll(tenants.Select(t => Recount.ComputedAt(app, t)));

        await Touch();
        await app.DoWork();

        (await Task.WhenAll(tenants.Select(t => Recount.ComputedAt(app, t)))).ShouldBe(before);
    }

    /// <summary>Everybody's turn comes, also of schools in which nothing has happened: their people are denominators.</summary>
    [Fact]
    public async Task The_first_change_in_a_region_fills_the_rows_of_all_its_tenants()
    {
        await Entering.MentorInBank(app);
        await app.DoWork();

        (await Recount.Written(app, TestTree.CousinSchool))!["educators_of"].ShouldBe(40);
        (await Recount.Written(app, TestTree.SiblingMunicipality))!["organizations"].ShouldBe(1);
        (await Recount.Written(app, TestTree.OtherSchool)).ShouldBeNull();
    }

    /// <summary>Makes a change that no figure shows.</summary>
    private async Task Touch()
    {
        var curator = await app.Curator;
        var settings = (await curator.See("~/reference/settings"))["items"]!.AsArray();
        var days = settings.Single(s => (string)s!["key"]! == "pairSilentAfterDays")!;
        var answer = await curator.Put(
            "~/reference/settings/pairSilentAfterDays",
            new { value = (int)days["value"]! + 1 },
            (long)days["version"]!
        );
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
    }

    /// <summary>Does what is due and compares all levels; the school's figures.</summary>
    private async Task<Dictionary<string, int>> Recounted()
    {
        await app.DoWork();
        var school = await Recount.Of(app, TestTree.School);
        (await Recount.Written(app, TestTree.School)).ShouldBe(school);
        (await Recount.Written(app, TestTree.Municipality)).ShouldBe(
            await Recount.Sum(app, TestTree.School, TestTree.SiblingSchool)
        );
        (await Recount.Written(app, TestTree.Region)).ShouldBe(
            await Recount.Sum(app, TestTree.School, TestTree.SiblingSchool, TestTree.CousinSchool)
        );
        return school;
    }
}
