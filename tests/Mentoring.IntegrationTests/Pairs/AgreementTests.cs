using System.Net;
using System.Text.Json.Nodes;
using Mentoring.IntegrationTests.Harness;

namespace Mentoring.IntegrationTests.Pairs;

public sealed class AgreementTests(PairsApp app) : IClassFixture<PairsApp>
{
    [Fact, Trait("covers", "S0-30"), Trait("covers", "S0-68")]
    public async Task Mentor_and_mentee_each_see_their_pair_and_consent_to_it()
    {
        var (mentor, mentee) = (await app.AddMentor(), await app.AddMentee());
        var id = await Propose(mentor, mentee);
        var asMentor = await app.Be("mentor", mentor.PersonId);
        var asMentee = await app.Be("mentee", mentee.PersonId);

        var seen = await asMentor.See($"~/pairs/{id}");
        Allowed(seen, 0).ShouldBe(["agreeToPair", "declinePair"]);
        Allowed(seen, 1).ShouldBeEmpty();
        ((string)seen["members"]![0]!["dutyConsentText"]!["version"]!).ShouldBe("mentor-2026-1");
        var first = await Agree(asMentor, id, mentor, 1);
        ((string)first["state"]!).ShouldBe("proposed");
        var second = await Agree(asMentee, id, mentee, 2);

        ((string)second["state"]!).ShouldBe("consentsCollected");
        var pair = await asMentee.See($"~/pairs/{id}");
        pair["members"]!.AsArray().Select(m => (string)m!["dutyConsent"]!["way"]!).ShouldBe(["inPerson", "inPerson"]);
        ((string)pair["members"]![1]!["agreedOn"]!).ShouldBe("2026-04-15");
    }

    [Fact]
    public async Task One_agrees_to_what_one_has_seen()
    {
        var (mentor, mentee) = (await app.AddMentor(), await app.AddMentee());
        var id = await Propose(mentor, mentee);
        var asMentor = await app.Be("mentor", mentor.PersonId);
        var body = new { personId = mentor.PersonId };

        (await asMentor.Post($"~/pairs/{id}/agreement", body)).ShouldBe(
            HttpStatusCode.PreconditionRequired,
            "version.required"
        );
        (await asMentor.Post($"~/pairs/{id}/agreement", body, version: 7)).ShouldBe(
            HttpStatusCode.PreconditionFailed,
            "version.stale"
        );
    }

    [Fact]
    public async Task Nobody_agrees_for_another_and_who_is_not_in_the_pair_does_not_see_it()
    {
        var (mentor, mentee) = (await app.AddMentor(), await app.AddMentee());
        var id = await Propose(mentor, mentee);
        var asMentor = await app.Be("mentor", mentor.PersonId);
        var body = new { personId = mentee.PersonId };

        (await asMentor.Post($"~/pairs/{id}/agreement", body, version: 1)).ShouldBe(
            HttpStatusCode.Forbidden,
            "access.forbidden"
        );
        var paper = new { personId = mentee.PersonId, onPaper = new { signedOn = app.Today } };
        (await asMentor.Post($"~/pairs/{id}/agreement", paper, version: 1)).ShouldBe(
            HttpStatusCode.Forbidden,
            "access.forbidden"
        );
        var stranger = await app.Be("mentee", (await app.AddMentee()).PersonId);
        (await stranger.Get($"~/pairs/{id}")).ShouldBe(HttpStatusCode.NotFound, "resource.not_found");
        (await stranger.Post($"~/pairs/{id}/agreement", body, version: 1)).ShouldBe(
            HttpStatusCode.NotFound,
            "resource.not_found"
        );
        (await stranger.See("~/pairs"))["items"]!.AsArray().ShouldBeEmpty();
    }

    [Theory, Trait("covers", "C-15")]
    [InlineData(12)]
    [InlineData(15)]
    public async Task A_parent_consents_for_his_child_and_under_14_only_he_does(int age)
    {
        var mentor = await app.AddMentor();
        var (pupil, parent) = await app.AddPupil(age);
        var id = await Propose(mentor, pupil, "teacherStudent");
        var asParent = await app.Be("legalRepresentative", parent);
        var asPupil = await app.Be("mentee", pupil.PersonId);

        ((bool)(await asParent.See($"~/pairs/{id}"))["members"]![1]!["isMine"]!).ShouldBeTrue();
        if (age < 14)
            (await asPupil.Post($"~/pairs/{id}/agreement", new { personId = pupil.PersonId }, version: 1)).ShouldBe(
                HttpStatusCode.Conflict,
                "pair.representative_agrees"
            );
        var agreed = await Agree(asParent, id, pupil, 1);

        ((long)agreed["version"]!).ShouldBe(2);
        var pair = await asPupil.See($"~/pairs/{id}");
        ((string)pair["members"]![1]!["dutyConsent"]!["way"]!).ShouldBe("byRepresentative");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_paper_is_dated_between_the_proposal_and_today(int days)
    {
        var (mentor, mentee) = (await app.AddMentor(), await app.AddMentee());
        var id = await Propose(mentor, mentee);
        var curator = await app.Curator;
        var body = new { personId = mentor.PersonId, onPaper = new { signedOn = app.Today.AddDays(days) } };

        (await curator.Post($"~/pairs/{id}/agreement", body, version: 1)).ShouldBe(
            HttpStatusCode.BadRequest,
            "pair.date_out_of_order"
        );
    }

    [Fact]
    public async Task A_refusal_frees_the_place_and_its_reason_is_not_for_the_other()
    {
        var (mentor, mentee) = (await app.AddMentor(capacity: 1), await app.AddMentee());
        var id = await Propose(mentor, mentee);
        var asMentor = await app.Be("mentor", mentor.PersonId);
        var asMentee = await app.Be("mentee", mentee.PersonId);

        var body = new { personId = mentee.PersonId, reason = "Другой предмет" };
        (await asMentor.Post($"~/pairs/{id}/refusal", body, version: 1)).ShouldBe(
            HttpStatusCode.Forbidden,
            "access.forbidden"
        );
        var declined = await asMentee.Do($"~/pairs/{id}/refusal", body, 1);

        ((string)declined["state"]!).ShouldBe("declined");
        Reason(await asMentee.See($"~/pairs/{id}")).ShouldBe("Другой предмет");
        Reason(await (await app.Curator).See($"~/pairs/{id}")).ShouldBe("Другой предмет");
        Reason(await asMentor.See($"~/pairs/{id}")).ShouldBeNull();
        // The only place is free again, and the mentee is back in the base.
        await Propose(mentor, mentee);
    }

    [Fact, Trait("covers", "C-27")]
    public async Task A_consent_taken_back_sends_the_pair_back_to_asking()
    {
        var (mentor, mentee) = (await app.AddMentor(), await app.AddMentee());
        var pair = await app.Agreed(mentor, mentee);
        var asMentee = await app.Be("mentee", mentee.PersonId);

        var body = new { personId = mentee.PersonId, withdrawnOn = app.Today };
        var withdrawn = await asMentee.Do($"~/pairs/{pair["id"]}/consent-withdrawal", body);

        ((string)withdrawn["state"]!).ShouldBe("proposed");
        var seen = await asMentee.See($"~/pairs/{pair["id"]}");
        seen["gate"]!["missing"]!.AsArray().Select(m => (string)m!["code"]!).ShouldContain("dutyConsentWithdrawn");
        Allowed(seen, 1).ShouldBe(["agreeToPair", "declinePair"]);
    }

    private async Task<string> Propose(Participant mentor, Participant mentee, string form = "teacherTeacher") =>
        (string)(await (await app.Curator).Do("~/pairs", PairsApp.Proposal(mentor, mentee, form)))["id"]!;

    private static Task<JsonNode> Agree(ApiClient client, string id, Participant who, long version) =>
        client.Do($"~/pairs/{id}/agreement", new { personId = who.PersonId }, version);

    private static IEnumerable<string> Allowed(JsonNode pair, int member) =>
        pair["members"]![member]!["allowed"]!.AsArray().Select(a => (string)a!);

    private static string? Reason(JsonNode pair) => (string?)pair["members"]![1]!["declineReason"];
}
