using System.Net;
using System.Text.Json.Nodes;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.People;

namespace Mentoring.IntegrationTests.Consents;

/// <summary>Consents are recorded and withdrawn, and the profiles follow in the same transaction.</summary>
public sealed class ConsentTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Trait("covers", "C-14")]
    public async Task A_withdrawal_blocks_both_profiles_and_a_new_consent_returns_them()
    {
        var curator = await app.As("curator", TestTree.School);
        var mentor = await Entering.MentorInBank(app);
        var body = Entering.Mentee();
        body.Remove("person");
        body["personId"] = (Guid)mentor["personId"]!;
        var mentee = await curator.Do("~/mentees", body);
        ((string)mentee["state"]!).ShouldBe("consented");
        var consent = await OnlyConsent(curator, mentor["personId"]!);

        var withdrawn = await curator.Do(
            $"~/consents/{consent["id"]}/withdrawal",
            new { withdrawnOn = "2026-04-14", reason = "по заявлению" }
        );

        ((string)withdrawn["standing"]!["state"]!).ShouldBe("withdrawn");
        ((string)(await curator.See($"~/mentors/{mentor["id"]}"))["state"]!).ShouldBe("blocked");
        ((string)(await curator.See($"~/mentees/{mentee["id"]}"))["state"]!).ShouldBe("blocked");
        (await curator.Put($"~/mentors/{mentor["id"]}", Entering.CardOf(Entering.Mentor()), version: 4)).ShouldBe(
            HttpStatusCode.Conflict,
            "mentor.blocked"
        );
        await curator.Do("~/consents", Entering.Consent(mentor["personId"]!, "2026-04-15"));
        ((string)(await curator.See($"~/mentors/{mentor["id"]}"))["state"]!).ShouldBe("inBank");
        ((string)(await curator.See($"~/mentees/{mentee["id"]}"))["state"]!).ShouldBe("consented");
    }

    [Fact]
    [Trait("covers", "C-15")]
    public async Task From_fourteen_to_seventeen_both_sign()
    {
        var curator = await app.As("curator", TestTree.School);
        var added = await curator.Do("~/mentees", Entering.Minor("2010-06-06"));
        var representative = (await curator.See($"~/mentees/{added["id"]}"))["legalRepresentatives"]![0]!["personId"]!;

        var own = await curator.Do("~/consents", Entering.Consent(added["personId"]!));
        ((string)own["standing"]!["state"]!).ShouldBe("wrongSigner");
        ((string)(await curator.See($"~/mentees/{added["id"]}"))["state"]!).ShouldBe("surveyed");

        var parents = Entering.Consent(added["personId"]!);
        parents["subjectSigned"] = false;
        parents["representativePersonId"] = (Guid)representative;
        var both = await curator.Do("~/consents", parents);

        ((string)both["standing"]!["state"]!).ShouldBe("valid");
        ((string)(await curator.See($"~/mentees/{added["id"]}"))["state"]!).ShouldBe("consented");
        var list = await curator.See($"~/consents?personId={added["personId"]}&state=given&sort=-validUntil");
        list["items"]!.AsArray().Select(c => (string?)c!["representativeName"]).ShouldContain(n => n != null);
    }

    [Fact]
    public async Task Whoever_signs_for_a_minor_is_recorded_as_his_representative()
    {
        var curator = await app.As("curator", TestTree.School);
        var minor = await curator.Do("~/mentees", Entering.Minor());
        var stranger = await curator.Do("~/mentors", Entering.Mentor());
        var paper = Entering.Consent(minor["personId"]!);
        paper["representativePersonId"] = (Guid)stranger["personId"]!;

        (await curator.Post("~/consents", paper)).ShouldBe(HttpStatusCode.BadRequest, "consent.not_the_representative");
    }

    [Theory]
    [InlineData("2026-04-16", "2026-08-31", true, "consent.given_in_future")]
    [InlineData("2026-04-10", "2026-04-09", true, "consent.ends_before_it_begins")]
    [InlineData("1950-01-01", "2026-04-09", true, "consent.given_before_birth")]
    [InlineData("2026-04-10", "2026-08-31", false, "consent.nobody_signed")]
    [InlineData("2026-04-10", "9999-12-31", true, "request.invalid")]
    [InlineData("2026-02-30", "2026-08-31", true, "request.malformed")]
    public async Task A_paper_that_cannot_be_is_refused(string given, string until, bool signed, string code)
    {
        var curator = await app.As("curator", TestTree.School);
        var mentor = await curator.Do("~/mentors", Entering.Mentor());
        var paper = Entering.Consent(mentor["personId"]!, given, until);
        paper["subjectSigned"] = signed;

        (await curator.Post("~/consents", paper)).ShouldBe(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task A_withdrawal_has_a_day_on_which_the_paper_was_in_force()
    {
        var curator = await app.As("curator", TestTree.School);
        var mentor = await curator.Do("~/mentors", Entering.Mentor());
        var consent = await curator.Do("~/consents", Entering.Consent(mentor["personId"]!, "2026-03-01", "2026-04-01"));
        var address = $"~/consents/{consent["id"]}/withdrawal";

        foreach (
            var (day, status, code) in new[]
            {
                ("2026-04-16", HttpStatusCode.BadRequest, "consent.withdrawn_in_future"),
                ("2026-02-28", HttpStatusCode.BadRequest, "consent.withdrawn_before_given"),
                ("2026-04-10", HttpStatusCode.Conflict, "consent.already_expired"),
            }
        )
            (await curator.Post(address, new { withdrawnOn = day, reason = "x" })).ShouldBe(status, code);
        await curator.Do(address, new { withdrawnOn = "2026-03-20", reason = "x" });
        (await curator.Post(address, new { withdrawnOn = "2026-03-20", reason = "x" })).ShouldBe(
            HttpStatusCode.Conflict,
            "consent.already_withdrawn"
        );
    }

    [Fact]
    public async Task A_withdrawal_ends_every_paper_of_that_day_but_not_one_given_later()
    {
        var curator = await app.As("curator", TestTree.School);
        var mentor = await curator.Do("~/mentors", Entering.Mentor());
        var first = await curator.Do("~/consents", Entering.Consent(mentor["personId"]!, "2026-01-10"));
        await curator.Do("~/consents", Entering.Consent(mentor["personId"]!, "2026-02-10"));
        await curator.Do("~/consents", Entering.Consent(mentor["personId"]!, "2026-04-10"));

        var withdrawn = await curator.Do(
            $"~/consents/{first["id"]}/withdrawal",
            new { withdrawnOn = "2026-03-01", reason = "x" }
        );

        ((string)withdrawn["standing"]!["state"]!).ShouldBe("valid");
        var list = await curator.See($"~/consents?personId={mentor["personId"]}&sort=givenOn");
        list["items"]!.AsArray().Select(c => (string)c!["state"]!).ShouldBe(["withdrawn", "withdrawn", "given"]);
        ((string)(await curator.See($"~/mentors/{mentor["id"]}"))["state"]!).ShouldBe("consented");
    }

    private static async Task<JsonNode> OnlyConsent(ApiClient curator, JsonNode personId) =>
        (await curator.See($"~/consents?personId={personId}"))["items"]!.AsArray().ShouldHaveSingleItem()!;
}
