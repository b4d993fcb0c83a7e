using System.Net;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;
using Mentoring.Platform.Features.Reference;
using static Mentoring.IntegrationTests.Programs.WorkingPair;

namespace Mentoring.IntegrationTests.Programs;

public sealed class ProgramChainTests(PairsApp app) : IClassFixture<PairsApp>
{
    [Fact, Trait("covers", "S0-59"), Trait("covers", "S1-38"), Trait("covers", "S1-40")]
    public async Task From_the_mentors_draft_to_the_end_of_work()
    {
        var pair = await WorkingPair.In(app);
        var program = await pair.Draft();

        var draft = await pair.AsMentee.See($"~/programs/{program}");
        Allowed(draft).ShouldBe(["editProgram", "agreeToProgram"]);
        draft["activities"]!.AsArray().Count.ShouldBe(3);
        ((string)draft["basis"]!).ShouldBe("individual");
        ((string)draft["rationale"]!["goals"]!).ShouldBe("Освоить групповую работу");
        var kept = (Guid)draft["activities"]![0]!["id"]!;
        await pair.AsMentor.Do($"~/programs/{program}/agreement", new { }, 1);

        // The mentee is a co-author: his edition voids what the mentor has agreed to.
        var edited = await pair.AsMentee.Put($"~/programs/{program}", pair.Text(withPair: false, activity: kept), 2);
        edited.Status.ShouldBe(HttpStatusCode.OK, edited.Text);
        ((int)edited.Json["edition"]!).ShouldBe(2);
        edited.Headers["ETag"].ShouldBe("\"3\"");
        var second = await pair.AsMentor.See($"~/programs/{program}");
        second["agreements"]!.AsArray().ShouldAllBe(a => a!["agreedOn"] == null);
        ((Guid)second["activities"]![0]!["id"]!).ShouldBe(kept);

        ((string)(await pair.Agree(program))["state"]!).ShouldBe("agreed");
        Allowed(await pair.AsCurator.See($"~/programs/{program}")).ShouldBe(["editProgram", "approveProgram"]);
        var approved = await pair.Approve(program, app.Today);
        ((string)approved["state"]!).ShouldBe("active");

        await Complete(pair.AsMentor, program, 0);
        await Complete(pair.AsMentor, program, 1);
        var seen = await pair.AsMentee.See($"~/programs/{program}");
        ((int)seen["progress"]!["done"]!).ShouldBe(2);
        ((int)seen["progress"]!["planned"]!).ShouldBe(3);
        ((int)seen["progress"]!["overdue"]!).ShouldBe(0);
        Allowed(seen["activities"]![2]!).ShouldBe(["completeActivity"]);
        Allowed(await pair.AsMentor.See($"~/programs/{program}")).ShouldNotContain("completeProgram");
        await Complete(pair.AsMentee, program, 2);

        var done = await Do(pair.AsMentor, program, "completion", new { });
        ((string)done["state"]!).ShouldBe("completed");
        Allowed(await pair.AsCurator.See($"~/programs/{program}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_approved_is_sealed_with_its_hash()
    {
        var pair = await WorkingPair.In(app);
        var program = await pair.Running(app.Today);

        var same = await app.Database.Scalar<bool>(
            $"SELECT hash = sha256(convert_to(content, 'UTF8')) AND content LIKE '%Освоить групповую работу%' FROM mentoring.program_edition WHERE program_id = '{program}'"
        );
        same.ShouldBeTrue();
    }

    [Fact]
    public async Task One_acts_on_what_one_has_seen()
    {
        var pair = await WorkingPair.In(app);
        var program = await pair.Draft();
        var path = $"~/programs/{program}";

        (await pair.AsMentee.Put(path, pair.Text(withPair: false))).ShouldBe(
            HttpStatusCode.PreconditionRequired,
            "version.required"
        );
        (await pair.AsMentee.Put(path, pair.Text(withPair: false), 9)).ShouldBe(
            HttpStatusCode.PreconditionFailed,
            "version.stale"
        );
        (await pair.AsMentor.Post($"{path}/agreement", new { })).ShouldBe(
            HttpStatusCode.PreconditionRequired,
            "version.required"
        );
        await pair.AsMentor.Do($"{path}/agreement", new { }, 1);
        (await pair.AsMentee.Post($"{path}/agreement", new { }, version: 1)).ShouldBe(
            HttpStatusCode.PreconditionFailed,
            "version.stale"
        );
    }

    [Fact]
    public async Task A_pair_has_one_program_that_is_not_over()
    {
        var pair = await WorkingPair.In(app);
        var both = await Task.WhenAll(
            pair.AsMentor.Post("~/programs", pair.Text()),
            pair.AsCurator.Post("~/programs", pair.Text())
        );
        both.Count(a => a.Status == HttpStatusCode.Created).ShouldBe(1);
        both.Single(a => a.Status != HttpStatusCode.Created)
            .ShouldBe(HttpStatusCode.Conflict, "program.pair_has_program");

        var items = (await pair.AsMentee.See("~/programs"))["items"]!.AsArray();
        items.Count.ShouldBe(1);
        ((string)items[0]!["mentorName"]!).ShouldStartWith("Звонарёва Тамара");
        ((int)items[0]!["planned"]!).ShouldBe(3);
    }

    [Fact]
    public async Task A_repeated_draft_is_the_same_draft()
    {
        var pair = await WorkingPair.In(app);
        var key = Guid.NewGuid();
        var first = await pair.AsMentor.Post("~/programs", pair.Text(), key);
        var again = await pair.AsMentor.Post("~/programs", pair.Text(), key);

        again.Status.ShouldBe(HttpStatusCode.Created);
        again.Text.ShouldBe(first.Text);
    }

    [Fact]
    public async Task The_program_of_others_is_not_there()
    {
        var pair = await WorkingPair.In(app);
        var program = await pair.Draft();
        var stranger = await WorkingPair.In(app);
        var path = $"~/programs/{program}";

        foreach (var client in new[] { stranger.AsMentor, stranger.AsMentee })
        {
            (await client.Get(path)).ShouldBe(HttpStatusCode.NotFound, "resource.not_found");
            (await client.Put(path, pair.Text(withPair: false), 1)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await client.Post($"{path}/agreement", new { }, version: 1)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await client.See("~/programs"))["items"]!.AsArray().ShouldBeEmpty();
        }
        (await stranger.AsMentor.Post("~/programs", pair.Text())).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.AsHead.See("~/programs?q=звонарева"))["items"]!.AsArray().ShouldNotBeEmpty();
        (await stranger.AsHead.See("~/programs?q=никто"))["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_term_of_two_months_says_what_would_do()
    {
        var pair = await WorkingPair.In(app);

        var answer = await pair.AsMentor.Post("~/programs", pair.Text(Starts, new DateOnly(2026, 5, 1)));

        answer.ShouldBe(HttpStatusCode.BadRequest, "program.term_too_short");
        ((int)answer.Json["params"]!["minMonths"]!).ShouldBe(3);
        ((string)answer.Json["params"]!["endsOn"]!).ShouldBe("2026-06-01");
        ((string)answer.Json["errors"]![0]!["pointer"]!).ShouldBe("/endsOn");
        (await pair.AsMentor.Post("~/programs", pair.Text(Ends, Starts))).ShouldBe(
            HttpStatusCode.BadRequest,
            "program.dates_reversed"
        );
        (await pair.AsMentor.Post("~/programs", pair.Text(Starts, DateOnly.MaxValue))).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );
    }

    [Fact]
    public async Task A_member_signs_by_hand_and_the_curator_puts_it_down()
    {
        var pair = await WorkingPair.In(app);
        var program = await pair.Draft();
        var paper = new { personId = pair.Mentee.PersonId, onPaper = new { signedOn = app.Today } };

        (await pair.AsMentor.Post($"~/programs/{program}/agreement", paper, version: 1)).ShouldBe(
            HttpStatusCode.Forbidden,
            "access.forbidden"
        );
        await pair.AsCurator.Do($"~/programs/{program}/agreement", paper, 1);

        var agreements = (await pair.AsMentee.See($"~/programs/{program}"))["agreements"]!.AsArray();
        agreements
            .Select(a => ((string)a!["party"]!, a["agreedOn"] is not null, (bool)a["onPaper"]!))
            .ShouldBe([("mentor", false, false), ("mentee", true, true), ("curator", false, false)]);
    }

    [Fact]
    public async Task A_parent_sees_and_agrees_for_the_child()
    {
        var mentor = await app.AddMentor(isEmployee: false);
        var (pupil, parentId) = await app.AddPupil(12);
        var pair = await WorkingPair.Of(app, mentor, pupil, "traditional", "teacherStudent");
        var asParent = await app.Be("legalRepresentative", parentId);
        var program = await pair.Draft();

        Allowed(await asParent.See($"~/programs/{program}")).ShouldBe(["agreeToProgram"]);
        await asParent.Do($"~/programs/{program}/agreement", new { }, 1);

        var agreements = (await asParent.See($"~/programs/{program}"))["agreements"]!.AsArray();
        ((string)agreements[1]!["agreedOn"]!).ShouldBe("2026-04-15");
        (await asParent.See("~/programs"))["items"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact, Trait("covers", "S4-24")]
    public async Task Where_the_setting_says_so_the_head_approves_by_an_order()
    {
        var pair = await WorkingPair.In(app);
        var program = await pair.Draft();
        await pair.Agree(program);
        await app.In(TestTree.School, db => db.Add(Setting.Of("programApprover", "\"headOrder\"")));
        try
        {
            var path = $"~/programs/{program}/approval";
            var version = (long)(await pair.AsHead.See($"~/programs/{program}"))["version"]!;
            (await pair.AsCurator.Post(path, new { approvedOn = app.Today }, version: version)).ShouldBe(
                HttpStatusCode.Forbidden,
                "access.forbidden"
            );
            (await pair.AsHead.Post(path, new { approvedOn = app.Today }, version: version)).ShouldBe(
                HttpStatusCode.BadRequest,
                "program.document_required"
            );
            var order = new { approvedOn = app.Today, document = new { number = "41-о", date = app.Today } };
            ((string)(await pair.AsHead.Do(path, order, version))["state"]!).ShouldBe("active");
            var card = await pair.AsMentee.See($"~/programs/{program}");
            ((string)card["approver"]!).ShouldBe("headOrder");
            ((string)card["approvalDocument"]!["number"]!).ShouldBe("41-о");
        }
        finally
        {
            await app.Database.Execute("DELETE FROM mentoring.setting WHERE key = 'programApprover'");
        }
    }

    private async Task Complete(ApiClient client, Guid program, int index)
    {
        var card = await client.See($"~/programs/{program}");
        await client.Do(
            $"~/programs/{program}/activities/{card["activities"]![index]!["id"]}/completion",
            new { completedOn = app.Today, result = "Сделано" }
        );
    }
}
