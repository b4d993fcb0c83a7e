using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;
using Mentoring.IntegrationTests.Programs;

namespace Mentoring.IntegrationTests.Performance;

/// <summary>What the hottest requests may ask of the database. A number here is a limit that somebody decided to raise.</summary>
public sealed class RoundTripTests(PairsApp app, ITestOutputHelper output) : IClassFixture<PairsApp>
{
    [Fact]
    public async Task A_list_of_pairs_costs_the_same_however_long_it_is()
    {
        for (var i = 0; i < 12; i++)
            await app.Agreed(await app.AddMentor(), await app.AddMentee());
        var curator = await app.Curator;

        // Session, the page with its count, all of its pairs.
        await AssertCosts(curator, c => c.Get("~/pairs"), commands: 3);
        await AssertCosts(curator, c => c.Get("~/pairs?limit=2"), commands: 3);
    }

    [Fact]
    public async Task A_program_costs_the_same_however_much_is_in_it()
    {
        var pair = await WorkingPair.In(app);
        var program = await pair.Running(app.Today);
        for (var i = 0; i < 5; i++)
            await pair.AsMentor.Do("~/meetings", Meeting(pair));

        await AssertCosts(pair.AsMentor, c => c.Get($"~/programs/{program}"), commands: 2);
    }

    [Fact]
    public async Task A_meeting_is_logged_with_one_write()
    {
        var pair = await WorkingPair.In(app);
        await pair.Running(app.Today);

        // Session, the key with the tenant, all that the meeting is held against, all that is written.
        await AssertCosts(pair.AsMentor, c => c.Post("~/meetings", Meeting(pair)), commands: 4);
    }

    private object Meeting(WorkingPair pair) =>
        new
        {
            pairId = pair.Id,
            type = "regular",
            heldOn = app.Today,
            minutes = 45,
            mode = "inPerson",
            outcome = "Разобрали урок",
            confirmed = new[] { "meeting.same_day" },
        };

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
