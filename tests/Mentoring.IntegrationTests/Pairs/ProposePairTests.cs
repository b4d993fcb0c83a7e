using System.Net;
using Mentoring.IntegrationTests.Harness;

namespace Mentoring.IntegrationTests.Pairs;

public sealed class ProposePairTests(PairsApp app) : IClassFixture<PairsApp>
{
    [Fact, Trait("covers", "S0-68")]
    public async Task A_proposal_takes_a_place_of_the_mentor_and_asks_both()
    {
        var (mentor, mentee) = (await app.AddMentor(), await app.AddMentee());
        var curator = await app.Curator;

        var answer = await curator.Post("~/pairs", PairsApp.Proposal(mentor, mentee));

        answer.Status.ShouldBe(HttpStatusCode.Created, answer.Text);
        answer.Headers["ETag"].ShouldBe("\"1\"");
        var pair = await curator.See($"~/pairs/{answer.Json["id"]}");
        ((string)pair["state"]!).ShouldBe("proposed");
        ((string)pair["form"]!["name"]!).ShouldBe("учитель – учитель");
        pair["members"]!.AsArray().Select(m => (string)m!["side"]!).ShouldBe(["mentor", "mentee"]);
        ((bool)pair["gate"]!["open"]!).ShouldBeFalse();
        Codes(pair).ShouldBe(["dutyConsentMissing", "addendumMissing", "dutyConsentMissing", "orderMissing"]);
        (
            await app.Database.Scalar<int>(
                $"SELECT places_taken FROM mentoring.mentor_profile WHERE id = '{mentor.ProfileId}'"
            )
        ).ShouldBe(1);
        (
            await app.Database.Scalar<string>(
                $"SELECT state FROM mentoring.mentee_profile WHERE id = '{mentee.ProfileId}'"
            )
        ).ShouldBe("matched");
    }

    [Fact, Trait("covers", "C-10")]
    public async Task Of_eight_proposals_at_once_the_mentor_with_three_places_gets_three()
    {
        var mentor = await app.AddMentor(capacity: 3);
        var mentees = new List<Participant>();
        for (var i = 0; i < 8; i++)
            mentees.Add(await app.AddMentee());
        var curator = await app.Curator;

        var answers = await Task.WhenAll(mentees.Select(m => curator.Post("~/pairs", PairsApp.Proposal(mentor, m))));

        answers.Count(a => a.Status == HttpStatusCode.Created).ShouldBe(3);
        answers
            .Where(a => a.Status != HttpStatusCode.Created)
            .ShouldAllBe(a => a.Status == HttpStatusCode.Conflict && a.Code == "mentor.full");
        (
            await app.Database.Scalar<long>(
                $"SELECT count(*) FROM mentoring.mentoring_team WHERE mentor_person_id = '{mentor.PersonId}'"
            )
        ).ShouldBe(3);
    }

    [Fact]
    public async Task The_same_two_have_one_open_pair_in_a_direction_also_when_asked_at_once()
    {
        var (mentor, mentee) = (await app.AddMentor(), await app.AddMentee());
        var curator = await app.Curator;

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => curator.Post("~/pairs", PairsApp.Proposal(mentor, mentee)))
        );

        answers.Count(a => a.Status == HttpStatusCode.Created).ShouldBe(1);
        answers.Where(a => a.Status != HttpStatusCode.Created).ShouldAllBe(a => a.Code == "pair.already_open");
    }

    [Fact]
    public async Task A_repeated_request_makes_one_pair_and_gets_the_same_answer()
    {
        var (mentor, mentee) = (await app.AddMentor(), await app.AddMentee());
        var curator = await app.Curator;
        var key = Guid.NewGuid();

        var first = await curator.Post("~/pairs", PairsApp.Proposal(mentor, mentee), key);
        var again = await curator.Post("~/pairs", PairsApp.Proposal(mentor, mentee), key);
        var other = await curator.Post("~/pairs", PairsApp.Proposal(mentor, mentee, kind: "virtual"), key);

        again.Status.ShouldBe(HttpStatusCode.Created);
        again.Text.ShouldBe(first.Text);
        again.Headers["Idempotent-Replayed"].ShouldBe("true");
        other.ShouldBe(HttpStatusCode.UnprocessableEntity, "idempotency.key_reused");
    }

    [Theory]
    [InlineData("unknown", "traditional", HttpStatusCode.BadRequest, "pair.unknown_form")]
    [InlineData("teacherTeacher", "unknown", HttpStatusCode.BadRequest, "pair.unknown_kind")]
    [InlineData("teacherTeacher", "group", HttpStatusCode.BadRequest, "pair.kind_not_for_pairs")]
    [InlineData("studentStudent", "traditional", HttpStatusCode.Conflict, "pair.form_does_not_fit")]
    [InlineData("employerStudent", "traditional", HttpStatusCode.Conflict, "pair.form_does_not_fit")]
    [Trait("covers", "S0-20")]
    public async Task A_form_or_kind_that_does_not_fit_is_refused(
        string form,
        string kind,
        HttpStatusCode status,
        string code
    )
    {
        var (mentor, mentee) = (await app.AddMentor(), await app.AddMentee());
        var curator = await app.Curator;

        (await curator.Post("~/pairs", PairsApp.Proposal(mentor, mentee, form, kind))).ShouldBe(status, code);
    }

    [Fact, Trait("covers", "S0-24")]
    public async Task A_single_meeting_is_a_kind_for_a_pair()
    {
        var curator = await app.Curator;

        await curator.Do("~/pairs", PairsApp.Proposal(await app.AddMentor(), await app.AddMentee(), kind: "speed"));
    }

    [Fact]
    public async Task A_role_model_belongs_to_its_form()
    {
        var (mentor, mentee) = (await app.AddMentor(), await app.AddMentee());
        var curator = await app.Curator;
        var body = new
        {
            mentorId = mentor.ProfileId,
            menteeId = mentee.ProfileId,
            formCode = "teacherTeacher",
            roleModelCode = "equals",
            kindCodes = new[] { "traditional" },
        };

        (await curator.Post("~/pairs", body)).ShouldBe(HttpStatusCode.BadRequest, "pair.unknown_role_model");
    }

    [Fact, Trait("covers", "S0-31")]
    public async Task Who_is_not_in_the_bank_or_base_is_not_paired()
    {
        var curator = await app.Curator;

        var candidate = PairsApp.Proposal(await app.AddMentor(admitted: false), await app.AddMentee());
        var surveyed = PairsApp.Proposal(await app.AddMentor(), await app.AddMentee(admitted: false));

        (await curator.Post("~/pairs", candidate)).ShouldBe(HttpStatusCode.Conflict, "mentor.wrong_state");
        (await curator.Post("~/pairs", surveyed)).ShouldBe(HttpStatusCode.Conflict, "mentee.wrong_state");
    }

    [Fact, Trait("covers", "C-64")]
    public async Task A_profile_of_another_school_is_as_absent_as_one_that_nobody_has()
    {
        var foreign = await app.AddMentor(tenant: TestTree.SiblingSchool);
        var nobody = new Participant(Guid.CreateVersion7(), Guid.CreateVersion7());
        var mentee = await app.AddMentee();
        var curator = await app.Curator;

        (await curator.Post("~/pairs", PairsApp.Proposal(foreign, mentee))).ShouldBe(
            HttpStatusCode.NotFound,
            "resource.not_found"
        );
        (await curator.Post("~/pairs", PairsApp.Proposal(nobody, mentee))).ShouldBe(
            HttpStatusCode.NotFound,
            "resource.not_found"
        );
    }

    private static IEnumerable<string> Codes(System.Text.Json.Nodes.JsonNode pair) =>
        pair["gate"]!["missing"]!.AsArray().Select(m => (string)m!["code"]!);
}
