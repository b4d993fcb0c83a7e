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
