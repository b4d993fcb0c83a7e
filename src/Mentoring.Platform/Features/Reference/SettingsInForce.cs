using System.Text.Json;
using Mentoring.Platform.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mentoring.Platform.Features.Reference;

/// <summary>Reads the settings that hold in the current tenant: of several along the lineage the nearest.</summary>
public sealed class SettingsInForce(MentoringDbContext db)
{
    /// <summary>Rows of <see cref="SettingRow"/> for hand-written batches; takes the lineage.</summary>
    internal const string Sql = "SELECT tenant_id, key, value::text FROM mentoring.setting WHERE tenant_id = ANY($1)";

    private SettingValues? values;

    /// <summary>All of them by one query, once a request.</summary>
    public async Task<SettingValues> Read(CancellationToken ct)
    {
        if (values is not null)
            return values;
        var rows = await db.Set<Setting>()
            .AsNoTracking()
            .Select(s => new SettingRow(s.TenantId, s.Key, s.Value))
            .ToListAsync(ct);
        return values = SettingValues.Of(rows, db.Lineage);
    }
}

/// <param name="TenantId">Who has set it.</param>
/// <param name="Value">JSON.</param>
public sealed record SettingRow(Guid TenantId, string Key, string Value)
{
    /// <summary>One row of <see cref="SettingsInForce.Sql"/>.</summary>
    internal static SettingRow Read(NpgsqlDataReader row) => new(row.GetGuid(0), row.GetString(1), row.GetString(2));
}

/// <summary>The settings of a tenant, typed.</summary>
public sealed record SettingValues
{
    public required MinorConsentRule MinorConsentRule { get; init; }
    public required ProgramApprover ProgramApprover { get; init; }
    public required int ProgramMinMonths { get; init; }
    public required int ProgramMaxMonths { get; init; }
    public required int ConsentExpiresSoonDays { get; init; }
    public required int PairSilentAfterDays { get; init; }
    public required int ProgramEndsSoonDays { get; init; }
    public required int ActivityDueSoonDays { get; init; }
    public required int MeetingCorrectionDays { get; init; }

    /// <summary>What holds while nobody has set anything.</summary>
    public static SettingValues Default { get; } = Of([], []);

    /// <param name="lineage">The tenant, then its ancestors, nearest first.</param>
    public static SettingValues Of(IReadOnlyList<SettingRow> rows, IReadOnlyList<Guid> lineage)
    {
        string Json(SettingDefinition d) => Nearest(rows, lineage, d.Key)?.Value ?? d.Default;
        int Number(SettingDefinition d) => JsonSerializer.Deserialize<int>(Json(d));
        T Word<T>(SettingDefinition d)
            where T : struct, Enum => Enum.Parse<T>(JsonSerializer.Deserialize<string>(Json(d))!, ignoreCase: true);

        return new SettingValues
        {
            MinorConsentRule = Word<MinorConsentRule>(SettingCatalog.MinorConsentRule),
            ProgramApprover = Word<ProgramApprover>(SettingCatalog.ProgramApprover),
            ProgramMinMonths = Number(SettingCatalog.ProgramMinMonths),
            ProgramMaxMonths = Number(SettingCatalog.ProgramMaxMonths),
            ConsentExpiresSoonDays = Number(SettingCatalog.ConsentExpiresSoonDays),
            PairSilentAfterDays = Number(SettingCatalog.PairSilentAfterDays),
            ProgramEndsSoonDays = Number(SettingCatalog.ProgramEndsSoonDays),
            ActivityDueSoonDays = Number(SettingCatalog.ActivityDueSoonDays),
            MeetingCorrectionDays = Number(SettingCatalog.MeetingCorrectionDays),
        };
    }

    /// <summary>The row of the nearest tenant that has set the key.</summary>
    public static SettingRow? Nearest(IReadOnlyList<SettingRow> rows, IReadOnlyList<Guid> lineage, string key) =>
        lineage
            .Select(tenant => rows.FirstOrDefault(r => r.TenantId == tenant && r.Key == key))
            .FirstOrDefault(row => row is not null);
}
