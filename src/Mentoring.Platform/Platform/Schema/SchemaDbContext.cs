using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Mentoring.Platform.Platform.Schema;

/// <summary>Carries the migrations, nothing else: they are SQL, and the real schema is checked against the model by a test.</summary>
public sealed class SchemaDbContext(DbContextOptions<SchemaDbContext> options) : DbContext(options)
{
    public static SchemaDbContext For(string ownerConnectionString) =>
        new(
            new DbContextOptionsBuilder<SchemaDbContext>()
                .UseNpgsql(
                    ownerConnectionString,
                    npgsql => npgsql.MigrationsHistoryTable("migration_history", "tenancy")
                )
                .ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning))
                .Options
        );
}
