using System.Net;
using Mentoring.IntegrationTests.Figures;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;
using Mentoring.Platform.Platform.Data;
using Npgsql;

namespace Mentoring.IntegrationTests.Failure;

/// <summary>
/// What a table without room does to those who need not write, and to work that waits. The refusal is PostgreSQL's own
/// code, raised by a trigger, so that it comes at a chosen place; <see cref="DiskFullTests"/> fills a real disk.
/// </summary>
public sealed class StorageFullTests(PairsApp app) : IClassFixture<PairsApp>
{
    [Fact]
    public async Task Whoever_only_reads_is_not_refused_because_being_seen_cannot_be_written()
    {
        using var curator = await app.SignIn(
            TestTree.Login("curator", TestTree.School),
            TestTree.Password,
            TestTree.School
        );
        await app.Database.Execute(
            "UPDATE accounts.session SET last_seen_at = last_seen_at - interval '1 hour', created_at = created_at - interval '1 hour'"
        );
        app.ForgetSessions();
        await Fill("accounts.session");

        var read = await curator.Get("~/mentors");

        read.Status.ShouldBe(HttpStatusCode.OK, read.Text);
        await MakeRoom("accounts.session");
        app.ForgetSessions();
        await curator.Get("~/mentors");
        (
            await app.Database.Scalar<bool>(
                $"SELECT max(last_seen_at) > now() - interval '5 minutes' FROM accounts.session WHERE account_id = '{curator.AccountId}'"
            )
        ).ShouldBeTrue("seen as soon as there is room");
    }

    [Fact]
    public async Task Work_waits_for_room_and_no_attempt_is_counted()
    {
        var curator = await app.Curator;
        await app.DoWork();
        await Fill("mentoring.tenant_figures");
        await curator.Do("~/mentors", TestPeople.Mentor("Ожидающая"));
        await app.AddMentor("Участвующая");

        for (var attempt = 0; attempt < 12; attempt++)
            StorageTrouble.IsFull(await Refusal()).ShouldBeTrue();

        var waiting = await app.Database.Scalar<long>(
            "SELECT count(*) FROM mentoring.work_item WHERE attempts = 0 AND parked_at IS NULL"
        );
        waiting.ShouldBe(await app.Database.Scalar<long>("SELECT count(*) FROM mentoring.work_item"));
        waiting.ShouldBeGreaterThan(0);
        await MakeRoom("mentoring.tenant_figures");
        await app.DoWork();
        (await Recount.Written(app, TestTree.School)).ShouldBe(await Recount.Of(app, TestTree.School));
    }

    /// <summary>
    /// What an attempt fails with. The connection breaks with it, and PostgreSQL lets go of what that held a moment later.
    /// </summary>
    private async Task<Exception> Refusal()
    {
        for (var n = 0; n < 200; n++)
        {
            try
            {
                await app.DoWork();
            }
            catch (Exception e)
            {
                return e;
            }
            await Task.Delay(20);
        }
        throw new InvalidOperationException("Nothing fails.");
    }

    private Task Fill(string table) =>
        app.Database.Execute(
            $"""
            CREATE OR REPLACE FUNCTION public.no_room() RETURNS trigger LANGUAGE plpgsql AS $$
              BEGIN RAISE EXCEPTION 'no room' USING ERRCODE = '{PostgresErrorCodes.DiskFull}'; END $$;
            CREATE TRIGGER no_room BEFORE INSERT OR UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION public.no_room();
            """
        );

    private Task MakeRoom(string table) => app.Database.Execute($"DROP TRIGGER no_room ON {table}");
}
