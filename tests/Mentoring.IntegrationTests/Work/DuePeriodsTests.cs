using Mentoring.IntegrationTests.Harness;
using Mentoring.Platform.Platform.Tenancy;
using Mentoring.Platform.Platform.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.IntegrationTests.Work;

/// <summary>What is due is computed from the database and the calendar: once, whoever asks and however late.</summary>
public sealed class DuePeriodsTests(TestApp app) : IClassFixture<TestApp>, IAsyncLifetime
{
    private static readonly int Tenants = TestTree.Tenants.Count;

    private DuePeriods Periods => app.Services.GetRequiredService<DuePeriods>();

    public async ValueTask InitializeAsync()
    {
        await app.Database.Execute(
            "TRUNCATE mentoring.work_period, mentoring.work_item; "
                + "UPDATE mentoring.tenant SET time_zone = 'Europe/Moscow', closed_on = NULL"
        );
    }

    [Fact]
    public async Task A_day_comes_once_in_every_tenant_however_many_notice_it_at_once()
    {
        const int days = 5;
        var inserted = 0;
        for (var day = 0; day < days; day++)
        {
            app.Calendar.Shift += TimeSpan.FromDays(1);
            var counts = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Insert(PeriodKind.NewDay)));
            inserted += counts.Sum();
        }

        inserted.ShouldBe(days * Tenants);
        (await Count("work_period")).ShouldBe(days * Tenants);
        (await Count("work_item")).ShouldBe(days * Tenants);
        (await app.Database.Scalar<long>("SELECT count(DISTINCT (tenant_id, key)) FROM mentoring.work_item")).ShouldBe(
            days * Tenants
        );
    }

    [Fact]
    public async Task After_a_stop_of_a_week_one_day_is_due_and_not_seven()
    {
        await Insert(PeriodKind.NewDay);
        app.Calendar.Shift += TimeSpan.FromDays(7);

        (await Insert(PeriodKind.NewDay)).ShouldBe(Tenants);
    }

    [Fact]
    public async Task A_day_begins_in_each_tenant_by_its_own_zone()
    {
        await app.Database.Execute(
            $"UPDATE mentoring.tenant SET time_zone = 'Asia/Kamchatka' WHERE id = '{TestTree.School}'"
        );

        await Insert(PeriodKind.NewDay);

        foreach (
            var (tenant, zone) in new[] { (TestTree.School, "Asia/Kamchatka"), (TestTree.Region, "Europe/Moscow") }
        )
        {
            var day = await app.Database.Scalar<DateTime>(
                $"SELECT period::timestamp FROM mentoring.work_period WHERE tenant_id = '{tenant}'"
            );
            DateOnly.FromDateTime(day).ShouldBe(app.Calendar.Today(zone));
        }
    }

    [Fact]
    public async Task A_period_waits_for_its_hour_and_comes_to_its_levels_alone()
    {
        var early = new PeriodKind("test.early", [TenantKind.Region], TimeOnly.MinValue);
        var late = new PeriodKind("test.late", [TenantKind.Region], TimeOnly.MaxValue);

        (await Insert(early)).ShouldBe(2);
        (await Insert(late)).ShouldBe(0);
    }

    [Fact]
    public async Task A_tenant_that_takes_no_part_any_more_has_no_days()
    {
        await app.Database.Execute(
            $"UPDATE mentoring.tenant SET closed_on = '2026-01-01' WHERE id = '{TestTree.CousinSchool}'"
        );

        (await Insert(PeriodKind.NewDay)).ShouldBe(Tenants - 1);
    }

    [Fact]
    public async Task An_item_of_a_period_that_comes_twice_has_its_effect_once()
    {
        await Insert(PeriodKind.NewDay);
        await app.DoWork();
        await app.Database.Execute(
            """
            CREATE TABLE IF NOT EXISTS public.effect (kind text);
            CREATE OR REPLACE FUNCTION public.note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
              'BEGIN INSERT INTO public.effect VALUES (new.kind); RETURN new; END';
            CREATE OR REPLACE TRIGGER note AFTER INSERT ON mentoring.work_item FOR EACH ROW
              WHEN (new.kind = 'organization.changed') EXECUTE FUNCTION public.note();
            INSERT INTO mentoring.work_item (id, tenant_id, kind, key, due_at)
            SELECT gen_random_uuid(), tenant_id, kind, period::text, now() FROM mentoring.work_period;
            """
        );

        await app.DoWork();

        (await app.Database.Scalar<long>("SELECT count(*) FROM public.effect")).ShouldBe(0);
        (await Count("work_item")).ShouldBe(0);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<int> Insert(PeriodKind kind) => Periods.Insert(kind, TestContext.Current.CancellationToken);

    private Task<long> Count(string table) => app.Database.Scalar<long>($"SELECT count(*) FROM mentoring.{table}");
}
