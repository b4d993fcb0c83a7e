using Mentoring.Platform.Platform.Data;

namespace Mentoring.Platform.Features.Reference;

/// <summary>Rows handed down the tree: of those with one key the nearest tenant's counts.</summary>
public static class Lineages
{
    /// <param name="lineage">The tenant, then its ancestors, nearest first.</param>
    public static IEnumerable<T> Nearest<T, TKey>(
        this IEnumerable<T> rows,
        IReadOnlyList<Guid> lineage,
        Func<T, TKey> key
    )
        where T : IDownward => rows.GroupBy(key).Select(same => same.MinBy(r => Distance(lineage, r))!);

    private static int Distance(IReadOnlyList<Guid> lineage, IDownward row)
    {
        for (var i = 0; i < lineage.Count; i++)
        {
            if (lineage[i] == row.TenantId)
                return i;
        }
        return int.MaxValue;
    }
}
