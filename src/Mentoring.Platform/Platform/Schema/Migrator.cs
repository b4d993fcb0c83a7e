using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mentoring.Platform.Platform.Schema;

/// <summary>Brings a database to the newest schema, as its owner; then looks whether its walls stand.</summary>
public static class Migrator
{
    /// <returns>The migrations applied, and what the catalog check found wrong; both may be empty.</returns>
    public static async Task<(IReadOnlyList<string> Applied, IReadOnlyList<string> Findings)> Run(
        string ownerConnectionString,
        CancellationToken ct
    )
    {
        // A migration that waits for a lock makes everybody behind it wait; better to give up and be run again.
        var settings = new NpgsqlConnectionStringBuilder(ownerConnectionString) { Options = "-c lock_timeout=2s" };
        await using var db = SchemaDbContext.For(settings.ConnectionString);
        await db.Database.OpenConnectionAsync(ct);
        await db.Database.ExecuteSqlRawAsync("CREATE SCHEMA IF NOT EXISTS tenancy", ct);
        var pending = (await db.Database.GetPendingMigrationsAsync(ct)).ToList();
        await db.Database.MigrateAsync(ct);
        await db.Database.ExecuteSqlRawAsync(Logins.Narrow, ct);
        return (pending, await CatalogCheck.Run((NpgsqlConnection)db.Database.GetDbConnection(), ct));
    }
}
