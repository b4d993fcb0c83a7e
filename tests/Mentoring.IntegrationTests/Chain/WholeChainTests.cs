using System.Net;
using System.Text.Json.Nodes;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Orders;
using Mentoring.IntegrationTests.People;

namespace Mentoring.IntegrationTests.Chain;

/// <summary>From two names on a list to figures of the region, by nothing but requests of those whose work each step is.</summary>
public sealed class WholeChainTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Trait("covers", "S0-58"), Trait("covers", "S0-60"), Trait("covers", "S0-69")]
    public async Task A_mentor_and_a_mentee_become_a_working_pair_and_the_region_sees_it()
    {
        var (curator, head, clerk) = (
            await Staff("curator"),
            await Staff("headOfOrganization"),
            await Staff("recordsClerk")
        );

        var (mentor, asMentor) = await Enter(curator, "mentors", Entering.Mentor(Entering.Person(family: "Рощина")));
        var (mentee, asMentee) = await Enter(
            curator,
            "mentees",
            Entering.Mentee(Entering.Person("2000-02-29", "Полевой"))
        );
        foreach (var (profile, bank) in new[] { (mentor, "mentors"), (mentee, "mentees") })
        {
            await curator.Do("~/consents", Entering.Consent(profile["personId"]!));
            await Decide(head, $"~/{bank}/{profile["id"]}", "admission");
        }

        var pair = await curator.Do(
            "~/pairs",
            new
            {
                mentorId = mentor["id"],
                menteeId = mentee["id"],
                formCode = "teacherTeacher",
                kindCodes = new[] { "traditional" },
                topic = "Дисциплина на уроке",
            }
        );
        var pairPath = $"~/pairs/{pair["id"]}";
        await Decide(asMentor, pairPath, "agreement", new { personId = mentor["personId"] });
        await Decide(asMentee, pairPath, "agreement", new { personId = mentee["personId"] });

        var order = await curator.Do("~/orders", new { pairIds = new[] { pair["id"] } });
        var signed = await Decide(head, $"~/orders/{order["id"]}", "signature", new { signedOn = app.Today });
        var paper = OrderReading.Of((await clerk.Get($"~/orders/{order["id"]}/document")).Bytes);
        paper.Lines.ShouldContain($"15.04.2026\t№ {signed["number"]}");
        string.Join('\n', paper.Lines).ShouldContain("Рощина Вера Олеговна");

        // An employee works as a mentor by an addendum to the contract: without it the order alone opens nothing.
        ((string)signed["waiting"]![0]!["missing"]![0]!["code"]!).ShouldBe("addendumMissing");
        await curator.Do(
            $"{pairPath}/addenda",
            new
            {
                personId = mentor["personId"],
                number = "4/26",
                signedOn = app.Today,
            }
        );
        await app.DoWork();
        ((string)(await asMentee.See(pairPath))["state"]!).ShouldBe("active");

        var read = await clerk.Do(
            $"~/orders/{order["id"]}/acknowledgments",
            new { personIds = new[] { mentor["personId"] }, acknowledgedOn = app.Today }
        );
        ((string)read["acknowledged"]!.ToJsonString()).ShouldBe("""{"n":1,"of":2}""");

        foreach (var type in new[] { "introductory", "trial", "planning" })
            await asMentor.Do("~/meetings", Meeting(pair, type));
        var program = await asMentor.Do("~/programs", Program(pair));
        var programPath = $"~/programs/{program["id"]}";
        foreach (var member in new[] { asMentor, asMentee, curator })
            await Decide(member, programPath, "agreement");
        await Decide(curator, programPath, "approval", new { approvedOn = app.Today });
        await asMentee.Do("~/meetings", Meeting(pair, "regular"));
        var activity = (await asMentor.See(programPath))["activities"]![0]!;
        await asMentor.Do(
            $"{programPath}/activities/{activity["id"]}/completion",
            new { completedOn = app.Today, result = "Самоанализ" }
        );
        ((string)(await curator.See($"~/mentees/{mentee["id"]}"))["state"]!).ShouldBe("inProgram");
        (await asMentee.See(programPath))["progress"]!["done"]!.GetValue<int>().ShouldBe(1);

        await app.DoWork();
        var municipality = await (await app.As("municipalMethodologist", TestTree.Municipality)).See(
            $"/api/v1/municipalities/{TestTree.Municipality}/dashboard"
        );
        var region = await (await app.As("regionalOperator", TestTree.Region)).See(
            $"/api/v1/regions/{TestTree.Region}/dashboard"
        );
        foreach (var totals in new[] { municipality["totals"]!, region["totals"]! })
        {
            totals["activePairs"]!.GetValue<int>().ShouldBe(1);
            totals["organizationsWithParticipants"]!.GetValue<int>().ShouldBe(1);
        }
        (municipality.ToJsonString() + region.ToJsonString()).ShouldNotContain("Рощин");

        await Decide(
            curator,
            pairPath,
            "closing",
            new
            {
                ground = "completed",
                explanation = "Цели достигнуты",
                closedOn = app.Today,
            }
        );
        await app.DoWork();
        ((string)(await asMentor.See(programPath))["state"]!).ShouldBe("completed");
        ((string)(await curator.See($"~/mentees/{mentee["id"]}"))["state"]!).ShouldBe("finished");
    }

    [Fact]
    public async Task A_sheet_gives_the_first_password_once_and_a_later_sheet_a_new_one()
    {
        var curator = await Staff("curator");
        var added = await curator.Do("~/mentors", Entering.Mentor());
        var invite = new { personId = added["personId"] };
        var sheet = await curator.Do("~/accounts/invitations", invite);
        ((string)sheet["purpose"]!).ShouldBe("activation");
        // A name alone, or with a number, would tell who is in other organizations.
        ((string)sheet["login"]!).ShouldMatch(@"^[a-z]+\.[a-z]+\.[bdfghkmnprstvxz]{4}$");

        using var person = new ApiClient(app.Address, TestTree.School);
        (await Accept(person, sheet, "коротко")).ShouldBe(HttpStatusCode.BadRequest, "request.invalid");
        (await Accept(person, sheet, "пароль для пробы")).Status.ShouldBe(HttpStatusCode.OK);
        (await Accept(person, sheet, "другой пароль для пробы")).ShouldBe(
            HttpStatusCode.Unauthorized,
            "account.wrong_code"
        );

        var reset = await curator.Do("~/accounts/invitations", invite);
        var later = await curator.Do("~/accounts/invitations", invite);
        ((string)reset["purpose"]!).ShouldBe("reset");
        ((string)reset["login"]!).ShouldBe((string)sheet["login"]!);
        (await Accept(person, reset, "другой пароль для пробы")).ShouldBe(
            HttpStatusCode.Unauthorized,
            "account.wrong_code"
        );
        (await Accept(person, later, "другой пароль для пробы")).Status.ShouldBe(HttpStatusCode.OK);
        using var again = await app.SignIn((string)sheet["login"]!, "другой пароль для пробы", TestTree.School);
        (await again.See("~/pairs"))["total"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task The_same_request_again_shows_no_code_again()
    {
        var curator = await Staff("curator");
        var added = await curator.Do("~/mentors", Entering.Mentor());
        var key = Guid.NewGuid();

        var first = await curator.Post("~/accounts/invitations", new { personId = added["personId"] }, key);
        var second = await curator.Post("~/accounts/invitations", new { personId = added["personId"] }, key);

        ((string?)first.Json["code"]).ShouldNotBeNullOrEmpty();
        second.Json["code"].ShouldBeNull();
        ((string)second.Json["invitationId"]!).ShouldBe((string)first.Json["invitationId"]!);
    }

    private Task<ApiClient> Staff(string role) => app.As(role, TestTree.School);

    /// <summary>Somebody new in the bank or base, and that person's own session.</summary>
    private async Task<(JsonNode Profile, ApiClient Own)> Enter(ApiClient curator, string bank, object body)
    {
        var profile = await curator.Do($"~/{bank}", body);
        var sheet = await curator.Do("~/accounts/invitations", new { personId = profile["personId"] });
        var own = new ApiClient(app.Address, TestTree.School);
        var session = await Accept(own, sheet, "пароль для пробы");
        session.Status.ShouldBe(HttpStatusCode.OK, session.Text);
        own.Remember(session);
        return (profile, own);
    }

    private static Task<ApiAnswer> Accept(ApiClient person, JsonNode sheet, string newPassword) =>
        person.Post(
            "/api/v1/accounts/invitations/accept",
            new
            {
                login = sheet["login"],
                code = sheet["code"],
                newPassword,
            }
        );

    /// <summary>Decides on the version that the actor sees.</summary>
    private static async Task<JsonNode> Decide(ApiClient actor, string path, string what, object? body = null) =>
        await actor.Do($"{path}/{what}", body, (long)(await actor.See(path))["version"]!);

    private object Meeting(JsonNode pair, string type) =>
        new
        {
            pairId = pair["id"],
            type,
            heldOn = app.Today,
            minutes = 40,
            mode = "inPerson",
            outcome = "Поговорили и договорились",
            confirmed = new[] { "meeting.same_day" },
        };

    private object Program(JsonNode pair) =>
        new
        {
            pairId = pair["id"],
            formCodes = new[] { "teacherTeacher" },
            kindCodes = new[] { "traditional" },
            deliveryMode = "blended",
            startsOn = app.Today,
            endsOn = app.Today.AddMonths(5),
            rationale = new
            {
                problem = "Шум на уроке",
                goals = "Спокойный урок",
                mentorContent = "Показывает приёмы",
                menteeContent = "Пробует их",
                plannedResults = "Открытый урок",
                meetingSchedule = "По четвергам",
            },
            activities = new[]
            {
                new
                {
                    direction = "methodical",
                    title = "Взаимопосещение уроков",
                    plannedOn = app.Today,
                    mode = "inPerson",
                    expectedResult = "Самоанализ",
                    responsible = "both",
                },
            },
        };
}
