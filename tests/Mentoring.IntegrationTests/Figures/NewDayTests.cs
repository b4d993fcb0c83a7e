using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;
using Mentoring.IntegrationTests.People;

namespace Mentoring.IntegrationTests.Figures;

/// <summary>Days pass, and terms with them.</summary>
public sealed class NewDayTests(PairsApp app) : IClassFixture<PairsApp>
{
    [Fact]
    public async Task A_consent_that_runs_out_is_gone_from_the_figures_with_the_new_day()
    {
        await Entering.MentorInBank(app);
        var end = new DateOnly(2026, 8, 30);
        await app.Database.Execute($"UPDATE mentoring.personal_data_consent SET valid_until = '{end:yyyy-MM-dd}'");
        await app.DoWork();
        (await Recount.Written(app, TestTree.School))!["consents_valid"].ShouldBe(1);

        app.Calendar.Shift += TimeSpan.FromDays(end.DayNumber - app.Today.DayNumber);
        await app.BringNewDay();
        (await Recount.Written(app, TestTree.School))!["consents_valid"].ShouldBe(1);

        app.Calendar.Shift += TimeSpan.FromDays(1);
        await app.BringNewDay();

        var figures = (await Recount.Written(app, TestTree.School))!;
        figures["consents_valid"].ShouldBe(0);
        figures["participants"].ShouldBe(1);
        figures.ShouldBe(await Recount.Of(app, TestTree.School));
        (await Recount.Written(app, TestTree.Region))!["consents_valid"].ShouldBe(0);
    }
}
