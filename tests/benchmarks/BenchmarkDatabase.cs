using System.Diagnostics;
using System.Globalization;
using Mentoring.Host.Demo;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Schema;
using Npgsql;

namespace Mentoring.Benchmarks;

/// <summary>A PostgreSQL server of its own with a generated region; both go when the run ends.</summary>
internal sealed class BenchmarkDatabase : IAsyncDisposable
{
    private const string Prefix = "mentoring-benchmark-";

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
        Sweep();
        var folder = Path.Combine(Path.GetTempPath(), $"{Prefix}{Environment.ProcessId}");
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

    public async Task<T> Scalar<T>(string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(Superuser);
        await connection.OpenAsync();
        await using var command = Command(connection, sql, values);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task<int> Execute(string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(Superuser);
        await connection.OpenAsync();
        return await Run(connection, sql, values);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await server.DisposeAsync();
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>A run that was broken off leaves its folder behind, and that of a large region is tens of gigabytes.</summary>
    private static void Sweep()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            var text = Path.GetFileName(folder)[Prefix.Length..];
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || IsRunning(id))
                continue;
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"{folder} is of a run that is over; it could not be deleted: {e.Message}");
            }
        }
    }

    private static bool IsRunning(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private async Task Generate(int organizations)
    {
        var watch = Stopwatch.StartNew();
        await using var connection = new NpgsqlConnection(Superuser + ";Command Timeout=0");
        await connection.OpenAsync();
        await Run(connection, ForEachTable("SET (autovacuum_enabled = false)"));
        foreach (var (title, sql) in RegionSql.Statements(organizations))
        {
            var added = await Run(connection, sql);
            if (added > 0)
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"  {watch.Elapsed.TotalSeconds, 4:0} s  {added, 9} {title}"
                    )
                );
        }
        await AddReference(connection);
        await AddSessions(connection);
        // Once at the end, rather than in the midst of writing and then of measuring.
        await Run(connection, ForEachTable("RESET (autovacuum_enabled)"));
        await Run(connection, "VACUUM (ANALYZE)");
        await Run(connection, "CHECKPOINT");
        var megabytes = await Scalar<long>("SELECT pg_database_size(current_database()) / 1024 / 1024");
        var rows = await Scalar<long>(
            "SELECT sum(reltuples)::bigint FROM pg_class WHERE relkind = 'r' AND relnamespace = 'mentoring'::regnamespace"
        );
        Report.Line(
            $"the region: {rows / 1e6:0.0} million rows, {megabytes / 1024.0:0.0} GB, made in {watch.Elapsed.TotalSeconds:0} s"
        );
    }

    private static string ForEachTable(string change) =>
        $"""
            DO $$
            DECLARE t regclass;
            BEGIN
              FOR t IN SELECT oid FROM pg_class WHERE relkind = 'r' AND relnamespace = 'mentoring'::regnamespace LOOP
                EXECUTE format('ALTER TABLE %s {change}', t);
              END LOOP;
            END $$
            """;

    private static async Task AddReference(NpgsqlConnection connection)
    {
        foreach (var form in ReferenceSeed.All().OfType<MentoringForm>())
            await Run(
                connection,
                """
                INSERT INTO mentoring.mentoring_form (tenant_id, code, name, mentor_group, mentee_group, sort, is_active)
                VALUES ($1, $2, $3, $4, $5, 1, true)
                """,
                Generated.Region,
                form.Code,
                form.Name,
                EnumText<ParticipantGroup>.Write(form.MentorGroup),
                EnumText<ParticipantGroup>.Write(form.MenteeGroup)
            );
        foreach (var kind in ReferenceSeed.All().OfType<MentoringKind>())
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
        await AddSession(connection, Generated.OfRegion, "Методист", Generated.Region, "regionalMethodologist");
        for (var organization = 1; organization <= Generated.Asked; organization++)
            await AddSession(connection, organization, "Куратор", Generated.Organization(organization), "curator");
    }

    private static async Task AddSession(NpgsqlConnection connection, int number, string name, Guid tenant, string role)
    {
        var account = Generated.Account(number);
        await Run(
            connection,
            "INSERT INTO accounts.account (id, user_name, normalized_user_name, display_name) VALUES ($1, $2, $2, $3)",
            account,
            $"{role.ToUpperInvariant()}-{number}",
            name
        );
        await Run(
            connection,
            "INSERT INTO accounts.membership (account_id, tenant_id, roles) VALUES ($1, $2, ARRAY[$3])",
            account,
            tenant,
            role
        );
        await Run(
            connection,
            """
            INSERT INTO accounts.session (id, token_hash, account_id, created_at, last_seen_at)
            VALUES ($1, $2, $3, now(), now())
            """,
            Guid.CreateVersion7(),
            Generated.TokenHash(Generated.Token(number)),
            account
        );
    }

    private static async Task<int> Run(NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        return await command.ExecuteNonQueryAsync();
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
