using System.Net;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;
using Mentoring.IntegrationTests.Programs;

namespace Mentoring.IntegrationTests.Mentees;

/// <summary>A new year for a mentee whose pair is through.</summary>
public sealed class ReadmissionTests(PairsApp app) : IClassFixture<PairsApp>
{
    [Fact]
    public async Task A_mentee_who_is_through_is_taken_into_the_base_again_and_keeps_the_history()
    {
        var pair = await WorkingPair.In(app);
        await Close(pair);
        var mentee = await pair.AsHead.See($"~/mentees/{pair.Mentee.ProfileId}");
        ((string)mentee["state"]!).ShouldBe("finished");
        var curator = await app.Curator;
        var proposal = PairsApp.Proposal(await app.AddMentor(), pair.Mentee);
        (await curator.Post("~/pairs", proposal)).ShouldBe(HttpStatusCode.Conflict, "mentee.wrong_state");
        WorkingPair.Allowed(mentee).ShouldContain("admitMentee");

        var admitted = await pair.AsHead.Do(
            $"~/mentees/{pair.Mentee.ProfileId}/admission",
            version: (long)mentee["version"]!
        );

        ((string)admitted["state"]!).ShouldBe("inBase");
        var second = await curator.Do("~/pairs", proposal);
        ((string)(await curator.See($"~/pairs/{pair.Id}"))["state"]!).ShouldBe("closed");
        ((Guid)second["id"]!).ShouldNotBe(pair.Id);
    }

    [Fact]
    public async Task Nobody_is_taken_again_without_a_consent_or_by_the_curator()
    {
        var pair = await WorkingPair.In(app);
        await Close(pair);
        var address = $"~/mentees/{pair.Mentee.ProfileId}";
        var curator = await app.Curator;
        (await curator.Post($"{address}/admission", version: 1)).Status.ShouldBe(HttpStatusCode.Forbidden);
        var consents = await curator.See($"~/consents?personId={pair.Mentee.PersonId}");
        await curator.Do(
            $"~/consents/{consents["items"]![0]!["id"]}/withdrawal",
            new { withdrawnOn = app.Today, reason = "Заявление родителей" }
        );

        var mentee = await pair.AsHead.See(address);
        WorkingPair.Allowed(mentee).ShouldNotContain("admitMentee");
        (await pair.AsHead.Post($"{address}/admission", version: (long)mentee["version"]!)).ShouldBe(
            HttpStatusCode.Conflict,
            "mentee.consent_insufficient"
        );
    }

    private async Task Close(WorkingPair pair)
    {
        var seen = await pair.AsCurator.See($"~/pairs/{pair.Id}");
        await pair.AsCurator.Do(
            $"~/pairs/{pair.Id}/closing",
            new { ground = "completed", closedOn = app.Today },
            (long)seen["version"]!
        );
    }
}
