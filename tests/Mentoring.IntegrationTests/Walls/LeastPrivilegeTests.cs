using Mentoring.IntegrationTests.Harness;
using Mentoring.Platform.Platform.Schema;
using Npgsql;

namespace Mentoring.IntegrationTests.Walls;

/// <summary>What somebody could do who has got hold of a restricted login's password.</summary>
public sealed class LeastPrivilegeTests(TestApp app) : IClassFixture<TestApp>
{
    public static readonly TheoryData<string> EachLogin = [.. Logins.All];

    [Theory]
    [MemberData(nameof(EachLogin))]
    [Trait("covers", "C-64")]
    public async Task A_login_keeps_nothing_beside_the_tables(string login)
    {
        string[] tries =
        [
            "CREATE TEMPORARY TABLE kept (id int)",
            "CREATE SCHEMA kept",
            "SELECT lo_create(0)",
            "SELECT lo_from_bytea(0, 'kept')",
            "SELECT lo_get(1)",
            "SELECT count(*) FROM pg_catalog.pg_largeobject",
        ];

        foreach (var sql in tries)
            (await Refusal(login, null, sql)).ShouldBe("42501", sql);
    }

    /// <summary>Also with the school's tenant set, which is all that the walls ask for.</summary>
    [Fact]
    [Trait("covers", "C-64")]
    public async Task Who_acts_above_schools_has_no_right_to_their_tables()
    {
        string[] tables = ["person", "mentoring_team", "document", "personal_data_consent", "meeting", "order_series"];

        foreach (var table in tables)
        {
            (await Refusal(Logins.Oversight, TestTree.School, $"SELECT FROM mentoring.{table}")).ShouldBe(
                "42501",
                table
            );
            (await Refusal(Logins.Oversight, TestTree.School, $"DELETE FROM mentoring.{table}")).ShouldBe(
                "42501",
                table
            );
        }
        (await Refusal(Logins.Oversight, TestTree.School, "UPDATE mentoring.headcount SET total = 1")).ShouldBe(
            "42501"
        );
        (await Refusal(Logins.School, TestTree.School, "SELECT FROM mentoring.person")).ShouldBeNull();
    }

    /// <returns>The code of PostgreSQL's refusal; null where there was none.</returns>
    private async Task<string?> Refusal(string login, Guid? tenant, string sql)
    {
        var of = app.Database.Setup.Logins;
        await using var connection = new NpgsqlConnection(
            login switch
            {
                Logins.School => of.School,
                Logins.Oversight => of.Oversight,
                Logins.Work => of.Work,
                _ => of.Accounts,
            }
        );
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var set = new NpgsqlCommand($"SELECT set_config('app.tenant', '{tenant}', true)", connection);
        await set.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        try
        {
            await command.ExecuteNonQueryAsync();
            return null;
        }
        catch (PostgresException refusal)
        {
            return refusal.SqlState;
        }
    }
}
