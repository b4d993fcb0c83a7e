using System.Globalization;
using System.Text.Json.Nodes;

namespace Mentoring.IntegrationTests.Fuzz;

/// <summary>A request that is to be sent.</summary>
/// <param name="Body">As it goes over the wire; null for none.</param>
internal sealed record FuzzRequest(string Path, string? Body, Guid? Key, long? Version);

/// <summary>
/// Makes requests out of the contract: sensible ones, slightly wrong ones, and rubbish. The same random numbers and the
/// same answers so far make the same request.
/// </summary>
internal sealed class RequestMaker(FuzzContract contract, Random random, IReadOnlyDictionary<string, List<Guid>> seen)
{
    /// <summary>Stands for half a surrogate pair, which no JSON writer lets through.</summary>
    private const string Half = "half-a-pair";

    private static readonly string[] Rubbish =
    [
        "null",
        "\"\"",
        "\"<script>alert(1)</script>\"",
        "\"=HYPERLINK(\\\"x\\\")\"",
        "\"' OR 1=1 --\"",
        "\"2026-02-30\"",
        "\"0001-01-01\"",
        "\"9999-12-31\"",
        "\"a\\u0000b\"",
        $"\"{Half}\"",
        "\"\\u202eтекст\"",
        "-1",
        "0",
        "1e99",
        "99999999999999999999999999",
        "0.5",
        "true",
        "[]",
        "[null]",
        "{}",
        "{\"$ref\":1}",
    ];

    private static readonly string[] Broken = ["", "null", "[]", "{", "\"x\"", "{\"a\":1}", "{]", "1", "\u0001"];

    private readonly List<Guid> keys = [];

    public FuzzRequest Make(FuzzOperation operation, Guid tenant)
    {
        var key = operation.Method == HttpMethod.Post && Chance(0.95) ? Key() : (Guid?)null;
        return new FuzzRequest(
            Path(operation, tenant) + Query(operation),
            operation.BodySchema is null ? null : Body(operation),
            key,
            Chance(0.85) ? random.Next(1, 6) : null
        );
    }

    private bool Chance(double part) => random.NextDouble() < part;

    private T One<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];

    /// <summary>Now and then one that was used before.</summary>
    private Guid Key()
    {
        if (keys.Count > 0 && Chance(0.05))
            return One(keys);
        keys.Add(NewId());
        return keys[^1];
    }

    private Guid NewId()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private string Path(FuzzOperation operation, Guid tenant)
    {
        var path = operation.Path;
        var first = operation.Level is not null;
        while (path.IndexOf('{') is var open and >= 0)
        {
            var close = path.IndexOf('}');
            var name = path[(open + 1)..close];
            var value =
                first ? tenant.ToString()
                : Chance(0.03) ? One(new[] { "0", "null", "%00", "..%2f..", "ф", NewId().ToString("N") })
                : IdFor(name).ToString();
            first = false;
            path = path[..open] + value + path[(close + 1)..];
        }
        return path;
    }

    /// <summary>An id that an answer has shown, mostly of the right kind.</summary>
    private Guid IdFor(string name)
    {
        var kind = name.EndsWith("Id", StringComparison.Ordinal) ? name : name.TrimEnd('s');
        if (Chance(0.9) && seen.TryGetValue(kind, out var right) && right.Count > 0)
            return One(right);
        var any = seen.Values.Where(v => v.Count > 0).ToList();
        return any.Count > 0 && Chance(0.7) ? One(One(any)) : NewId();
    }

    private string Query(FuzzOperation operation)
    {
        var parts = operation
            .Query.Where(_ => Chance(0.4))
            .Select(q =>
                $"{q.Name}={(Chance(0.3) ? Uri.EscapeDataString(One(Rubbish).Trim('"')) : Uri.EscapeDataString(Plain(q.Schema, q.Name)))}"
            )
            .ToList();
        if (Chance(0.03))
            parts.Add(One(new[] { "%00=1", "x=%FF", "limit=1&limit=2", "unknown=1", "q=%D1" }));
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    private string Plain(JsonNode schema, string name)
    {
        var value = Value(schema, name, 0);
        return value?.GetValueKind() == System.Text.Json.JsonValueKind.String
            ? (string)value!
            : value?.ToJsonString() ?? "";
    }

    private string Body(FuzzOperation operation)
    {
        if (Chance(0.04))
            return One(Broken);
        var body =
            operation.Example is { } example && Chance(0.7) ? Filled(example, "") : Value(operation.BodySchema!, "", 0);
        var text = body?.ToJsonString() ?? "null";
        for (var i = Chance(0.5) ? 0 : random.Next(1, 3); i > 0; i--)
            text = Mutated(text);
        return text.Replace(Half, "\\ud83d", StringComparison.Ordinal);
    }

    /// <summary>The example with ids that exist and days that may be.</summary>
    private JsonNode? Filled(JsonNode? node, string name) =>
        node switch
        {
            JsonObject o => new JsonObject(o.Select(m => KeyValuePair.Create(m.Key, Filled(m.Value, m.Key)))),
            JsonArray a => new JsonArray([.. a.Select(i => Filled(i, name.TrimEnd('s')))]),
            JsonValue v when v.TryGetValue<string>(out var text) && Guid.TryParse(text, out _) => IdFor(name)
                .ToString(),
            JsonValue v when v.TryGetValue<string>(out var text) && DateOnly.TryParse(text, out _) && Chance(0.5) =>
                Day(),
            _ => node?.DeepClone(),
        };

    private string Day() =>
        new DateOnly(2026, 4, 15).AddDays(random.Next(-400, 400)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>One value somewhere is replaced by rubbish, doubled or left out.</summary>
    private string Mutated(string json)
    {
        var root = JsonNode.Parse(json);
        var places = Places(root).ToList();
        if (places.Count == 0)
            return One(Rubbish);
        var (parent, key) = One(places);
        var value = Chance(0.1)
            ? JsonValue.Create(new string('ж', random.Next(1, 9000)))
            : JsonNode.Parse(One(Rubbish));
        if (parent is JsonObject o)
        {
            if (Chance(0.2))
                o.Remove((string)key);
            else
                o[(string)key] = value;
        }
        else
            ((JsonArray)parent)[(int)key] = value;
        return root!.ToJsonString();
    }

    private static IEnumerable<(JsonNode Parent, object Key)> Places(JsonNode? node) =>
        node switch
        {
            JsonObject o => o.SelectMany(m => Places(m.Value).Prepend((o, m.Key))),
            JsonArray a => a.SelectMany((item, i) => Places(item).Prepend((a, i))),
            _ => [],
        };

    /// <summary>Any value that the schema allows, more or less.</summary>
    private JsonNode? Value(JsonNode schema, string name, int depth)
    {
        schema = contract.Resolve(schema);
        if (schema["oneOf"] is JsonArray choices)
            return Value(choices[random.Next(choices.Count)]!, name, depth);
        if (schema["enum"] is JsonArray words)
            return words[random.Next(words.Count)]?.DeepClone();
        var types = schema["type"] is JsonArray several
            ? [.. several.Select(t => (string)t!)]
            : new[] { (string?)schema["type"] ?? "string" };
        return One(types) switch
        {
            "object" => depth > 6
                ? []
                : new JsonObject(
                    (schema["properties"]?.AsObject() ?? [])
                        .Where(_ => Chance(0.93))
                        .Select(p => KeyValuePair.Create(p.Key, Value(p.Value!, p.Key, depth + 1)))
                ),
            "array" => new JsonArray([
                .. Enumerable
                    .Range(0, random.Next(0, 4))
                    .Select(_ => Value(schema["items"]!, name.TrimEnd('s'), depth + 1)),
            ]),
            "integer" or "number" => random.Next(-2, 60),
            "boolean" => Chance(0.5),
            "null" => null,
            _ => (string?)schema["format"] switch
            {
                "uuid" => IdFor(name).ToString(),
                "date" => Day(),
                "date-time" => Day() + "T10:00:00Z",
                _ => One(new[] { "слово", "Ёлкина", "12-о", "a@b.ru", "traditional", "teacherTeacher", "" }),
            },
        };
    }
}
