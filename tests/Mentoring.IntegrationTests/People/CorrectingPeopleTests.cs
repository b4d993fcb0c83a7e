using System.Net;
using System.Text.Json.Nodes;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;

namespace Mentoring.IntegrationTests.People;

/// <summary>Whoever is recorded, in whatever part and state, can be put right: name, contacts, who stands for a child.</summary>
public sealed class CorrectingPeopleTests(PairsApp app) : IClassFixture<PairsApp>
{
    [Theory]
    [InlineData("blocked")]
    [InlineData("finished")]
    public async Task A_mentee_who_is_through_or_blocked_is_corrected(string state)
    {
        var curator = await app.Curator;
        var mentee = await app.AddMentee();
        await app.Database.Execute(
            $"UPDATE mentoring.mentee_profile SET {State(state)} WHERE id = '{mentee.ProfileId}'"
        );
        (await Allowed(curator, $"~/mentees/{mentee.ProfileId}")).ShouldContain("editPerson");

        await Correct(curator, mentee.PersonId, phone: "+7 900 111-22-33");

        ((string)(await curator.See($"~/mentees/{mentee.ProfileId}"))["person"]!["phone"]!).ShouldBe(
            "+7 900 111-22-33"
        );
    }

    [Theory]
    [InlineData("blocked")]
    [InlineData("released")]
    [InlineData("excluded")]
    public async Task A_mentor_who_is_through_or_blocked_is_corrected(string state)
    {
        var curator = await app.Curator;
        var mentor = await app.AddMentor();
        await app.Database.Execute(
            $"UPDATE mentoring.mentor_profile SET {State(state)} WHERE id = '{mentor.ProfileId}'"
        );
        (await Allowed(curator, $"~/mentors/{mentor.ProfileId}")).ShouldContain("editPerson");

        await Correct(curator, mentor.PersonId, family: "Исправленная");

        ((string)(await curator.See($"~/mentors/{mentor.ProfileId}"))["person"]!["familyName"]!).ShouldBe(
            "Исправленная"
        );
    }

    [Fact]
    public async Task A_parent_is_corrected()
    {
        var curator = await app.Curator;
        var (pupil, parentId) = await app.AddPupil(12);

        await Correct(curator, parentId, family: "Загорная");

        var card = await curator.See($"~/mentees/{pupil.ProfileId}");
        ((string)card["legalRepresentatives"]![0]!["name"]!).ShouldStartWith("Загорная ");
        (
            await (await app.Head).Put($"~/people/{parentId}", new { person = Entering.Person() }, version: 2)
        ).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_tab_with_an_old_person_takes_nothing_back()
    {
        var curator = await app.Curator;
        var mentor = await app.AddMentor();
        var mentee = Entering.Mentee();
        mentee.Remove("person");
        mentee["personId"] = mentor.PersonId;
        var added = await curator.Do("~/mentees", mentee);
        var inMenteeTab = await curator.See($"~/mentees/{added["id"]}");
        await Correct(curator, mentor.PersonId, phone: "+7 900 111-22-33");

        // The card of the mentee is another record: it may be saved, and leaves the person alone.
        var card = await curator.Put(
            $"~/mentees/{added["id"]}",
            Entering.CardOf(mentee).Where(e => e.Key != "personId").ToDictionary(),
            (long)inMenteeTab["version"]!
        );
        card.Status.ShouldBe(HttpStatusCode.OK, card.Text);
        (
            await curator.Put(
                $"~/people/{mentor.PersonId}",
                new { person = Body(inMenteeTab["person"]!) },
                (long)inMenteeTab["person"]!["version"]!
            )
        ).ShouldBe(HttpStatusCode.PreconditionFailed, "version.stale");

        ((string)(await curator.See($"~/mentors/{mentor.ProfileId}"))["person"]!["phone"]!).ShouldBe(
            "+7 900 111-22-33"
        );
    }

    [Fact]
    public async Task The_account_is_called_as_its_person_is()
    {
        var curator = await app.Curator;
        var mentor = await app.AddMentor("Прежняя");
        var sheet = await curator.Do("~/accounts/invitations", new { personId = mentor.PersonId });
        using var nobody = app.Nobody();
        const string password = "a long new password";
        await nobody.Post(
            "/api/v1/accounts/invitations/accept",
            new
            {
                login = (string)sheet["login"]!,
                code = (string)sheet["code"]!,
                newPassword = password,
            }
        );

        await Correct(curator, mentor.PersonId, family: "Замужняя");
        await app.DoWork();

        using var session = await app.SignIn((string)sheet["login"]!, password, TestTree.School);
        ((string)(await session.Get("/api/v1/accounts/session")).Json["displayName"]!).ShouldBe("Замужняя Т.П.");
    }

    [Fact]
    public async Task Whoever_no_longer_stands_for_a_child_sees_its_pairs_no_more()
    {
        var curator = await app.Curator;
        var (pupil, parentId) = await app.AddPupil(12);
        var pair = await curator.Do("~/pairs", PairsApp.Proposal(await app.AddMentor(), pupil, "teacherStudent"));
        var parent = await app.Be("legalRepresentative", parentId);
        (await parent.Get($"~/pairs/{pair["id"]}")).Status.ShouldBe(HttpStatusCode.OK);
        var card = await curator.See($"~/mentees/{pupil.ProfileId}");
        var representation = $"~/people/{pupil.PersonId}/representations/{card["legalRepresentatives"]![0]!["id"]}/end";

        (await curator.Post(representation, new { reason = " " })).ShouldBe(
            HttpStatusCode.BadRequest,
            "request.invalid"
        );
        await curator.Do(representation, new { reason = "Опека снята" });

        (await curator.Post(representation, new { reason = "Опека снята" })).ShouldBe(
            HttpStatusCode.NotFound,
            "resource.not_found"
        );
        (await parent.Get($"~/pairs/{pair["id"]}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await parent.See("~/pairs"))["items"]!.AsArray().ShouldBeEmpty();
        (await curator.See($"~/mentees/{pupil.ProfileId}"))["legalRepresentatives"]!.AsArray().ShouldBeEmpty();
        (await curator.See("~/people?part=legalRepresentative"))["items"]!
            .AsArray()
            .ShouldNotContain(p => (Guid)p!["person"]!["id"]! == parentId);
        // The same one, if it was a slip, and somebody new.
        foreach (var who in new object[] { new { relation = "parent", personId = parentId }, Guardian() })
            await curator.Do($"~/people/{pupil.PersonId}/representations", new { legalRepresentative = who });
        (await parent.Get($"~/pairs/{pair["id"]}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_representative_does_not_become_a_child()
    {
        var curator = await app.Curator;
        var (_, parentId) = await app.AddPupil(12);

        (await Edit(curator, parentId, birthDate: "2012-01-01")).ShouldBe(
            HttpStatusCode.Conflict,
            "person.representative_is_minor"
        );
    }

    [Fact]
    public async Task A_parent_hardly_older_than_the_child_is_asked_about_and_can_be_confirmed()
    {
        var curator = await app.Curator;
        var body = Entering.Minor("2009-08-08");
        body["legalRepresentative"] = new { relation = "parent", person = Entering.Person("1997-08-09") };

        var asked = await curator.Post("~/mentees", body);
        asked.ShouldBe(HttpStatusCode.Conflict, "person.parent_too_young");
        ((bool)asked.Json["confirmable"]!).ShouldBeTrue();
        ((string)asked.Json["errors"]![0]!["pointer"]!).ShouldBe("/legalRepresentative");
        body["confirmed"] = new[] { "person.parent_too_young" };
        var added = await curator.Do("~/mentees", body);

        // The audit says that the warning was passed.
        (
            await app.Database.Scalar<string[]>(
                $"SELECT passed FROM mentoring.audit_entry WHERE operation = 'addMentee' AND subject_id = '{added["id"]}'"
            )
        ).ShouldBe(["person.parent_too_young"]);
    }

    [Fact]
    public async Task A_birth_date_that_does_not_go_with_the_familys_is_asked_about()
    {
        var curator = await app.Curator;
        var (pupil, parentId) = await app.AddPupil(12);

        (await Edit(curator, parentId, birthDate: "2003-01-01")).ShouldBe(
            HttpStatusCode.Conflict,
            "person.parent_too_young"
        );
        (await Edit(curator, pupil.PersonId, birthDate: "1996-01-01")).ShouldBe(
            HttpStatusCode.Conflict,
            "person.parent_too_young"
        );
        (
            await Edit(curator, parentId, birthDate: "2003-01-01", confirmed: ["person.parent_too_young"])
        ).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_child_under_fourteen_is_employed_only_where_somebody_says_so()
    {
        var curator = await app.Curator;
        var body = Entering.Mentor(Entering.Person("2012-04-16"));
        body["legalRepresentative"] = Guardian();

        var asked = await curator.Post("~/mentors", body);
        asked.ShouldBe(HttpStatusCode.Conflict, "mentor.employee_too_young");
        ((bool)asked.Json["confirmable"]!).ShouldBeTrue();
        body["confirmed"] = new[] { "mentor.employee_too_young" };
        var added = await curator.Do("~/mentors", body);

        var card = Entering.CardOf(body);
        card.Remove("confirmed");
        (await curator.Put($"~/mentors/{added["id"]}", card, version: 1)).ShouldBe(
            HttpStatusCode.Conflict,
            "mentor.employee_too_young"
        );
        var grown = Entering.Mentor(Entering.Person("2012-04-15"));
        grown["legalRepresentative"] = Guardian();
        await curator.Do("~/mentors", grown);
    }

    private static string State(string state) =>
        $"state = '{state}', blocked_in = {(state == "blocked" ? "(CASE WHEN state = 'inBase' THEN 'inBase' ELSE 'inBank' END)" : "NULL")}";

    private static object Guardian() =>
        new
        {
            relation = "guardian",
            person = Entering.Person("1960-06-06"),
            authorityDocument = "Распоряжение № 14",
        };

    private static JsonObject Body(JsonNode card) =>
        new JsonObject
        {
            ["familyName"] = (string?)card["familyName"],
            ["givenName"] = (string?)card["givenName"],
            ["patronymic"] = (string?)card["patronymic"],
            ["birthDate"] = (string?)card["birthDate"],
            ["phone"] = (string?)card["phone"],
        };

    private static async Task<ApiAnswer> Edit(
        ApiClient curator,
        Guid personId,
        string? family = null,
        string? phone = null,
        string? birthDate = null,
        string[]? confirmed = null
    )
    {
        var person = await curator.See($"~/people/{personId}");
        var body = Body(person);
        body["familyName"] = family ?? (string?)body["familyName"];
        body["phone"] = phone ?? (string?)body["phone"];
        body["birthDate"] = birthDate ?? (string?)body["birthDate"];
        return await curator.Put($"~/people/{personId}", new { person = body, confirmed }, (long)person["version"]!);
    }

    private static async Task Correct(ApiClient curator, Guid personId, string? family = null, string? phone = null)
    {
        var edited = await Edit(curator, personId, family, phone);
        edited.Status.ShouldBe(HttpStatusCode.OK, edited.Text);
    }

    private static async Task<string[]> Allowed(ApiClient curator, string address) =>
        [.. (await curator.See(address))["allowed"]!.AsArray().Select(a => (string)a!)];
}
