using Mentoring.IntegrationTests.Harness;
using Mentoring.Platform.Platform.Schema;
using Npgsql;

namespace Mentoring.IntegrationTests.Walls;

/// <summary>The catalog check is green on what <c>migrate</c> makes, and red on each wall taken down by hand.</summary>
public sealed class CatalogCheckTests(TestPostgres postgres)
{
    public static readonly TheoryData<string, string> Faults = new()
    {
        { "ALTER TABLE mentoring.audit_entry NO FORCE ROW LEVEL SECURITY", "not enabled and forced" },
        { "CREATE POLICY extra ON mentoring.audit_entry TO mentoring_school USING (true)", "an unknown policy" },
        { "CREATE POLICY extra ON mentoring.audit_entry USING (true)", "an unknown policy" },
        { "ALTER FUNCTION tenancy.current_tenant() IMMUTABLE", "marked immutable" },
        { "GRANT TRUNCATE ON mentoring.audit_entry TO mentoring_school", "TRUNCATE is granted" },
        { "GRANT SELECT ON mentoring.work_item TO mentoring_school", "SELECT is granted" },
        { "GRANT UPDATE ON mentoring.idempotency_record TO mentoring_school", "UPDATE is granted" },
        { "DROP POLICY tenant_wall ON mentoring.audit_entry", "a policy is missing" },
        { "CREATE TABLE mentoring.forgotten (id uuid)", "of no kind" },
        { "CREATE VIEW mentoring.all_audit AS SELECT * FROM mentoring.audit_entry", "owner's rights" },
        { "CREATE UNIQUE INDEX global ON mentoring.audit_entry (id)", "does not come first" },
        { "GRANT USAGE ON SCHEMA accounts TO mentoring_school", "may see accounts" },
        { "GRANT USAGE ON SCHEMA quartz TO mentoring_school", "may see the clock" },
        { "GRANT SELECT ON quartz.qrtz_triggers TO mentoring_school", "SELECT is granted" },
        { "GRANT SELECT ON mentoring.work_period TO mentoring_school", "SELECT is granted" },
        { "GRANT SELECT ON mentoring.person TO mentoring_oversight", "mentoring_oversight:SELECT is granted" },
        { "GRANT SELECT (birth_date) ON mentoring.person TO mentoring_oversight", "SELECT(birth_date) is granted" },
        { "GRANT UPDATE (kind) ON mentoring.work_item TO mentoring_school", "UPDATE(kind) is granted" },
        { "ALTER TABLE mentoring.person ADD COLUMN nickname text", "UPDATE(nickname) is not granted" },
        { "REVOKE INSERT ON mentoring.person FROM mentoring_school", "INSERT is not granted" },
        { "REVOKE INSERT (key) ON mentoring.work_item FROM mentoring_school", "INSERT(key) is not granted" },
        { "REVOKE SELECT ON accounts.session FROM mentoring_accounts", "SELECT is not granted" },
        { "COMMENT ON TABLE mentoring.person IS 'kind:tenant'", "SELECT is granted" },
        {
            "DO $$ BEGIN EXECUTE format('GRANT TEMP ON DATABASE %I TO mentoring_work', current_database()); END $$",
            "temporary tables"
        },
        {
            "DO $$ BEGIN EXECUTE format('GRANT CONNECT ON DATABASE %I TO PUBLIC', current_database()); END $$",
            "anybody may connect"
        },
        {
            "DO $$ BEGIN EXECUTE format('REVOKE ALL ON DATABASE %I FROM mentoring_school', current_database()); END $$",
            "may not connect"
        },
        { "GRANT EXECUTE ON FUNCTION lo_create(oid) TO mentoring_accounts", "large objects" },
    };

    [Fact]
    [Trait("covers", "C-64")]
    public async Task A_migrated_database_has_all_its_walls()
    {
        await using var database = await postgres.NewDatabase();

        (await Check(database)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Faults))]
    [Trait("covers", "C-64")]
    public async Task A_wall_taken_down_is_found(string fault, string finding)
    {
        await using var database = await postgres.NewDatabase();
        await database.Execute(fault);

        (await Check(database)).ShouldContain(f => f.Contains(finding, StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> Check(TestDatabase database)
    {
        // As the login that looks at start-up: it may not need more than it has.
        await using var connection = new NpgsqlConnection(database.Setup.Logins.Work);
        await connection.OpenAsync();
        return await CatalogCheck.Run(connection, TestContext.Current.CancellationToken);
    }
}
