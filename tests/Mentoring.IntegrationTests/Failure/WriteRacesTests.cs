using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;
using Mentoring.IntegrationTests.Programs;

namespace Mentoring.IntegrationTests.Failure;

/// <summary>The same write by several at the same moment: some are done, the others are refused, and none fails.</summary>
public sealed class WriteRacesTests(PairsApp app) : IClassFixture<PairsApp>
{
    private const int AtOnce = 8;

    [Fact]
    public async Task Nobody_who_loses_a_race_is_told_of_an_error_of_the_server()
    {
        var pair = await WorkingPair.In(app);
        var (mentor, mentee) = (await app.AddMentor(capacity: 1), await app.AddMentee());
        var (invited, other) = (await app.AddMentor(), await app.AddMentee());
        var agreed = await app.Agreed(await app.AddMentor(), await app.AddMentee());
        var unsigned = await pair.AsCurator.Do("~/orders", new { pairIds = new[] { agreed["id"] } });
        var adding = TestPeople.Mentor("Единственная");
        var key = Guid.NewGuid();

        await Race("the same person", () => pair.AsCurator.Post("~/mentors", adding));
        await Race("one key", () => pair.AsCurator.Post("~/mentors", TestPeople.Mentor("Повторная"), key));
        await Race("one pair", () => pair.AsCurator.Post("~/pairs", PairsApp.Proposal(mentor, mentee)));
        await Race(
            "one invitation",
            () => pair.AsCurator.Post("~/accounts/invitations", new { personId = invited.PersonId })
        );
        await Race("the last place", () => pair.AsCurator.Post("~/pairs", PairsApp.Proposal(invited, other)));
        await Race("one program", () => pair.AsMentor.Post("~/programs", pair.Text()));
        await Race(
            "one signature",
            () =>
                pair.AsHead.Post(
                    $"~/orders/{unsigned["id"]}/signature",
                    new { signedOn = app.Today },
                    version: (long)unsigned["version"]!
                )
        );
        await Race("one meeting", () => pair.AsMentor.Post("~/meetings", Meeting(pair)));
        var password = new { currentPassword = TestTree.Password, newPassword = "another long password" };
        await Race("one new password", () => pair.AsHead.Post("/api/v1/accounts/password", password));
        await Race("signing out", () => pair.AsHead.Post("/api/v1/accounts/sign-out"));
    }

    private static async Task Race(string what, Func<Task<ApiAnswer>> write)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(write)));

        foreach (var answer in answers)
            ((int)answer.Status).ShouldBeLessThan(500, $"{what}: {answer.Text}");
        answers.ShouldContain(a => (int)a.Status < 300, what);
    }

    private static object Meeting(WorkingPair pair) =>
        new
        {
            pairId = pair.Id,
            type = "introductory",
            heldOn = WorkingPair.Starts,
            minutes = 45,
            mode = "inPerson",
            outcome = "Разобрали урок",
            confirmed = new[] { "meeting.same_day" },
        };
}
