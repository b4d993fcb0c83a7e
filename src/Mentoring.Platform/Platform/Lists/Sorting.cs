using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Platform.Lists;

/// <summary>
/// A list's allow-list of orders, and pages by what was last seen: a page does not shift when rows come and go.
/// </summary>
/// <typeparam name="T">The projection that the list answers with; it names the tenant in every join before this.</typeparam>
public sealed class Sorting<T>(Expression<Func<T, Guid>> id)
{
    private readonly Dictionary<string, Func<IQueryable<T>, bool, string?, IQueryable<T>>> orders = new(
        StringComparer.Ordinal
    );
    private readonly Dictionary<string, Func<T, object?>> keys = new(StringComparer.Ordinal);
    private readonly Func<T, Guid> idOf = id.Compile();
    private string? first;

    /// <summary>Names of the orders, for the validator.</summary>
    public string[] Names => [.. orders.Keys];

    /// <summary>Adds an order; the first one is the default. People's words sort by Russian rules.</summary>
    public Sorting<T> By<TKey>(string name, Expression<Func<T, TKey>> key)
    {
        first ??= name;
        orders[name] = (rows, down, cursor) => Order(rows, key, down, cursor);
        var compiled = key.Compile();
        keys[name] = row => compiled(row);
        return this;
    }

    /// <exception cref="FormatException">The cursor is not one of ours.</exception>
    public async Task<Page<T>> Page(IQueryable<T> rows, IPageRequest request, CancellationToken ct)
    {
        var total = await rows.CountAsync(ct);
        var limit = request.Limit ?? PageRules.DefaultLimit;
        var down = request.Sort?.StartsWith('-') == true;
        var name = request.Sort?.TrimStart('-') ?? first!;
        var items = await orders[name](rows, down, request.Cursor).Take(limit + 1).ToListAsync(ct);
        if (items.Count <= limit)
            return new Page<T>(items, null, total);
        items.RemoveAt(limit);
        return new Page<T>(items, Cursors.Write(keys[name](items[^1]), idOf(items[^1])), total);
    }

    private IQueryable<T> Order<TKey>(IQueryable<T> rows, Expression<Func<T, TKey>> key, bool down, string? cursor)
    {
        if (cursor is not null)
            rows = rows.Where(After(key, down, cursor));
        if (typeof(TKey) == typeof(string))
        {
            var text = Expression.Lambda<Func<T, string>>(Collated(key.Body), key.Parameters);
            return down ? rows.OrderByDescending(text).ThenByDescending(id) : rows.OrderBy(text).ThenBy(id);
        }
        return down ? rows.OrderByDescending(key).ThenByDescending(id) : rows.OrderBy(key).ThenBy(id);
    }

    /// <summary>Rows behind the one that the cursor remembers.</summary>
    private Expression<Func<T, bool>> After<TKey>(Expression<Func<T, TKey>> key, bool down, string cursor)
    {
        var (lastKey, lastId) = Cursors.Read<TKey>(cursor);
        var row = key.Parameters[0];
        var rowId = new ParameterSwap(id.Parameters[0], row).Visit(id.Body);
        Expression<Func<TKey>> keyValue = () => lastKey;
        Expression<Func<Guid>> idValue = () => lastId;
        var (left, right) = (key.Body, keyValue.Body);
        var zero = Expression.Constant(0);
        Expression beyond;
        if (typeof(TKey) == typeof(string))
        {
            var compare = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;
            var order = Expression.Call(compare, Collated(left), right);
            beyond = down ? Expression.LessThan(order, zero) : Expression.GreaterThan(order, zero);
        }
        else
        {
            beyond = down ? Expression.LessThan(left, right) : Expression.GreaterThan(left, right);
        }
        var idOrder = Expression.Call(
            rowId,
            typeof(Guid).GetMethod(nameof(Guid.CompareTo), [typeof(Guid)])!,
            idValue.Body
        );
        var sameKey = Expression.AndAlso(
            Expression.Equal(left, right),
            down ? Expression.LessThan(idOrder, zero) : Expression.GreaterThan(idOrder, zero)
        );
        return Expression.Lambda<Func<T, bool>>(Expression.OrElse(beyond, sameKey), row);
    }

    private static MethodCallExpression Collated(Expression text) =>
        Expression.Call(
            typeof(RelationalDbFunctionsExtensions),
            nameof(RelationalDbFunctionsExtensions.Collate),
            [typeof(string)],
            Expression.Constant(EF.Functions),
            text,
            Expression.Constant("ru-x-icu")
        );

    private sealed class ParameterSwap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
