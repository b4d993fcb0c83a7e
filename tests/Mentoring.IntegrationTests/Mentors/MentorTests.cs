using System.Net;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.People;

namespace Mentoring.IntegrationTests.Mentors;

/// <summary>A mentor's way into the bank, through the API.</summary>
public sealed class MentorTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Trait("covers", "S0-31")]
    [Trait("covers", "S0-36")]
    [Trait("covers", "S0-87")]
    public async Task The_curator_enters_a_mentor_the_consent_is_recorded_the_head_admits()
    {
        var curator = await app.As("curator", TestTree.School);
        var head = await app.As("headOfOrganization", TestTree.School);

        var added = await curator.Do("~/mentors", Entering.Mentor());
        ((string)added["state"]!).ShouldBe("candidate");
        ((long)added["version"]!).ShouldBe(1);
        var consent = await curator.Do("~/consents", Entering.Consent(added["personId"]!));
        ((string)consent["standing"]!["state"]!).ShouldBe("valid");

        var seen = await head.See($"~/mentors/{added["id"]}");
        ((string)seen["state"]!).ShouldBe("consented");
        Allowed(seen).ShouldContain("admitMentor");
        Allowed(await curator.See($"~/mentors/{added["id"]}"))
            .ShouldBe(["editMentor", "recordConsent", "editPerson", "endRepresentation"]);
        var admitted = await head.Do($"~/mentors/{added["id"]}/admission", version: (long)seen["version"]!);

        ((string)admitted["state"]!).ShouldBe("inBank");
        var after = await head.See($"~/mentors/{added["id"]}");
        ((string)after["admittedOn"]!).ShouldBe("2026-04-15");
        ((int)after["places"]!["free"]!).ShouldBe(2);
        ((bool)after["person"]!["isMinor"]!).ShouldBeFalse();
    }

    [Fact]
    [Trait("covers", "S0-87")]
    public async Task Nobody_is_admitted_without_a_valid_consent()
    {
        var curator = await app.As("curator", TestTree.School);
        var head = await app.As("headOfOrganization", TestTree.School);
        var added = await curator.Do("~/mentors", Entering.Mentor());
        var admission = $"~/mentors/{added["id"]}/admission";

        (await head.Post(admission, version: 1)).ShouldBe(HttpStatusCode.Conflict, "mentor.consent_insufficient");
        await curator.Do("~/consents", Entering.Consent(added["personId"]!, "2024-01-01", "2024-12-31"));
        var expired = await head.Post(admission, version: 1);

        expired.ShouldBe(HttpStatusCode.Conflict, "mentor.consent_insufficient");
        ((string)expired.Json["params"]!["consent"]!).ShouldBe("expired");
    }

    [Fact]
    public async Task A_decision_on_a_version_that_is_no_more_is_refused()
    {
        var head = await app.As("headOfOrganization", TestTree.School);
        var mentor = await Entering.MentorInBank(app);

        (await head.Post($"~/mentors/{mentor["id"]}/admission", version: 2)).ShouldBe(
            HttpStatusCode.PreconditionFailed,
            "version.stale"
        );
        (await head.Post($"~/mentors/{mentor["id"]}/admission")).ShouldBe(
            HttpStatusCode.PreconditionRequired,
            "version.required"
        );
        (await head.Post($"~/mentors/{mentor["id"]}/admission", version: 3)).ShouldBe(
            HttpStatusCode.Conflict,
            "mentor.wrong_state"
        );
    }

    [Fact]
    public async Task The_same_person_is_not_entered_twice_but_offered()
    {
        var curator = await app.As("curator", TestTree.School);
        var first = await curator.Do("~/mentors", Entering.Mentor(Entering.Person(family: "Двойнёва")));

        var again = await curator.Post("~/mentees", Entering.Mentee(Entering.Person(family: "ДВОЙНЕВА")));
        again.ShouldBe(HttpStatusCode.Conflict, "person.already_known");
        var known = (Guid)again.Json["params"]!["personId"]!;
        known.ShouldBe((Guid)first["personId"]!);

        var body = Entering.Mentee();
        body.Remove("person");
        body["personId"] = known;
        var mentee = await curator.Do("~/mentees", body);
        ((string)mentee["state"]!).ShouldBe("surveyed");
        (await curator.Post("~/mentees", body)).ShouldBe(HttpStatusCode.Conflict, "mentee.already_registered");
        body = Entering.Mentor();
        body.Remove("person");
        body["personId"] = known;
        (await curator.Post("~/mentors", body)).ShouldBe(HttpStatusCode.Conflict, "mentor.already_registered");
    }

    [Fact]
    [Trait("covers", "C-7")]
    public async Task The_list_finds_by_name_competence_and_state_and_pages()
    {
        var curator = await app.As("curator", TestTree.School);
        await curator.Do("~/mentors", Entering.Mentor(Entering.Person(family: "Яблочкина")));
        var other = Entering.Mentor(Entering.Person(family: "Ёжикова"));
        other["competenceCodes"] = new[] { "digitalSafety" };
        await curator.Do("~/mentors", other);

        Families(await curator.See("~/mentors?q=ежик%20вер")).ShouldBe(["Ёжикова"]);
        Families(await curator.See("~/mentors?competence=digitalSafety&state=candidate")).ShouldBe(["Ёжикова"]);
        Families(await curator.See("~/mentors?competence=digitalSafety&state=inBank")).ShouldBeEmpty();
        var page = await curator.See("~/mentors?limit=1&sort=-name&state=candidate");
        Families(page).ShouldBe(["Яблочкина"]);
        Families(await curator.See($"~/mentors?limit=1&sort=-name&cursor={page["nextCursor"]}"))
            .ShouldNotContain("Яблочкина");
    }

    [Fact]
    public async Task A_mentor_is_edited()
    {
        var curator = await app.As("curator", TestTree.School);
        var mentor = await Entering.MentorInBank(app);
        var body = Entering.CardOf(Entering.Mentor());
        body["capacity"] = 5;
        body["isEmployee"] = false;
        body["employer"] = "ООО «Пробный завод»";

        var edited = await curator.Put($"~/mentors/{mentor["id"]}", body, version: 3);

        edited.Status.ShouldBe(HttpStatusCode.OK, edited.Text);
        edited.Headers["ETag"].ShouldBe("\"4\"");
        var seen = await curator.See($"~/mentors/{mentor["id"]}");
        ((string)seen["employer"]!).ShouldBe("ООО «Пробный завод»");
        ((int)seen["places"]!["free"]!).ShouldBe(5);
    }

    [Theory]
    [InlineData("capacity", 0, "request.invalid")]
    [InlineData("capacity", 21, "request.invalid")]
    [InlineData("position", "", "request.invalid")]
    [InlineData("positionCode", "nobodyKnows", "reference.unknown_code")]
    [InlineData("isEmployee", false, "mentor.employer_required")]
    [InlineData("person", null, "person.id_or_details")]
    [InlineData("role", "director", "request.malformed")]
    public async Task A_wrong_field_is_a_clear_problem(string field, object? value, string code)
    {
        var curator = await app.As("curator", TestTree.School);
        var body = Entering.Mentor();
        body[field] = value;

        (await curator.Post("~/mentors", body)).ShouldBe(HttpStatusCode.BadRequest, code);
    }

    [Theory]
    [InlineData("2027-01-01")]
    [InlineData("1890-01-01")]
    public async Task A_birth_date_that_cannot_be_is_refused(string born)
    {
        var curator = await app.As("curator", TestTree.School);

        var refused = await curator.Post("~/mentors", Entering.Mentor(Entering.Person(born)));

        refused.ShouldBe(HttpStatusCode.BadRequest, "person.birth_date_impossible");
        ((string)refused.Json["errors"]![0]!["pointer"]!).ShouldBe("/person/birthDate");
    }

    [Fact]
    public async Task A_mentor_under_age_has_a_representative_too()
    {
        var curator = await app.As("curator", TestTree.School);
        var body = Entering.Mentor(Entering.Person("2010-01-01"));
        (await curator.Post("~/mentors", body)).ShouldBe(HttpStatusCode.BadRequest, "mentor.representative_required");

        body["legalRepresentative"] = new { relation = "parent", person = Entering.Person() };
        var added = await curator.Do("~/mentors", body);

        var seen = await curator.See($"~/mentors/{added["id"]}");
        ((string)seen["legalRepresentatives"]![0]!["relation"]!).ShouldBe("parent");
    }

    [Fact]
    public async Task A_repeated_request_gets_the_first_answer_and_makes_nobody_twice()
    {
        var curator = await app.As("curator", TestTree.School);
        var (body, key) = (Entering.Mentor(), Guid.NewGuid());

        var first = await curator.Post("~/mentors", body, key);
        var again = await curator.Post("~/mentors", body, key);

        again.Status.ShouldBe(HttpStatusCode.Created, again.Text);
        again.Text.ShouldBe(first.Text);
        again.Headers["Idempotent-Replayed"].ShouldBe("true");
    }

    private static string[] Allowed(System.Text.Json.Nodes.JsonNode node) =>
        [.. node["allowed"]!.AsArray().Select(a => (string)a!)];

    private static string[] Families(System.Text.Json.Nodes.JsonNode list) =>
        [.. list["items"]!.AsArray().Select(i => (string)i!["person"]!["familyName"]!)];
}
