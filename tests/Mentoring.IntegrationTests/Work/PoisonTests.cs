using Mentoring.IntegrationTests.Harness;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.IntegrationTests.Work;

/// <summary>Items that cannot be done: they wait for an operator, and nobody waits for them.</summary>
public sealed class PoisonTests(PoisonApp app) : IClassFixture<PoisonApp>
{
    [Fact]
    public async Task An_item_that_fails_ten_times_is_parked_with_its_reason_and_others_go_on()
    {
        await app.In(TestTree.School, db => db.Enqueue(PoisonApp.Kind, "poison"));
        await app.In(TestTree.SiblingSchool, db => db.Enqueue(WorkItem.OrganizationChanged, ""));
        var loop = app.Services.GetRequiredService<WorkLoop>();
        for (var attempt = 1; attempt <= 10; attempt++)
        {
            // The first of all, and once: how long it waits after a failure is not looked at here.
            await app.Database.Execute("UPDATE mentoring.work_item SET due_at = '2026-01-01' WHERE key = 'poison'");
            await loop.DoNext(TestContext.Current.CancellationToken);
            (await Read<int>("attempts")).ShouldBe(attempt);
            (await Read<bool>("parked_at IS NOT NULL")).ShouldBe(attempt == 10);
        }

        await app.DoWork();

        (await Read<int>("attempts")).ShouldBe(10);
        (await Read<string>("last_error")).ShouldBe("InvalidOperationException: FormatException");
        (
            await app.Database.Scalar<long>(
                $"SELECT count(*) FROM mentoring.tenant_figures WHERE tenant_id = '{TestTree.SiblingSchool}'"
            )
        ).ShouldBe(1);
    }

    [Fact]
    public async Task An_item_whose_process_ended_in_the_midst_of_it_has_failed_and_waits_like_others()
    {
        await app.In(TestTree.School, db => db.Enqueue(WorkItem.OrganizationChanged, "torn"));
        await app.Database.Execute("UPDATE mentoring.work_item SET due_at = '2026-01-01' WHERE key = 'torn'");
        var (queue, loop) = (app.Services.GetRequiredService<WorkQueue>(), app.Services.GetRequiredService<WorkLoop>());

        // Given back by a process that stops in order: no fault of the item.
        await (await queue.Claim(Ct)).ShouldNotBeNull().DisposeAsync();
        (await Torn("attempts")).ShouldBe("0");

        await TearOff(await queue.Claim(Ct));
        (await loop.DoNext(Ct)).ShouldBeTrue();

        (await Torn("attempts")).ShouldBe("1");
        (await Torn("last_error")).ShouldBe(nameof(ProcessEndedException));
        (await Torn("due_at > clock_timestamp() AND parked_at IS NULL")).ShouldBe("true");
        (
            await app.Database.Scalar<string>(
                $"SELECT outcome || ' ' || reason FROM mentoring.work_run WHERE tenant_id = '{TestTree.School}' AND kind = '{WorkItem.OrganizationChanged}'"
            )
        ).ShouldBe($"failed {nameof(ProcessEndedException)}");

        await app.Database.Execute("UPDATE mentoring.work_item SET due_at = '2026-01-01' WHERE key = 'torn'");
        await loop.DoNext(Ct);
        (await Torn("attempts")).ShouldBeNull("its next turn did it");
        (await app.Database.Scalar<long>("SELECT count(*) FROM mentoring.work_start")).ShouldBe(0);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>As if the process were no more: its connection is, and nothing is tidied up.</summary>
    private async Task TearOff(WorkClaim? claim)
    {
        claim.ShouldNotBeNull().IsFirstStart.ShouldBeTrue();
        await app.Database.Execute(
            """
            SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
            WHERE datname = current_database() AND state = 'idle in transaction' AND usename = 'mentoring_work'
            """
        );
    }

    private Task<string?> Torn(string what) =>
        app.Database.Scalar<string>($"SELECT ({what})::text FROM mentoring.work_item WHERE key = 'torn'");

    [Fact]
    public async Task What_a_failed_attempt_wrote_is_not_there()
    {
        await app.In(TestTree.CousinSchool, db => db.Enqueue(PoisonApp.Kind, "writes"));

        await app.DoWork();

        (await app.Database.Scalar<long>("SELECT count(*) FROM mentoring.work_item WHERE key = 'half done'")).ShouldBe(
            0
        );
    }

    private Task<T?> Read<T>(string what) =>
        app.Database.Scalar<T>($"SELECT {what} FROM mentoring.work_item WHERE key = 'poison'");
}

/// <summary>With a kind of work that always fails, and says a name when it does.</summary>
public sealed class PoisonApp(TestPostgres postgres) : TestApp(postgres)
{
    public const string Kind = "test.poison";

    protected override void Configure(IServiceCollection services) => services.AddScoped<IWorkHandler, Poison>();

    internal sealed class Poison(MentoringDbContext db) : IWorkHandler
    {
        public string Kind => PoisonApp.Kind;

        public async Task Handle(string key, string payload, CancellationToken cancellationToken)
        {
            db.Enqueue("test.never", "half done");
            await db.SaveChangesAsync(cancellationToken);
            throw new InvalidOperationException("Пробный Иван", new FormatException("Пробный Пётр"));
        }
    }
}
