using System.Text.Json.Nodes;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;

namespace Mentoring.IntegrationTests.Programs;

/// <summary>An active pair of the school, with everybody who has to do with its program.</summary>
public sealed record WorkingPair(
    Guid Id,
    Participant Mentor,
    Participant Mentee,
    ApiClient AsMentor,
    ApiClient AsMentee,
    ApiClient AsCurator,
    ApiClient AsHead
)
{
    public static readonly DateOnly Since = new(2026, 1, 12);
    public static readonly DateOnly Starts = new(2026, 3, 2);
    public static readonly DateOnly Ends = new(2026, 8, 31);

    /// <summary>A pair that has worked since January; its members are the role accounts from now on.</summary>
    public static async Task<WorkingPair> In(PairsApp app, string kind = "traditional")
    {
        var (mentor, mentee) = (await app.AddMentor(isEmployee: false), await app.AddMentee());
        return await Of(app, mentor, mentee, kind);
    }

    public static async Task<WorkingPair> Of(
        PairsApp app,
        Participant mentor,
        Participant mentee,
        string kind,
        string form = "teacherTeacher"
    )
    {
        var curator = await app.Curator;
        var pair = await curator.Do("~/pairs", PairsApp.Proposal(mentor, mentee, form, kind));
        foreach (var member in new[] { mentor, mentee })
            pair = await curator.Do(
                $"~/pairs/{pair["id"]}/agreement",
                new { personId = member.PersonId, onPaper = new { signedOn = app.Today } },
                (long)pair["version"]!
            );
        var id = (Guid)pair["id"]!;
        var (order, number) = await Ordered(app, id);
        // As an order of January would have left it.
        await app.Database.Execute(
            $"""
            UPDATE mentoring.head_order SET drafted_on = '{Since:yyyy-MM-dd}', signed_on = '{Since:yyyy-MM-dd}'
            WHERE id = '{order}';
            UPDATE mentoring.mentoring_team SET state = 'active', order_id = '{order}', order_number = '{number}',
              ordered_on = '{Since:yyyy-MM-dd}', active_since = '{Since:yyyy-MM-dd}', version = version + 1
            WHERE id = '{id}'
            """
        );
        return new WorkingPair(
            id,
            mentor,
            mentee,
            await app.Be("mentor", mentor.PersonId),
            await app.Be("mentee", mentee.PersonId),
            curator,
            await app.Head
        );
    }

    private static async Task<(Guid Id, string Number)> Ordered(PairsApp app, Guid pair)
    {
        var draft = await (await app.Curator).Do("~/orders", new { pairIds = new[] { pair } });
        var signed = await (await app.Head).Do(
            $"~/orders/{draft["id"]}/signature",
            new { signedOn = app.Today },
            (long)draft["version"]!
        );
        return ((Guid)signed["id"]!, (string)signed["number"]!);
    }

    public JsonObject Text(
        DateOnly? startsOn = null,
        DateOnly? endsOn = null,
        bool withPair = true,
        Guid? activity = null
    )
    {
        var start = startsOn ?? Starts;
        var end = endsOn ?? Ends;
        var text = new JsonObject
        {
            ["formCodes"] = new JsonArray("teacherTeacher"),
            ["kindCodes"] = new JsonArray("traditional"),
            ["deliveryMode"] = "blended",
            ["startsOn"] = Day(start),
            ["endsOn"] = Day(end),
            ["rationale"] = new JsonObject
            {
                ["problem"] = "Мало приёмов групповой работы",
                ["goals"] = "Освоить групповую работу",
                ["mentorContent"] = "Показывает уроки",
                ["menteeContent"] = "Ведёт уроки",
                ["plannedResults"] = "Открытый урок",
                ["meetingSchedule"] = "По вторникам",
            },
            ["activities"] = new JsonArray(
                Activity("Взаимопосещение уроков", start, "both", activity),
                Activity("Показательный урок", start, "mentor"),
                Activity("Открытый урок", end, "mentee")
            ),
        };
        if (withPair)
            text["pairId"] = Id;
        return text;
    }

    public static JsonObject Activity(string title, DateOnly on, string responsible, Guid? id = null) =>
        new()
        {
            ["direction"] = "methodical",
            ["title"] = title,
            ["plannedOn"] = Day(on),
            ["mode"] = "inPerson",
            ["expectedResult"] = "Самоанализ",
            ["responsible"] = responsible,
            ["id"] = id,
        };

    public async Task<Guid> Draft(object? text = null) =>
        (Guid)(await AsMentor.Do("~/programs", text ?? Text()))["id"]!;

    /// <summary>All three agree by their own clicks.</summary>
    public async Task<JsonNode> Agree(Guid program)
    {
        JsonNode answer = null!;
        foreach (var client in new[] { AsMentor, AsMentee, AsCurator })
            answer = await Do(client, program, "agreement", new { });
        return answer;
    }

    public Task<JsonNode> Approve(Guid program, DateOnly on) =>
        Do(AsCurator, program, "approval", new { approvedOn = on });

    public async Task<Guid> Running(DateOnly today)
    {
        var program = await Draft();
        await Agree(program);
        ((string)(await Approve(program, today))["state"]!).ShouldBe("active");
        return program;
    }

    /// <summary>Acts on the version that the actor sees.</summary>
    public static async Task<JsonNode> Do(ApiClient client, Guid program, string what, object body)
    {
        var seen = await client.See($"~/programs/{program}");
        return await client.Do($"~/programs/{program}/{what}", body, (long)seen["version"]!);
    }

    public static string[] Allowed(JsonNode thing) => [.. thing["allowed"]!.AsArray().Select(a => (string)a!)];

    private static string Day(DateOnly day) =>
        day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
