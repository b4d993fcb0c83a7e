using System.Net;
using Mentoring.IntegrationTests.Failure;
using Mentoring.IntegrationTests.Harness;
using Npgsql;

namespace Mentoring.IntegrationTests.Work;

/// <summary>Processes that are asked to stop finish what they have begun, and say how they are until then.</summary>
public sealed class StoppingTests(TestPostgres postgres)
{
    [Fact]
    public async Task A_working_process_finishes_the_item_that_it_has_begun()
    {
        await using var database = await postgres.NewDatabase();
        await TestTree.Plant(database);
        await database.Execute(
            $"""
            CREATE SEQUENCE public.begun;
            CREATE FUNCTION public.slow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
              'BEGIN PERFORM nextval(''public.begun''); PERFORM pg_sleep(6); RETURN new; END';
            CREATE TRIGGER slow AFTER INSERT ON mentoring.tenant_figures FOR EACH ROW
              WHEN (new.tenant_id = '{TestTree.School}') EXECUTE FUNCTION public.slow();
            INSERT INTO mentoring.work_item (id, tenant_id, kind, key, due_at, payload)
            VALUES (gen_random_uuid(), '{TestTree.School}', 'organization.changed', '', '2026-01-01', jsonb_build_object('begun', 1));
            """
        );
        using var worker = await ServerProcess.Start(database.Setup.Logins, ServerProcess.FreePort(), "work");
        await Until(() => database.Scalar<bool>("SELECT is_called FROM public.begun"));
        await Until(() => database.Scalar<bool>("SELECT EXISTS (SELECT FROM quartz.qrtz_scheduler_state)"));

        await worker.AskToStop();
        (await worker.UntilStopped()).ShouldBe(0);

        (await Counted(database)).ShouldBe(1);
        // It has left the cluster: nobody takes it for dead.
        (await database.Scalar<long>("SELECT count(*) FROM quartz.qrtz_scheduler_state")).ShouldBe(0);
        // The day that the clock brings may ask for the same school once more: that item is another one.
        (await database.Scalar<long>("SELECT count(*) FROM mentoring.work_item WHERE payload ? 'begun'")).ShouldBe(0);
    }

    [Fact]
    public async Task A_working_process_answers_health_and_nothing_else()
    {
        await using var database = await postgres.NewDatabase();
        using var worker = await ServerProcess.Start(database.Setup.Logins, ServerProcess.FreePort(), "work");
        using var http = new HttpClient { BaseAddress = worker.Address };

        (await http.GetStringAsync("/health/live")).ShouldBe("live");
        (await http.GetStringAsync("/health/ready")).ShouldBe("ready");
        (await http.GetAsync("/api/v1/accounts/session")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await http.GetAsync("/openapi/mentoring-platform.v1.json")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_server_answers_what_it_was_asked_before_it_stops()
    {
        await using var database = await postgres.NewDatabase();
        await TestTree.Plant(database);
        using var server = await ServerProcess.Start(database.Setup.Logins, ServerProcess.FreePort());
        using var curator = new ApiClient(server.Address, TestTree.School);
        await curator.SignIn(TestTree.Login("curator", TestTree.School), TestTree.Password);
        Task<ApiAnswer> asked;
        await using (var connection = new NpgsqlConnection(database.Superuser))
        {
            await connection.OpenAsync();
            await using var hold = await connection.BeginTransactionAsync();
            await using var command = new NpgsqlCommand(
                "LOCK TABLE mentoring.mentor_profile IN ACCESS EXCLUSIVE MODE",
                connection
            );
            await command.ExecuteNonQueryAsync();
            asked = curator.Get("~/mentors");
            await Until(() =>
                database.Scalar<bool>("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock')")
            );

            await server.AskToStop();
            await Until(() => NoLongerAccepts(server.Address));
            asked.IsCompleted.ShouldBeFalse();
        }

        var answer = await asked;
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        (await server.UntilStopped()).ShouldBe(0);
    }

    private static Task<long> Counted(TestDatabase database) =>
        database.Scalar<long>($"SELECT count(*) FROM mentoring.tenant_figures WHERE tenant_id = '{TestTree.School}'");

    private static async Task<bool> NoLongerAccepts(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        try
        {
            return !(await http.GetAsync("/health/ready")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return true;
        }
    }

    private static async Task Until(Func<Task<bool>> happens)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await happens())
            await Task.Delay(50, patience.Token);
    }
}
