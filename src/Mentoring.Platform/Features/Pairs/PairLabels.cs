using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mentoring.Platform.Features.Pairs;

/// <summary>A code of a reference list with its name here.</summary>
public sealed record PairLabel(string Code, string Name);

/// <summary>Names of forms, role models and kinds as they are called in this tenant; a retired entry keeps its name.</summary>
public sealed class PairLabels(MentoringDbContext db)
{
    /// <summary>By code.</summary>
    public async Task<IReadOnlyDictionary<string, PairLabel>> Forms(IEnumerable<string> codes, CancellationToken ct)
    {
        var wanted = codes.Distinct(StringComparer.Ordinal).ToArray();
        var rows = await db.Set<MentoringForm>()
            .Where(f => wanted.Contains(f.Code))
            .Select(f => new Row(f.TenantId, f.Code, f.Name))
            .ToListAsync(ct);
        return wanted.Select(code => Nearest(rows, code)).ToDictionary(l => l.Code);
    }

    public async Task<PairLabel> RoleModel(string formCode, string code, CancellationToken ct) =>
        Nearest(
            await db.Set<RoleModel>()
                .Where(r => r.FormCode == formCode && r.Code == code)
                .Select(r => new Row(r.TenantId, r.Code, r.Name))
                .ToListAsync(ct),
            code
        );

    public async Task<IReadOnlyList<PairLabel>> Kinds(string[] codes, CancellationToken ct)
    {
        var rows = await db.Set<MentoringKind>()
            .Where(k => codes.Contains(k.Code))
            .Select(k => new Row(k.TenantId, k.Code, k.Name))
            .ToListAsync(ct);
        return [.. codes.Select(code => Nearest(rows, code))];
    }

    private PairLabel Nearest(IReadOnlyList<Row> rows, string code) => Nearest(rows, db.Lineage, code);

    /// <summary>Of several tenants along the lineage the nearest one's name counts.</summary>
    internal static PairLabel Nearest(IReadOnlyList<Row> rows, IReadOnlyList<Guid> lineage, string code) =>
        new(
            code,
            lineage
                .Select(t => rows.FirstOrDefault(r => r.TenantId == t && r.Code == code)?.Name)
                .FirstOrDefault(name => name is not null)
                ?? code
        );

    internal sealed record Row(Guid TenantId, string Code, string Name)
    {
        public static Row Read(NpgsqlDataReader row) => new(row.GetGuid(0), row.GetString(1), row.GetString(2));
    }
}
