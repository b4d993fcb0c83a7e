using System.Diagnostics;
using Mentoring.IntegrationTests.Failure;
using Mentoring.IntegrationTests.Figures;
using Mentoring.IntegrationTests.Harness;
using Npgsql;

namespace Mentoring.IntegrationTests.Work;

/// <summary>
/// Three real working processes on one database, killed without warning one after another while they work: every
/// effect is there once. The effect that is looked at is one that a second run would repeat: a day that begins in an
/// organization inserts a work item. The day itself is brought by the processes' own clock.
/// </summary>
public sealed class KilledWorkersTests(TestPostgres postgres, ITestOutputHelper output)
{
    private const int Schools = 300;

    /// <summary>On a slow machine starting anew takes most of the time: then it may come to an end in peace.</summary>
    private const int MostKills = 12;

    /// <summary>Into a table that is there: these processes do not start on a database with a table of no kind.</summary>
    private const string Effects = "FROM mentoring.audit_entry WHERE operation = 'test.effect'";

    [Fact]
    public async Task Processes_killed_while_they_work_lose_nothing_and_double_nothing()
    {
        await using var database = await postgres.NewDatabase();
        await TestTree.Plant(database);
        await PlantSchools(database);
        await SlowDown(database);
        var ports = Enumerable.Range(0, 3).Select(_ => ServerProcess.FreePort()).ToArray();
        var workers = await Task.WhenAll(ports.Select(port => Start(database, port)));
        var kills = 0;
        var watch = Stopwatch.StartNew();
        try
        {
            // The one that has worked longest is killed; the others go on while it comes back.
            while (!await IsDone(database))
            {
                if (watch.Elapsed > TimeSpan.FromMinutes(8))
                    Assert.Fail($"After {kills} kills the work has not come to an end: {await Left(database)}");
                await Task.Delay(400, TestContext.Current.CancellationToken);
                if (kills == MostKills)
                    continue;
                var oldest = kills++ % workers.Length;
                workers[oldest].Dispose();
                workers[oldest] = await Start(database, ports[oldest]);
            }
        }
        finally
        {
            foreach (var worker in workers)
                worker.Dispose();
        }

        var begun = await database.Scalar<long>("SELECT last_value FROM public.begun");
        var effects = await database.Scalar<long>($"SELECT count(*) {Effects}");
        output.WriteLine($"{kills} kills, {begun - effects} effects torn off half-way, {effects} effects");
        var organizations = Schools + TestTree.Tenants.Values.Count(t => t.Kind == "organization");
        (begun - effects).ShouldBeGreaterThan(0, "no kill hit an effect: this test saw nothing");
        effects.ShouldBe(organizations);
        (await database.Scalar<long>($"SELECT count(DISTINCT tenant_id) {Effects}")).ShouldBe(organizations);
        (
            await database.Scalar<long>(
                "SELECT count(*) FROM mentoring.work_period WHERE done_at IS NULL AND kind = 'day.begun'"
            )
        ).ShouldBe(0);
        (await database.Scalar<long>("SELECT count(*) FROM mentoring.work_period WHERE kind = 'day.begun'")).ShouldBe(
            Schools + TestTree.Tenants.Count
        );
        (await Recount.Written(database, TestTree.Municipality, SchoolYear))!["organizations"].ShouldBe(Schools + 2);
        (await Recount.Written(database, TestTree.Region, SchoolYear))!["organizations"].ShouldBe(Schools + 3);
    }

    /// <summary>These processes live on the real day.</summary>
    private static int SchoolYear => DateTime.UtcNow.Month >= 9 ? DateTime.UtcNow.Year : DateTime.UtcNow.Year - 1;

    private static Task<ServerProcess> Start(TestDatabase database, int port) =>
        ServerProcess.Start(database.Setup.Logins, port, "work");

    /// <summary>
    /// But for the nightly check of figures, which is paused: it takes its time and is no part of this. From two in the
    /// morning it may well begin before the day does.
    /// </summary>
    private static Task<bool> IsDone(TestDatabase database) =>
        database.Scalar<bool>(
            """
            SELECT EXISTS (SELECT FROM mentoring.work_period WHERE kind = 'day.begun')
              AND NOT EXISTS (SELECT FROM mentoring.work_item WHERE kind <> 'figures.driftCheck')
            """
        );

    private static Task<string?> Left(TestDatabase database) =>
        database.Scalar<string>(
            """
            SELECT (SELECT count(*) FROM mentoring.work_period) || ' periods; ' || coalesce(string_agg(kind || ' ' || n, ', '), '')
            FROM (SELECT kind, count(*) AS n FROM mentoring.work_item GROUP BY kind) waiting
            """
        );

    private static async Task PlantSchools(TestDatabase database)
    {
        await using var connection = new NpgsqlConnection(database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            INSERT INTO mentoring.tenant (id, kind, parent_id, lineage, name, short_name, time_zone)
            SELECT id, 'organization', $1, ARRAY[id, $1, $2], 'Школа', 'Школа', 'Europe/Moscow'
            FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, $3)) new
            """,
            connection
        );
        foreach (var value in new object[] { TestTree.Municipality, TestTree.Region, Schools })
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>
    /// Writes each effect down (a municipality asks its organizations too: that is another one), and makes it take a while: first a number that no rollback takes back, so that what was
    /// torn off can be told from what never began.
    /// </summary>
    private static Task SlowDown(TestDatabase database) =>
        database.Execute(
            """
            INSERT INTO mentoring.work_pause (region_id, kind, paused_at)
            SELECT id, 'figures.driftCheck', now() FROM mentoring.tenant WHERE kind = 'region';
            CREATE SEQUENCE public.begun;
            CREATE FUNCTION public.note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
              BEGIN
                PERFORM nextval('public.begun');
                PERFORM pg_sleep(0.15);
                INSERT INTO mentoring.audit_entry (tenant_id, id, at, operation, subject_kind, subject_id, fields)
                  VALUES (new.tenant_id, gen_random_uuid(), now(), 'test.effect', 'test', new.id, '{}');
                RETURN new;
              END $$;
            CREATE TRIGGER note AFTER INSERT ON mentoring.work_item FOR EACH ROW
              WHEN (new.kind = 'organization.changed' AND new.tenant_id = tenancy.current_tenant()) EXECUTE FUNCTION public.note();
            """
        );
}
