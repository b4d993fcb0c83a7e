using Npgsql;

namespace Mentoring.Platform.Platform.Lists;

/// <summary>
/// What <see cref="Sorting{T}"/> is for lists read by hand-written SQL: an allow-list of orders, pages by what was seen
/// last.
/// </summary>
/// <param name="id">SQL of the id, which settles ties.</param>
/// <param name="first">The order that is meant when none is named.</param>
internal sealed class SqlSorting(string id, string first)
{
    private readonly Dictionary<string, Order> orders = new(StringComparer.Ordinal);

    /// <summary>Names of the orders, for the validator.</summary>
    public string[] Names => [.. orders.Keys];

    /// <param name="sql">SQL of the key; people's words are sorted by Russian rules.</param>
    public SqlSorting By<TKey>(string name, string sql)
        where TKey : notnull
    {
        orders[name] = new Order(
            sql,
            typeof(TKey) == typeof(string) ? $"({sql}) COLLATE \"ru-x-icu\"" : $"({sql})",
            cursor => Cursors.Read<TKey>(cursor),
            row => row.GetFieldValue<TKey>(1)
        );
        return this;
    }

    /// <param name="values">Values of the statement so far; what the page needs is added, its limit last.</param>
    /// <exception cref="FormatException">The cursor is not one of ours.</exception>
    public SqlPage Page(IPageRequest request, List<object> values)
    {
        var down = request.Sort?.StartsWith('-') == true;
        var order = orders[request.Sort?.TrimStart('-') ?? first];
        var limit = request.Limit ?? PageRules.DefaultLimit;
        var after = "";
        if (request.Cursor is { } cursor)
        {
            var (lastKey, lastId) = order.ReadCursor(cursor);
            values.AddRange([lastKey, lastId]);
            after = $" AND ({order.Sorted}, {id}) {(down ? '<' : '>')} (${values.Count - 1}, ${values.Count})";
        }
        // One more than asked shows whether there is more.
        values.Add(limit + 1);
        var direction = down ? "DESC" : "ASC";
        return new SqlPage(
            order.Key,
            after,
            $"{order.Sorted} {direction}, {id} {direction}",
            limit,
            row => (row.GetGuid(0), order.ReadKey(row))
        );
    }

    private sealed record Order(
        string Key,
        string Sorted,
        Func<string, (object Key, Guid Id)> ReadCursor,
        Func<NpgsqlDataReader, object> ReadKey
    );
}

/// <param name="Key">SQL of what is sorted by, to be selected behind the id.</param>
/// <param name="After">SQL that continues a WHERE.</param>
/// <param name="OrderBy">SQL behind ORDER BY.</param>
/// <param name="Read">Reads a row of id and key.</param>
internal sealed record SqlPage(
    string Key,
    string After,
    string OrderBy,
    int Limit,
    Func<NpgsqlDataReader, (Guid Id, object Key)> Read
)
{
    /// <summary>Cuts off the row that was read too much and says where to go on.</summary>
    public (Guid[] Ids, string? NextCursor) Cut(IReadOnlyList<(Guid Id, object Key)> rows) =>
        (
            [.. rows.Take(Limit).Select(r => r.Id)],
            rows.Count > Limit ? Cursors.Write(rows[Limit - 1].Key, rows[Limit - 1].Id) : null
        );
}
