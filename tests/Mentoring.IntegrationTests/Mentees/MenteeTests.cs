using System.Net;
using System.Text.Json.Nodes;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.People;

namespace Mentoring.IntegrationTests.Mentees;

/// <summary>A mentee's way into the base, through the API.</summary>
public sealed class MenteeTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Trait("covers", "S0-31")]
    [Trait("covers", "S0-36")]
    [Trait("covers", "S0-87")]
    public async Task The_curator_enters_a_mentee_with_requests_and_the_head_admits()
    {
        var curator = await app.As("curator", TestTree.School);
        var head = await app.As("headOfOrganization", TestTree.School);

        var added = await curator.Do("~/mentees", Entering.Mentee());
        ((string)added["state"]!).ShouldBe("surveyed");
        (await head.Post($"~/mentees/{added["id"]}/admission", version: 1)).ShouldBe(
            HttpStatusCode.Conflict,
            "mentee.consent_insufficient"
        );
        await curator.Do("~/consents", Entering.Consent(added["personId"]!));
        var admitted = await head.Do($"~/mentees/{added["id"]}/admission", version: 2);

        ((string)admitted["state"]!).ShouldBe("inBase");
        var seen = await curator.See($"~/mentees/{added["id"]}");
        ((string)seen["requests"]![0]!["text"]!).ShouldBe("6 класс");
        ((string)seen["consent"]!["validUntil"]!).ShouldBe("2026-08-31");
    }

    [Fact]
    public async Task The_consent_may_come_before_the_requests()
    {
        var curator = await app.As("curator", TestTree.School);
        var body = Entering.Mentee();
        body["requests"] = Array.Empty<object>();
        var added = await curator.Do("~/mentees", body);
        ((string)added["state"]!).ShouldBe("identified");
        await curator.Do("~/consents", Entering.Consent(added["personId"]!));

        var edit = Entering.CardOf(Entering.Mentee());
        var edited = await curator.Put($"~/mentees/{added["id"]}", edit, version: 1);

        ((string)edited.Json["state"]!).ShouldBe("consented", edited.Text);
        edit["requests"] = Array.Empty<object>();
        (await curator.Put($"~/mentees/{added["id"]}", edit, version: 2)).ShouldBe(
            HttpStatusCode.BadRequest,
            "mentee.requests_required"
        );
    }

    [Fact]
    [Trait("covers", "C-15")]
    public async Task A_minor_comes_with_a_grown_up_representative_who_is_somebody_else()
    {
        var curator = await app.As("curator", TestTree.School);
        var body = Entering.Minor();
        body.Remove("legalRepresentative");
        (await curator.Post("~/mentees", body)).ShouldBe(HttpStatusCode.BadRequest, "mentee.representative_required");

        body["legalRepresentative"] = new { relation = "parent", person = Entering.Person("2010-01-01") };
        (await curator.Post("~/mentees", body)).ShouldBe(HttpStatusCode.Conflict, "person.representative_is_minor");

        body["legalRepresentative"] = new { relation = "guardian", person = Entering.Person() };
        (await curator.Post("~/mentees", body)).ShouldBe(
            HttpStatusCode.BadRequest,
            "person.authority_document_required"
        );

        body["legalRepresentative"] = new { relation = "parent", person = body["person"] };
        (await curator.Post("~/mentees", body)).Status.ShouldBe(HttpStatusCode.Conflict);

        var added = await curator.Do("~/mentees", Entering.Minor());
        var seen = await curator.See($"~/mentees/{added["id"]}");
        ((bool)seen["person"]!["isMinor"]!).ShouldBeTrue();
        seen["legalRepresentatives"]!.AsArray().Count.ShouldBe(1);
        var represented = await curator.See("~/people?part=legalRepresentative");
        represented["items"]!
            .AsArray()
            .ShouldContain(p => (Guid)p!["person"]!["id"]! == (Guid)seen["legalRepresentatives"]![0]!["personId"]!);
        (await curator.See("~/people?part=mentor"))["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refused_mentee_leaves_nobody_behind()
    {
        var curator = await app.As("curator", TestTree.School);
        var before = await People(curator);
        var body = Entering.Minor();
        body["legalRepresentative"] = new { relation = "parent", person = Entering.Person("2010-01-01") };

        (await curator.Post("~/mentees", body)).Status.ShouldBe(HttpStatusCode.Conflict);

        (await People(curator)).ShouldBe(before);
    }

    [Fact]
    public async Task The_list_filters_by_category_and_state()
    {
        var curator = await app.As("curator", TestTree.School);
        var added = await curator.Do("~/mentees", Entering.Minor());

        Ids(await curator.See("~/mentees?category=student&state=surveyed")).ShouldContain((Guid)added["id"]!);
        Ids(await curator.See("~/mentees?category=earlyCareerEducator")).ShouldNotContain((Guid)added["id"]!);
        Ids(await curator.See("~/mentees?sort=-schoolClass&state=inProgram")).ShouldBeEmpty();
        (await curator.Get("~/mentees?state=InProgram")).ShouldBe(HttpStatusCode.BadRequest, "request.malformed");
        (await curator.Get("~/mentees?state=3")).ShouldBe(HttpStatusCode.BadRequest, "request.malformed");
    }

    [Fact]
    public async Task Nobody_elses_mentee_is_there()
    {
        var curator = await app.As("curator", TestTree.School);
        var neighbour = await app.As("curator", TestTree.SiblingSchool);
        var added = await curator.Do("~/mentees", Entering.Mentee());

        (await neighbour.Get($"~/mentees/{added["id"]}")).ShouldBe(HttpStatusCode.NotFound, "resource.not_found");
        (await neighbour.Put($"~/mentees/{added["id"]}", Entering.CardOf(Entering.Mentee()), 1)).ShouldBe(
            HttpStatusCode.NotFound,
            "resource.not_found"
        );
        var body = Entering.Mentee();
        body.Remove("person");
        body["personId"] = (Guid)added["personId"]!;
        (await neighbour.Post("~/mentees", body)).ShouldBe(HttpStatusCode.BadRequest, "person.unknown");
    }

    private static async Task<int> People(ApiClient curator) => (int)(await curator.See("~/people"))["total"]!;

    private static IEnumerable<Guid> Ids(JsonNode list) => list["items"]!.AsArray().Select(i => (Guid)i!["id"]!);
}
