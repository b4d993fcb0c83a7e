using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.People;

namespace Mentoring.IntegrationTests.Work;

/// <summary>What a change causes is done, all of it, and nothing of it fails on the way.</summary>
public sealed class DueWorkTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task What_a_change_causes_is_done_without_a_failure()
    {
        await Entering.MentorInBank(app);
        var caused = await app.Database.Scalar<long>("SELECT count(*) FROM mentoring.work_item");
        caused.ShouldBeGreaterThan(0);

        await app.DoWork();

        (
            await app.Database.Scalar<string>(
                "SELECT coalesce(string_agg(kind || ' ' || last_error, ', '), '') FROM mentoring.work_item"
            )
        ).ShouldBe("");
        (await app.Database.Scalar<long>("SELECT count(*) FROM mentoring.work_item")).ShouldBe(0);
    }
}
