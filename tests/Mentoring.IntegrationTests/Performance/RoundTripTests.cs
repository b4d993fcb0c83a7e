using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;

namespace Mentoring.IntegrationTests.Performance;

/// <summary>What the hottest requests may ask of the database. A number here is a limit that somebody decided to raise.</summary>
public sealed class RoundTripTests(PairsApp app, ITestOutputHelper output) : IClassFixture<PairsApp>
{
    [Fact]
    public async Task A_list_of_pairs_costs_the_session_a_count_and_a_page_however_long_it_is()
    {
        for (var i = 0; i < 12; i++)
            await app.Agreed(await app.AddMentor(), await app.AddMentee());
        var curator = await app.Curator;

        await AssertCosts(curator, c => c.Get("~/pairs"), commands: 3);
    }

    private async Task AssertCosts(ApiClient client, Func<ApiClient, Task<ApiAnswer>> request, int commands)
    {
        await request(client);
        using var trips = new RoundTrips();
        var answer = await trips.Of(client, request);
        ((int)answer.Status).ShouldBeInRange(200, 299, answer.Text);
        foreach (var command in trips.Commands)
            output.WriteLine(command.ReplaceLineEndings(" ")[..Math.Min(160, command.Length)]);
        trips.Commands.Count.ShouldBeInRange(1, commands);
    }
}
