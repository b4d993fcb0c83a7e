using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;
using Mentoring.IntegrationTests.Performance;
using Mentoring.IntegrationTests.Programs;

namespace Mentoring.IntegrationTests.Board;

/// <summary>Nobody sees more than his own, and nobody pays more for a longer board.</summary>
public sealed class OwnBoardTests(PairsApp app, ITestOutputHelper output) : IClassFixture<PairsApp>
{
    [Fact, Trait("covers", "C-64")]
    public async Task Members_see_their_own_pairs_and_other_schools_nothing()
    {
        var other = await WorkingPair.In(app);
        await other.Running(app.Today);
        var proposed = await app.AddMentor("Сторожева");
        await (await app.Curator).Do("~/pairs", PairsApp.Proposal(proposed, await app.AddMentee("Чужаков")));
        var own = await WorkingPair.In(app);

        foreach (var client in new[] { own.AsMentor, own.AsMentee })
        {
            var board = await SeenBoard.By(client);
            board.Kinds.ShouldContain("silentPairs");
            board.Count("silentPairs").ShouldBe(1);
            board.Find("silentPairs", own.Id).ShouldNotBeNull();
            board.Text.ShouldNotContain(other.Id.ToString());
            board.Text.ShouldNotContain("Сторожева");
        }
        (await SeenBoard.By(own.AsCurator)).Count("silentPairs").ShouldBeGreaterThan(1);
        foreach (var role in new[] { "curator", "headOfOrganization", "recordsClerk", "dataProtectionOfficer" })
            (await SeenBoard.By(await app.As(role, TestTree.SiblingSchool))).Kinds.ShouldBeEmpty(role);
    }

    [Fact]
    public async Task A_board_costs_the_same_however_long_it_is()
    {
        for (var i = 0; i < 7; i++)
            await (await WorkingPair.In(app)).Running(app.Today);
        await app.Agreed(await app.AddMentor(), await app.AddMentee());
        var curator = await app.Curator;
        var board = await SeenBoard.By(curator);
        board.Count("silentPairs").ShouldBeGreaterThanOrEqualTo(7);
        board.Kinds.Length.ShouldBeGreaterThan(2);

        using var trips = new RoundTrips();
        await trips.Of(curator, c => c.Get("~/board"));

        foreach (var command in trips.Commands)
            output.WriteLine(command.ReplaceLineEndings(" ")[..Math.Min(160, command.Length)]);
        // Session, settings, pairs, people, programs, meetings. Who signs orders asks for them too.
        trips.Commands.Count.ShouldBeInRange(1, 6);
    }
}
