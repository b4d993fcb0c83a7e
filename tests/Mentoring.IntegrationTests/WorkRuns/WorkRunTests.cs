using System.Net;
using System.Text.Json.Nodes;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Work;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.IntegrationTests.WorkRuns;

/// <summary>What the regional operator sees of background work and does about it, in his own region alone.</summary>
public sealed class WorkRunTests(PoisonApp app) : IClassFixture<PoisonApp>, IAsyncLifetime
{
    private const string Poison = PoisonApp.Kind;

    public async ValueTask InitializeAsync() =>
        await app.Database.Execute(
            "TRUNCATE mentoring.work_item, mentoring.work_pause, mentoring.work_run, mentoring.work_tally, quartz.qrtz_scheduler_state"
        );

    [Fact]
    public async Task A_failure_is_listed_with_its_reason_and_nobodys_name()
    {
        await app.In(TestTree.School, db => db.Enqueue(Poison, "x"));
        await Attempt();

        var answer = await (await Operator()).Get("~/work-runs?outcome=failed");

        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        var run = answer.Json["items"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)run["kind"]!).ShouldBe(Poison);
        ((string)run["tenantName"]!).ShouldBe("school");
        ((string)run["reason"]!).ShouldBe("InvalidOperationException: FormatException");
        ((int)run["attempt"]!).ShouldBe(1);
        ((string)run["node"]!).ShouldBe(app.Services.GetRequiredService<WorkNode>().Name);
        answer.Text.ShouldNotContain("Пробный");
        ((int)(await Kind(Poison))["failing"]!).ShouldBe(1);
    }

    [Fact]
    public async Task A_parked_item_is_listed_and_tried_again_from_the_beginning()
    {
        await Park(TestTree.School);
        var desk = await Operator();
        var parked = (await desk.See("~/work-runs/parked"))["items"]!.AsArray().ShouldHaveSingleItem()!;
        ((int)parked["attempts"]!).ShouldBe(10);
        ((string)parked["reason"]!).ShouldStartWith("InvalidOperationException");
        var kind = await Kind(Poison);
        ((int)kind["parked"]!).ShouldBe(1);
        Allowed(kind).ShouldBe(["pauseWorkKind", "retryWorkKind", "retryWork"]);

        ((int)(await desk.Do($"~/work-runs/parked/{parked["id"]}/retry"))["items"]!).ShouldBe(1);

        (await desk.See("~/work-runs/parked"))["items"]!.AsArray().ShouldBeEmpty();
        (await app.Database.Scalar<int>("SELECT attempts FROM mentoring.work_item")).ShouldBe(0);
        (await desk.Post($"~/work-runs/parked/{parked["id"]}/retry")).ShouldBe(
            HttpStatusCode.NotFound,
            "resource.not_found"
        );
        (await Audited("retryWork")).ShouldBe(1);
        await Attempt();
        (await app.Database.Scalar<int>("SELECT attempts FROM mentoring.work_item")).ShouldBe(1);
    }

    [Fact]
    public async Task All_parked_items_of_a_kind_are_tried_again_in_the_own_region_alone()
    {
        await Park(TestTree.School);
        await Park(TestTree.CousinSchool);
        await Park(TestTree.OtherSchool);

        ((int)(await (await Operator()).Do($"~/work-runs/kinds/{Poison}/retry"))["items"]!).ShouldBe(2);

        (
            await app.Database.Scalar<Guid>("SELECT tenant_id FROM mentoring.work_item WHERE parked_at IS NOT NULL")
        ).ShouldBe(TestTree.OtherSchool);
    }

    [Fact]
    public async Task Another_region_neither_sees_nor_touches_it()
    {
        await Park(TestTree.School);
        var id = await app.Database.Scalar<Guid>("SELECT id FROM mentoring.work_item");
        var other = await app.As("regionalOperator", TestTree.OtherRegion);

        (await other.See("~/work-runs"))["items"]!.AsArray().ShouldBeEmpty();
        (await other.See("~/work-runs/parked"))["items"]!.AsArray().ShouldBeEmpty();
        (await other.Post($"~/work-runs/parked/{id}/retry")).ShouldBe(HttpStatusCode.NotFound, "resource.not_found");
        ((int)(await other.Do($"~/work-runs/kinds/{Poison}/retry"))["items"]!).ShouldBe(0);
        (await other.See("~/work-runs/state"))["kinds"]!
            .AsArray()
            .Sum(k => (int)k!["parked"]! + (int)k["due"]! + (int)k["runs"]!)
            .ShouldBe(0);
        (await app.Database.Scalar<int>("SELECT attempts FROM mentoring.work_item")).ShouldBe(10);
    }

    [Fact]
    public async Task A_paused_kind_waits_until_it_is_resumed_and_other_regions_go_on()
    {
        var desk = await Operator();
        ((bool)(await desk.Do("~/work-runs/kinds/organization.changed/pause"))["isPaused"]!).ShouldBeTrue();
        foreach (var tenant in new[] { TestTree.School, TestTree.OtherSchool })
            await app.In(tenant, db => db.Enqueue(WorkItem.OrganizationChanged, ""));

        await app.DoWork();

        (await Waiting(TestTree.School)).ShouldBe(1);
        (await Waiting(TestTree.OtherSchool)).ShouldBe(0);
        var paused = await Kind(WorkItem.OrganizationChanged);
        paused["pausedAt"].ShouldNotBeNull();
        ((int)paused["due"]!).ShouldBe(1);
        paused["lagSeconds"].ShouldNotBeNull();
        Allowed(paused).ShouldBe(["resumeWorkKind"]);

        ((bool)(await desk.Do("~/work-runs/kinds/organization.changed/resume"))["isPaused"]!).ShouldBeFalse();
        await app.DoWork();

        (await Waiting(TestTree.School)).ShouldBe(0);
        (await Kind(WorkItem.OrganizationChanged))["pausedAt"].ShouldBeNull();
        (await Audited("pauseWorkKind")).ShouldBe(1);
        (await Audited("resumeWorkKind")).ShouldBe(1);
    }

    [Fact]
    public async Task An_unknown_kind_cannot_be_paused() =>
        (await (await Operator()).Post("~/work-runs/kinds/nothing.known/pause")).ShouldBe(
            HttpStatusCode.NotFound,
            "resource.not_found"
        );

    [Fact]
    public async Task Runs_are_counted_by_kind_and_region()
    {
        await app.In(TestTree.School, db => db.Enqueue(WorkItem.OrganizationChanged, ""));
        await app.In(TestTree.School, db => db.Enqueue(Poison, "x"));
        await Attempt();
        await app.DoWork();
        var tallies = app.Services.GetRequiredService<WorkTallies>();
        await tallies.Flush(TestContext.Current.CancellationToken);
        await tallies.Flush(TestContext.Current.CancellationToken);

        var changed = await Kind(WorkItem.OrganizationChanged);
        ((int)changed["runs"]!).ShouldBeGreaterThan(0);
        ((int)changed["failures"]!).ShouldBe(0);
        ((int)changed["longestMs"]!).ShouldBeGreaterThanOrEqualTo((int)changed["averageMs"]!);
        changed["lastRunAt"].ShouldNotBeNull();
        var failing = await Kind(Poison);
        ((int)failing["failures"]!).ShouldBe((int)failing["runs"]!);
        ((int)failing["runs"]!).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Processes_are_shown_and_whether_they_live()
    {
        var now = DateTimeOffset.UtcNow;
        await app.Database.Execute(
            $"""
            INSERT INTO quartz.qrtz_scheduler_state (sched_name, instance_name, last_checkin_time, checkin_interval)
            VALUES ('mentoring', 'here', {now.Ticks}, 2000), ('mentoring', 'gone', {now.AddMinutes(-5).Ticks}, 2000)
            """
        );

        var nodes = (await (await Operator()).See("~/work-runs/state"))["nodes"]!.AsArray();

        nodes.Select(n => ((string)n!["name"]!, (bool)n["isAlive"]!)).ShouldBe([("gone", false), ("here", true)]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<ApiClient> Operator() => app.As("regionalOperator", TestTree.Region);

    private async Task<JsonNode> Kind(string kind) =>
        (await (await Operator()).See("~/work-runs/state"))["kinds"]!
            .AsArray()
            .Single(k => (string)k!["kind"]! == kind)!;

    private static IEnumerable<string> Allowed(JsonNode kind) => kind["allowed"]!.AsArray().Select(a => (string)a!);

    /// <summary>Does the poisoned item once, whatever else is due.</summary>
    private async Task Attempt()
    {
        await app.Database.Execute($"UPDATE mentoring.work_item SET due_at = '2026-01-01' WHERE kind = '{Poison}'");
        await app.Services.GetRequiredService<WorkLoop>().DoNext(TestContext.Current.CancellationToken);
    }

    private async Task Park(Guid tenant)
    {
        await app.In(tenant, db => db.Enqueue(Poison, tenant.ToString()));
        await app.Database.Execute(
            $"UPDATE mentoring.work_item SET attempts = 9, due_at = '2025-01-01' WHERE tenant_id = '{tenant}'"
        );
        await app.Services.GetRequiredService<WorkLoop>().DoNext(TestContext.Current.CancellationToken);
    }

    private Task<long> Waiting(Guid tenant) =>
        app.Database.Scalar<long>(
            $"SELECT count(*) FROM mentoring.work_item WHERE kind = 'organization.changed' AND tenant_id = '{tenant}'"
        );

    private Task<long> Audited(string operation) =>
        app.Database.Scalar<long>(
            $"SELECT count(*) FROM mentoring.audit_entry WHERE operation = '{operation}' AND tenant_id = '{TestTree.Region}'"
        );
}
