using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Mentoring.Platform.Platform.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Mentoring.Platform.Platform.Http;

/// <summary>
/// Words of enumerations in a query are the same as in bodies: <c>state=inBank</c>. The binder knows their C# names
/// only, and would take numbers too.
/// </summary>
internal static class QueryWords
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<Field>> Fields = new();

    /// <summary>Rewrites the words for the binder; refuses what is none.</summary>
    public static Error? Read(HttpContext http, Type request)
    {
        if (http.Request.Query.Count == 0)
            return null;
        Dictionary<string, StringValues>? rewritten = null;
        foreach (var field in Fields.GetOrAdd(request, Find))
        {
            if (!http.Request.Query.TryGetValue(field.Name, out var values))
                continue;
            if (values.Count != 1 || !field.Words.TryGetValue(values[0]!, out var name))
                return CommonErrors.Malformed with
                {
                    Fields = [new($"/{field.Name}", ValidationCodes.Unreadable, "The word is none of the possible.")],
                };
            rewritten ??= new(http.Request.Query, StringComparer.OrdinalIgnoreCase);
            rewritten[field.Name] = name;
        }
        if (rewritten is not null)
            http.Request.Query = new QueryCollection(rewritten);
        return null;
    }

    private static IReadOnlyList<Field> Find(Type request) =>
        [
            .. from property in request.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            let type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType
            where type.IsEnum
            select new Field(
                JsonNamingPolicy.CamelCase.ConvertName(property.Name),
                Enum.GetNames(type).ToDictionary(JsonNamingPolicy.CamelCase.ConvertName, StringComparer.Ordinal)
            ),
        ];

    private sealed record Field(string Name, IReadOnlyDictionary<string, string> Words);
}
