using Mentoring.IntegrationTests.Harness;

namespace Mentoring.IntegrationTests.Work;

/// <summary>What is kept for a time is gone when it is over, and not before.</summary>
public sealed class RetentionTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_new_day_removes_what_is_older_than_a_month_and_leaves_the_rest()
    {
        foreach (var age in new[] { 31, 29 })
            await app.Database.Execute(Rows(age));

        await app.BringNewDay();

        foreach (
            var table in new[]
            {
                "mentoring.idempotency_record",
                "mentoring.work_run",
                "mentoring.work_tally",
                "accounts.session",
                "accounts.invitation",
                "accounts.sign_in_failure",
            }
        )
            (await app.Database.Scalar<long>($"SELECT count(*) FROM {table}")).ShouldBe(1, table);
        (await app.Database.Scalar<long>("SELECT count(*) FROM mentoring.work_period WHERE kind = 'test'")).ShouldBe(1);
    }

    private static string Rows(int age) =>
        $"""
            INSERT INTO mentoring.idempotency_record (tenant_id, account_id, operation, key, request_hash, created_at)
            VALUES ('{TestTree.School}', gen_random_uuid(), 'test', '{age}', '', now() - interval '{age} days');
            INSERT INTO mentoring.work_run
              (tenant_id, lineage, id, kind, started_at, duration_ms, outcome, attempt, node)
            SELECT id, lineage, gen_random_uuid(), 'test', now() - interval '{age} days', 1, 'failed', 1, 'test'
            FROM mentoring.tenant WHERE id = '{TestTree.School}';
            INSERT INTO mentoring.work_tally
              (tenant_id, lineage, kind, hour, runs, failures, total_ms, longest_ms, last_at)
            SELECT id, lineage, 'test', now() - interval '{age} days', 1, 0, 1, 1, now()
            FROM mentoring.tenant WHERE id = '{TestTree.Region}';
            INSERT INTO mentoring.work_period (tenant_id, kind, period, inserted_at)
            VALUES ('{TestTree.School}', 'test', '2026-01-{age}', now() - interval '{age} days');
            INSERT INTO accounts.session (id, token_hash, account_id, created_at, last_seen_at, ended_at)
            SELECT gen_random_uuid(), '{age}', id, now() - interval '{age} days', now() - interval '{age} days',
              now() - interval '{age} days' FROM accounts.account LIMIT 1;
            INSERT INTO accounts.invitation (id, account_id, tenant_id, code_hash, created_at, expires_at)
            SELECT gen_random_uuid(), id, '{TestTree.School}', '', now(), now() - interval '{age} days'
            FROM accounts.account ORDER BY user_name OFFSET {age} LIMIT 1;
            INSERT INTO accounts.sign_in_failure VALUES ('{age}', 1, now() - interval '{age} days');
            """;
}
