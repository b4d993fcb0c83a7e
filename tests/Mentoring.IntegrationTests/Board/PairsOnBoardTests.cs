using System.Text.Json.Nodes;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;

namespace Mentoring.IntegrationTests.Board;

/// <summary>A pair's way from the proposal to work, as each who has to do with it is asked for his part.</summary>
public sealed class PairsOnBoardTests(PairsApp app) : IClassFixture<PairsApp>
{
    private const string Title = "Звонарёва Т.П. – Нестругин М.П.";

    [Fact]
    public async Task Members_are_asked_to_agree_until_they_have()
    {
        var (mentor, mentee) = (await app.AddMentor(), await app.AddMentee());
        var id = await Propose(mentor, mentee);
        var curator = await app.Curator;
        var (asMentor, asMentee) = (await app.Be("mentor", mentor.PersonId), await app.Be("mentee", mentee.PersonId));

        (await SeenBoard.By(curator))
            .Find("pairsForAgreement", id)
            .ShouldBe(new SeenEntry(Title, "Звонарёва Т.П., Нестругин М.П.", "2026-04-15", "pair", ""));
        (await SeenBoard.By(asMentor))
            .Find("pairsForMyAgreement", id)
            .ShouldBe(new SeenEntry(Title, null, "2026-04-15", "pair", ""));
        await Agree(asMentor, id, mentor, 1);

        (await SeenBoard.By(asMentor)).Kinds.ShouldBeEmpty();
        (await SeenBoard.By(curator)).Find("pairsForAgreement", id)!.Detail.ShouldBe("Нестругин М.П.");
        (await SeenBoard.By(asMentee)).Kinds.ShouldBe(["pairsForMyAgreement"]);
        await Agree(asMentee, id, mentee, 2);

        (await SeenBoard.By(asMentee)).Kinds.ShouldBeEmpty();
        var after = await SeenBoard.By(curator);
        after.Find("pairsForAgreement", id).ShouldBeNull();
        after.Find("pairsToOrder", id)!.Date.ShouldBe("2026-04-15");
    }

    [Fact]
    public async Task For_a_young_child_the_parent_is_asked_and_not_the_child()
    {
        var mentor = await app.AddMentor();
        var (pupil, parentId) = await app.AddPupil(12);
        var id = await Propose(mentor, pupil, "teacherStudent");

        var asPupil = await app.Be("mentee", pupil.PersonId);
        var asParent = await app.Be("legalRepresentative", parentId);
        (await SeenBoard.By(asPupil)).Kinds.ShouldBeEmpty();
        (await SeenBoard.By(asParent)).Find("pairsForMyAgreement", id).ShouldNotBeNull();
        await Agree(asParent, id, pupil, 1);

        (await SeenBoard.By(asParent)).Kinds.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_has_taken_the_consent_back_is_not_asked_again()
    {
        var (mentor, mentee) = (await app.AddMentor(), await app.AddMentee());
        var pair = await app.Agreed(mentor, mentee);
        var id = (Guid)pair["id"]!;
        var asMentee = await app.Be("mentee", mentee.PersonId);

        await asMentee.Do(
            $"~/pairs/{id}/consent-withdrawal",
            new { personId = mentee.PersonId, withdrawnOn = app.Today }
        );

        (await SeenBoard.By(asMentee)).Kinds.ShouldBeEmpty();
        var curator = await SeenBoard.By(await app.Curator);
        curator.Find("pairsForAgreement", id)!.Detail.ShouldBe("Нестругин М.П.");
        curator.Find("pairsToOrder", id).ShouldBeNull();
    }

    [Fact]
    public async Task An_order_goes_from_whoever_drafts_it_to_the_head_and_to_the_clerk()
    {
        var (mentor, mentee) = (await app.AddMentor("Ладынина", isEmployee: false), await app.AddMentee("Охотин"));
        var pair = await app.Agreed(mentor, mentee);
        var id = (Guid)pair["id"]!;
        var (curator, head) = (await app.Curator, await app.Head);
        var clerk = await app.As("recordsClerk", TestTree.School);
        (await SeenBoard.By(curator)).Find("pairsToOrder", id)!.Title.ShouldBe("Ладынина Т.П. – Охотин М.П.");

        var order = (Guid)(await curator.Do("~/orders", new { pairIds = new[] { id } }))["id"]!;
        (await SeenBoard.By(curator)).Find("pairsToOrder", id).ShouldBeNull();
        (await SeenBoard.By(curator)).Kinds.ShouldNotContain("ordersToSign");
        (await SeenBoard.By(clerk)).Kinds.ShouldNotContain("ordersToSign");
        (await SeenBoard.By(head))
            .Find("ordersToSign", order)
            .ShouldBe(
                new SeenEntry(
                    "О закреплении наставнической пары",
                    "Ладынина Т.П., Охотин М.П.",
                    "2026-04-15",
                    "order",
                    ""
                )
            );
        var signed = await head.Do($"~/orders/{order}/signature", new { signedOn = app.Today }, 1);

        (await SeenBoard.By(head)).Find("ordersToSign", order).ShouldBeNull();
        (await SeenBoard.By(clerk))
            .Find("ordersToAcknowledge", order)
            .ShouldBe(
                new SeenEntry(
                    $"№ {signed["number"]} О закреплении наставнической пары",
                    "0/2",
                    "2026-04-15",
                    "order",
                    ""
                )
            );
        await Acknowledge(clerk, order, mentor);
        (await SeenBoard.By(clerk)).Find("ordersToAcknowledge", order)!.Detail.ShouldBe("1/2");
        await Acknowledge(clerk, order, mentee);
        (await SeenBoard.By(clerk)).Find("ordersToAcknowledge", order).ShouldBeNull();
    }

    [Fact, Trait("covers", "C-27")]
    public async Task What_the_legal_gate_misses_is_said_before_the_work_begins_and_while_it_goes_on()
    {
        var (mentor, mentee) = (await app.AddMentor(isEmployee: true), await app.AddMentee());
        var pair = await app.Agreed(mentor, mentee);
        var id = (Guid)pair["id"]!;
        var (curator, head) = (await app.Curator, await app.Head);
        var order = (await curator.Do("~/orders", new { pairIds = new[] { id } }))["id"];
        await head.Do($"~/orders/{order}/signature", new { signedOn = app.Today }, 1);

        var waiting = await SeenBoard.By(curator);
        waiting
            .Find("orderedPairsWaiting", id)
            .ShouldBe(new SeenEntry(Title, "Звонарёва Т.П.", "2026-04-15", "pair", "gateMissing.addendumMissing"));
        waiting.Severity("orderedPairsWaiting").ShouldBe("toDo");
        await curator.Do(
            $"~/pairs/{id}/addenda",
            new
            {
                personId = mentor.PersonId,
                number = "4",
                signedOn = app.Today,
                validUntil = app.Today.AddDays(30),
            }
        );
        var working = await SeenBoard.By(curator);
        working.Find("orderedPairsWaiting", id).ShouldBeNull();
        working.Find("activePairsGateClosed", id).ShouldBeNull();

        app.Calendar.Shift += TimeSpan.FromDays(31);
        var closed = await SeenBoard.By(curator);
        var seenByHead = await SeenBoard.By(head);
        var seenByPsychologist = await SeenBoard.By(await app.As("educationalPsychologist", TestTree.School));
        app.Calendar.Shift -= TimeSpan.FromDays(31);
        closed
            .Find("activePairsGateClosed", id)
            .ShouldBe(new SeenEntry(Title, "Звонарёва Т.П.", null, "pair", "gateMissing.addendumExpired"));
        closed.Severities[0].ShouldBe("overdue");
        seenByHead.Find("activePairsGateClosed", id).ShouldNotBeNull();
        seenByPsychologist.Kinds.ShouldBeEmpty("who can do nothing about it is not asked");
    }

    private async Task<Guid> Propose(Participant mentor, Participant mentee, string form = "teacherTeacher") =>
        (Guid)(await (await app.Curator).Do("~/pairs", PairsApp.Proposal(mentor, mentee, form)))["id"]!;

    private static Task<JsonNode> Agree(ApiClient client, Guid pair, Participant member, long version) =>
        client.Do($"~/pairs/{pair}/agreement", new { personId = member.PersonId }, version);

    private Task<JsonNode> Acknowledge(ApiClient clerk, Guid order, Participant someone) =>
        clerk.Do(
            $"~/orders/{order}/acknowledgments",
            new { personIds = new[] { someone.PersonId }, acknowledgedOn = app.Today }
        );
}
