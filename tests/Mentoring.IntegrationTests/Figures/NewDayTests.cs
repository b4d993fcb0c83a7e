using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;
using Mentoring.IntegrationTests.People;

namespace Mentoring.IntegrationTests.Figures;

/// <summary>Days pass, and terms with them.</summary>
public sealed class NewDayTests(PairsApp app) : IClassFixture<PairsApp>
{
    private static readonly string Waiting =
        $"FROM mentoring.work_item WHERE kind = 'figures.newDay' AND tenant_id = '{TestTree.School}'";

    [Fact]
    public async Task A_consent_that_runs_out_is_gone_from_the_figures_with_the_new_day_and_there_is_one_new_day_at_a_time()
    {
        await Entering.MentorInBank(app);
        var end = new DateOnly(2026, 8, 30);
        await app.Database.Execute($"UPDATE mentoring.personal_data_consent SET valid_until = '{end:yyyy-MM-dd}'");
        await app.DoWork();
        (await Recount.Written(app, TestTree.School))!["consents_valid"].ShouldBe(1);
        (await Count()).ShouldBe(1);
        (await DueAt()).ShouldBe(app.Calendar.NextDay("Europe/Moscow").UtcDateTime, TimeSpan.FromMilliseconds(1));

        app.Calendar.Shift += TimeSpan.FromDays(end.DayNumber - app.Today.DayNumber);
        await MakeDue();
        await app.DoWork();
        (await Recount.Written(app, TestTree.School))!["consents_valid"].ShouldBe(1);

        app.Calendar.Shift += TimeSpan.FromDays(1);
        await MakeDue();
        await app.DoWork();

        var figures = (await Recount.Written(app, TestTree.School))!;
        figures["consents_valid"].ShouldBe(0);
        figures["participants"].ShouldBe(1);
        figures.ShouldBe(await Recount.Of(app, TestTree.School));
        (await Recount.Written(app, TestTree.Region))!["consents_valid"].ShouldBe(0);
        (await Count()).ShouldBe(1);
    }

    private Task<long> Count() => app.Database.Scalar<long>($"SELECT count(*) {Waiting}");

    private Task<DateTime> DueAt() => app.Database.Scalar<DateTime>($"SELECT due_at {Waiting}");

    private Task MakeDue() =>
        app.Database.Execute("UPDATE mentoring.work_item SET due_at = now() WHERE kind = 'figures.newDay'");
}
