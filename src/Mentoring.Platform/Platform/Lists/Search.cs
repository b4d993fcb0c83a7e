using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Platform.Lists;

/// <summary>Search by beginnings of words, blind to case and to «ё».</summary>
public static class Search
{
    /// <summary>The text that a row is found by: every word has a blank in front of it.</summary>
    public static string Text(params string?[] parts) =>
        " " + string.Join(' ', parts.Where(p => !string.IsNullOrWhiteSpace(p)).SelectMany(p => Words(p!)));

    /// <summary>Leaves the rows whose text has, for each word of the query, a word that begins with it.</summary>
    /// <param name="text">A column filled by <see cref="Text"/>.</param>
    public static IQueryable<T> Matching<T>(this IQueryable<T> rows, string? query, Expression<Func<T, string>> text)
    {
        if (string.IsNullOrWhiteSpace(query))
            return rows;
        var like = typeof(DbFunctionsExtensions).GetMethod(
            nameof(DbFunctionsExtensions.Like),
            [typeof(DbFunctions), typeof(string), typeof(string), typeof(string)]
        )!;
        foreach (var word in Words(query))
        {
            var pattern = Pattern(word);
            Expression<Func<string>> value = () => pattern;
            var call = Expression.Call(
                like,
                Expression.Constant(EF.Functions),
                text.Body,
                value.Body,
                Expression.Constant("\\")
            );
            rows = rows.Where(Expression.Lambda<Func<T, bool>>(call, text.Parameters));
        }
        return rows;
    }

    /// <summary>The same for hand-written SQL: what the text must be LIKE, each of them.</summary>
    public static string[] Patterns(string? query) =>
        string.IsNullOrWhiteSpace(query) ? [] : [.. Words(query).Select(Pattern)];

    private static string Pattern(string word) => "% " + Escape(word) + "%";

    private static string[] Words(string text) =>
        text.ToLowerInvariant()
            .Replace('ё', 'е')
            .Split(
                [' ', '-', ',', '.', '«', '»', '"', '\t', '\n', '\r', '(', ')'],
                StringSplitOptions.RemoveEmptyEntries
            );

    private static string Escape(string word) =>
        word.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
}
