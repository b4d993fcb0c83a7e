using System.Diagnostics;
using System.Globalization;
using Mentoring.Host.Demo;
using Mentoring.Platform.Platform.Schema;
using Npgsql;

namespace Mentoring.Benchmarks;

/// <summary>A PostgreSQL server of its own with a generated region; both go when the run ends.</summary>
internal sealed class BenchmarkDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgres server;
    private readonly string folder;

    private BenchmarkDatabase(EmbeddedPostgres server, DatabaseSetup setup, string folder)
    {
        this.server = server;
        this.folder = folder;
        Setup = setup;
    }

    public DatabaseSetup Setup { get; }

    /// <summary>Passes every wall: for the server without walls, and for looking.</summary>
    public string Superuser => server.SuperuserConnectionString("benchmark");

    /// <summary>What a server and this database take of the processor.</summary>
    public ProcessorTime ProcessorOf(ServerProcess process) => new(process.Id, server.ProcessId);

    public static async Task<BenchmarkDatabase> Start(int organizations)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"mentoring-benchmark-{Environment.ProcessId}");
        var server = await EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions
            {
                DataDirectory = folder,
                DeleteOnStop = true,
                Settings = new Dictionary<string, string>
                {
                    ["shared_buffers"] = "1GB",
                    ["max_connections"] = "300",
                    ["max_wal_size"] = "8GB",
                    ["track_io_timing"] = "off",
                },
            }
        );
        var setup = await DatabaseSetup.OnOwnServer(
            server.SuperuserConnectionString(),
            "benchmark",
            CancellationToken.None
        );
        var (_, findings) = await Migrator.Run(setup.Owner, CancellationToken.None);
        if (findings.Count > 0)
            throw new InvalidOperationException(string.Join('\n', findings));
        var database = new BenchmarkDatabase(server, setup, folder);
        await database.Generate(organizations);
        return database;
    }

    public async Task<T> Scalar<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await server.DisposeAsync();
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private async Task Generate(int organizations)
    {
        var watch = Stopwatch.StartNew();
        await using var connection = new NpgsqlConnection(Superuser + ";Command Timeout=0");
        await connection.OpenAsync();
        foreach (var (title, sql) in RegionSql.Statements(organizations))
        {
            var rows = await Run(connection, sql);
            if (rows > 0)
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"  {watch.Elapsed.TotalSeconds, 4:0} s  {rows, 9} {title}"
                    )
                );
        }
        await AddReference(connection);
        await AddSessions(connection);
        await Run(connection, "ANALYZE");
        await Run(connection, "CHECKPOINT");
    }

    private static async Task AddReference(NpgsqlConnection connection)
    {
        foreach (
            var form in Mentoring
                .Platform.Features.Reference.ReferenceSeed.All()
                .OfType<Mentoring.Platform.Features.Reference.MentoringForm>()
        )
            await Run(
                connection,
                """
                INSERT INTO mentoring.mentoring_form (tenant_id, code, name, mentor_group, mentee_group, sort, is_active)
                VALUES ($1, $2, $3, 'educators', 'educators', 1, true)
                """,
                Generated.Region,
                form.Code,
                form.Name
            );
        foreach (
            var kind in Mentoring
                .Platform.Features.Reference.ReferenceSeed.All()
                .OfType<Mentoring.Platform.Features.Reference.MentoringKind>()
        )
            await Run(
                connection,
                """
                INSERT INTO mentoring.mentoring_kind
                  (tenant_id, code, name, single_meeting, needs_program, min_mentees, sort, is_active)
                VALUES ($1, $2, $3, false, true, 1, 1, true)
                """,
                Generated.Region,
                kind.Code,
                kind.Name
            );
    }

    private static async Task AddSessions(NpgsqlConnection connection)
    {
        for (var organization = 1; organization <= Generated.Asked; organization++)
        {
            await Run(
                connection,
                """
                INSERT INTO accounts.account (id, user_name, normalized_user_name, display_name)
                VALUES ($1, $2, $2, 'Куратор')
                """,
                Generated.Account(organization),
                $"CURATOR-{organization}"
            );
            await Run(
                connection,
                "INSERT INTO accounts.membership (account_id, tenant_id, roles) VALUES ($1, $2, '{curator}')",
                Generated.Account(organization),
                Generated.Organization(organization)
            );
            await Run(
                connection,
                """
                INSERT INTO accounts.session (id, token_hash, account_id, created_at, last_seen_at)
                VALUES ($1, $2, $3, now(), now())
                """,
                Guid.CreateVersion7(),
                Generated.TokenHash(Generated.Token(organization)),
                Generated.Account(organization)
            );
        }
    }

    private static async Task<int> Run(NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return await command.ExecuteNonQueryAsync();
    }
}
