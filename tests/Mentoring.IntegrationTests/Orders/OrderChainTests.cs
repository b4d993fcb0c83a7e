using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;

namespace Mentoring.IntegrationTests.Orders;

/// <summary>From two people in bank and base to a working pair, and what may hold it up.</summary>
public sealed class OrderChainTests(PairsApp app) : IClassFixture<PairsApp>
{
    [Fact, Trait("covers", "S0-1"), Trait("covers", "S0-84"), Trait("covers", "C-25")]
    public async Task A_signed_order_is_a_sealed_paper_and_its_pair_works()
    {
        var mentor = await app.AddMentor("Ковалева", isEmployee: false);
        var mentee = await app.AddMentee("Зимин");
        var pair = await app.Agreed(mentor, mentee, "collegeEducatorYoungEducator");
        var (curator, head) = (await app.Curator, await app.Head);

        var draft = await curator.Do("~/orders", new { pairIds = new[] { pair["id"] } });
        var preview = await curator.Get($"~/orders/{draft["id"]}/document");
        var signed = await head.Do($"~/orders/{draft["id"]}/signature", new { signedOn = app.Today }, 1);
        var sealedPaper = await curator.Get($"~/orders/{draft["id"]}/document");

        OrderReading.Of(preview.Bytes).Tops.ShouldContain("ПРОЕКТ");
        ((string)signed["state"]!).ShouldBe("inForce");
        var number = (string)signed["number"]!;
        signed["activated"]!.AsArray().Select(id => (string)id!).ShouldBe([(string)pair["id"]!]);
        signed["waiting"]!.AsArray().ShouldBeEmpty();
        var paper = OrderReading.Of(sealedPaper.Bytes);
        paper.Tops.ShouldNotContain("ПРОЕКТ");
        paper
            .Lines[..6]
            .ShouldBe([
                "ШКОЛА SCHOOL",
                "(school)",
                "ПРИКАЗ",
                $"15.04.2026\t№ {number}",
                "г. Пробный",
                "О закреплении наставнической пары",
            ]);
        paper.Lines[6].ShouldStartWith("В соответствии с распоряжением Министерства просвещения");
        paper.Lines[7].ShouldBe("ПРИКАЗЫВАЮ:");
        paper
            .Lines[8]
            .ShouldMatch(
                "^1\\. Закрепить наставническую пару: наставник – Ковалева Тамара Проб\\d+, учитель математики, "
                    + "наставляемый – Зимин Матвей Проб\\d+, учитель физики, форма наставничества "
                    + "«педагог вуза \\(колледжа\\) – молодой педагог образовательной организации»\\.$"
            );
        paper.Lines.ShouldContain("5. Контроль за исполнением приказа оставляю за собой.");
        paper.Lines.ShouldContain("Директор school |  | А.И. Пробная");
        paper.Lines.ShouldContain("1 | Учитель математики | Ковалева Т.П. |  | ");
        paper.Lines.ShouldContain("2 | Учитель физики | Зимин М.П. |  | ");
        (await app.See(pair)).State.ShouldBe("active");

        sealedPaper.Bytes.ShouldBe((await head.Get($"~/orders/{draft["id"]}/document")).Bytes);
        Convert.ToHexStringLower(SHA256.HashData(sealedPaper.Bytes)).ShouldBe((string)signed["documentSha256"]!);
        sealedPaper
            .Headers["Content-Type"]
            .ShouldBe("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        Uri.UnescapeDataString(sealedPaper.Headers["Content-Disposition"])
            .ShouldContain($"filename*=UTF-8''Приказ № {number} от 15.04.2026.docx");
    }

    [Fact, Trait("covers", "C-65")]
    public async Task Who_has_read_a_document_is_on_record_and_who_was_refused_is_not()
    {
        var draft = await Draft(await app.Agreed(await app.AddMentor(), await app.AddMentee()));
        var curator = await app.Curator;
        var unknown = Guid.CreateVersion7();

        await curator.Get($"~/orders/{draft}/document");
        await curator.Get($"~/orders/{unknown}/document");
        await (await app.As("mentor", TestTree.School)).Get($"~/orders/{draft}/document");

        var rows = await app.Database.Scalar<string>(
            $"""
            SELECT coalesce(string_agg(subject_kind || ' ' || account_id || ' ' || cardinality(fields), ', '), '')
            FROM mentoring.audit_entry WHERE operation = 'getOrderDocument' AND subject_id = '{draft}'
            """
        );
        rows.ShouldBe($"Order {curator.AccountId} 0");
        (
            await app.Database.Scalar<long>(
                $"SELECT count(*) FROM mentoring.audit_entry WHERE subject_id = '{unknown}'"
            )
        ).ShouldBe(0, "a document that nobody has got");
    }

    [Fact, Trait("covers", "C-26"), Trait("covers", "C-27")]
    public async Task Without_the_addendum_the_pair_waits_and_with_it_begins_at_once()
    {
        var (mentor, mentee) = (await app.AddMentor(isEmployee: true), await app.AddMentee());
        var pair = await app.Agreed(mentor, mentee);
        var head = await app.Head;

        var signed = await Sign(head, await Draft(pair));

        signed["activated"]!.AsArray().ShouldBeEmpty();
        var missing = signed["waiting"]![0]!["missing"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)missing["code"]!).ShouldBe("addendumMissing");
        ((Guid)missing["personId"]!).ShouldBe(mentor.PersonId);
        (await app.See(pair)).ShouldBe(("approvedByOrder", false, "addendumMissing"));

        var addendum = new
        {
            personId = mentor.PersonId,
            number = "4/26",
            signedOn = app.Today,
        };
        var curator = await app.Curator;
        var recorded = await curator.Do($"~/pairs/{pair["id"]}/addenda", addendum);

        ((string)recorded["state"]!).ShouldBe("active");
        (await app.See(pair)).ShouldBe(("active", true, ""));
        (await curator.Post($"~/pairs/{pair["id"]}/addenda", addendum)).ShouldBe(
            HttpStatusCode.Conflict,
            "pair.addendum_recorded"
        );
        (
            await curator.Post(
                $"~/pairs/{pair["id"]}/addenda",
                new
                {
                    personId = mentee.PersonId,
                    number = "5",
                    signedOn = app.Today,
                }
            )
        ).ShouldBe(HttpStatusCode.Conflict, "pair.addendum_not_due");
    }

    [Fact, Trait("covers", "C-14"), Trait("covers", "C-27")]
    public async Task A_consent_that_comes_after_the_order_lets_the_pair_begin_by_itself()
    {
        var (mentor, mentee) = (await app.AddMentor(isEmployee: false), await app.AddMentee());
        var pair = await app.Agreed(mentor, mentee, "collegeEducatorYoungEducator");
        await app.Database.Execute(
            $"""
            UPDATE mentoring.personal_data_consent SET withdrawn_on = '{app.Today:O}', withdrawn_reason = '?'
            WHERE person_id = '{mentee.PersonId}'
            """
        );
        await Sign(await app.Head, await Draft(pair));
        (await app.See(pair)).ShouldBe(("approvedByOrder", false, "personalDataConsentWithdrawn"));

        await (await app.Curator).Do(
            "~/consents",
            new
            {
                personId = mentee.PersonId,
                textVersion = "2025-09",
                scope = "participation",
                givenOn = app.Today,
                validUntil = app.Today.AddYears(1),
                subjectSigned = true,
            }
        );
        await app.DoWork();

        (await app.See(pair)).ShouldBe(("active", true, ""));
        var version = (long)(await (await app.Curator).See($"~/pairs/{pair["id"]}"))["version"]!;
        await app.DoWork();
        ((long)(await (await app.Curator).See($"~/pairs/{pair["id"]}"))["version"]!).ShouldBe(version);
    }

    [Fact, Trait("covers", "C-27")]
    public async Task A_withdrawal_closes_the_gate_of_an_active_pair_and_another_consent_opens_it()
    {
        var (mentor, mentee) = (await app.AddMentor(isEmployee: false), await app.AddMentee());
        var pair = await app.Agreed(mentor, mentee, "collegeEducatorYoungEducator");
        await Sign(await app.Head, await Draft(pair));
        var asMentee = await app.Be("mentee", mentee.PersonId);

        await asMentee.Do(
            $"~/pairs/{pair["id"]}/consent-withdrawal",
            new { personId = mentee.PersonId, withdrawnOn = app.Today }
        );

        (await app.See(pair)).ShouldBe(("active", false, "dutyConsentWithdrawn"));
        var seen = await asMentee.See($"~/pairs/{pair["id"]}");
        await asMentee.Do(
            $"~/pairs/{pair["id"]}/agreement",
            new { personId = mentee.PersonId },
            (long)seen["version"]!
        );
        (await app.See(pair)).ShouldBe(("active", true, ""));
    }

    [Fact, Trait("covers", "S0-72")]
    public async Task A_closed_pair_frees_the_place_and_tells_whoever_builds_on_it()
    {
        var (mentor, mentee) = (await app.AddMentor(capacity: 1, isEmployee: false), await app.AddMentee());
        var pair = await app.Agreed(mentor, mentee, "collegeEducatorYoungEducator");
        await Sign(await app.Head, await Draft(pair));
        await app.DoWork();
        var curator = await app.Curator;
        var version = (long)(await curator.See($"~/pairs/{pair["id"]}"))["version"]!;
        var body = new
        {
            ground = "mutual",
            explanation = "Переезд",
            closedOn = app.Today,
        };

        (await curator.Post($"~/pairs/{pair["id"]}/closing", body, version: version - 1)).ShouldBe(
            HttpStatusCode.PreconditionFailed,
            "version.stale"
        );
        await curator.Do($"~/pairs/{pair["id"]}/closing", body, version);

        (
            await app.Database.Scalar<string>(
                $"SELECT payload->>'ground' FROM mentoring.work_item WHERE kind = 'pair.closed' AND key = '{pair["id"]}'"
            )
        ).ShouldBe("mutual");
        var asMentor = await app.Be("mentor", mentor.PersonId);
        var closing = (await asMentor.See($"~/pairs/{pair["id"]}"))["closing"]!;
        ((string)closing["ground"]!).ShouldBe("mutual");
        closing["explanation"].ShouldBeNull();
        await curator.Do("~/pairs", PairsApp.Proposal(mentor, mentee, "collegeEducatorYoungEducator"));
    }

    private async Task<string> Draft(params JsonNode[] pairs) =>
        (string)
            (await (await app.Curator).Do("~/orders", new { pairIds = pairs.Select(p => (string)p["id"]!) }))["id"]!;

    private Task<JsonNode> Sign(ApiClient head, string order) =>
        head.Do($"~/orders/{order}/signature", new { signedOn = app.Today }, 1);
}
