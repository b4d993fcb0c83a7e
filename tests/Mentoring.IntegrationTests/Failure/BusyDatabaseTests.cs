using System.Net;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;
using Mentoring.IntegrationTests.Programs;
using Npgsql;

namespace Mentoring.IntegrationTests.Failure;

/// <summary>Somebody holds what everybody needs for longer than anybody waits.</summary>
public sealed class BusyDatabaseTests(PairsApp app) : IClassFixture<PairsApp>
{
    [Fact]
    public async Task A_locked_table_is_a_refusal_that_says_when_to_come_back()
    {
        var pair = await WorkingPair.In(app);
        var program = await pair.Draft();
        using var nobody = app.Nobody();
        var login = new { login = TestTree.Login("recordsClerk", TestTree.School), password = TestTree.Password };

        ApiAnswer[] answers;
        await using (await Lock("mentoring.mentoring_team", "mentoring.mentor_profile", "accounts.sign_in_failure"))
        {
            answers = await Task.WhenAll(
                pair.AsCurator.Get("~/pairs"),
                pair.AsHead.Get($"~/pairs/{pair.Id}"),
                pair.AsCurator.Get("~/mentors"),
                pair.AsMentor.Get($"~/programs/{program}"),
                nobody.Post("/api/v1/accounts/sign-in", login)
            );
        }

        foreach (var answer in answers)
        {
            answer.ShouldBe(HttpStatusCode.ServiceUnavailable, "server.overloaded");
            answer.Headers.Keys.ShouldContain("Retry-After");
        }
        (await pair.AsCurator.Get("~/pairs")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(PostgresErrorCodes.QueryCanceled, "server.overloaded", 503)]
    [InlineData(PostgresErrorCodes.SerializationFailure, "server.overloaded", 503)]
    [InlineData(PostgresErrorCodes.OutOfMemory, "server.unavailable", 503)]
    [InlineData("25P03", "server.unavailable", 503)]
    [InlineData(PostgresErrorCodes.DeadlockDetected, "request.in_progress", 409)]
    [InlineData(PostgresErrorCodes.UniqueViolation, "request.in_progress", 409)]
    public async Task What_the_database_refuses_for_the_sake_of_others_may_be_tried_again(
        string state,
        string code,
        int status
    )
    {
        var curator = await app.Curator;
        await app.Database.Execute(
            $"""
            CREATE OR REPLACE FUNCTION public.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
              BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '{state}'; END $$;
            CREATE TRIGGER refuse BEFORE INSERT ON mentoring.mentor_profile EXECUTE FUNCTION public.refuse();
            """
        );
        try
        {
            var answer = await curator.Post("~/mentors", TestPeople.Mentor("Отложенная"));

            answer.ShouldBe((HttpStatusCode)status, code);
            answer.Headers.ContainsKey("Retry-After").ShouldBe(status == 503);
        }
        finally
        {
            await app.Database.Execute("DROP TRIGGER refuse ON mentoring.mentor_profile");
        }
    }

    private async Task<NpgsqlConnection> Lock(params string[] tables)
    {
        var connection = new NpgsqlConnection(app.Database.Superuser + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"BEGIN; LOCK TABLE {string.Join(", ", tables)} IN ACCESS EXCLUSIVE MODE",
            connection
        );
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
