using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mentoring.IntegrationTests.Fuzz;

/// <summary>
/// Holds a JSON value against a schema of the contract: the words of JSON Schema that the contract uses, and an
/// exception for any other, so that none is passed over.
/// </summary>
internal sealed class AnswerShape(FuzzContract contract)
{
    private static readonly HashSet<string> Known =
    [
        .. "type properties required additionalProperties items enum format minimum maximum minLength maxLength".Split(
            ' '
        ),
        .. "title description example examples default pattern minItems maxItems".Split(' '),
    ];

    /// <summary>What is wrong, each with where; empty when the value fits.</summary>
    public IEnumerable<string> Misfits(JsonNode? value, JsonNode schema, string at = "")
    {
        schema = contract.Resolve(schema);
        if (schema is not JsonObject words || words.Count == 0)
            return [];
        var unknown = words.Select(w => w.Key).FirstOrDefault(w => !Known.Contains(w) && w[0] != 'x' && w != "oneOf");
        if (unknown is not null)
            throw new InvalidOperationException($"The schema word {unknown} at {at} is new to this check.");
        if (words["oneOf"] is JsonArray choices)
            return choices.Any(c => IsNull(c!) ? value is null : !Misfits(value, c!, at).Any())
                ? []
                : [$"{at}: none of the choices"];
        return [.. OfType(value, words, at), .. Inside(value, words, at)];
    }

    private static bool IsNull(JsonNode schema) => schema["type"] is JsonValue type && (string?)type == "null";

    private static IEnumerable<string> OfType(JsonNode? value, JsonObject words, string at)
    {
        var kind = value is null ? JsonValueKind.Null : value.GetValueKind();
        string[] types = words["type"] switch
        {
            null => [],
            JsonArray several => [.. several.Select(t => (string)t!)],
            { } one => [(string)one!],
        };
        var name = kind switch
        {
            JsonValueKind.Null => "null",
            JsonValueKind.String => "string",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.Number => decimal.IsInteger(value!.GetValue<decimal>()) ? "integer" : "number",
            JsonValueKind.Array => "array",
            _ => "object",
        };
        if (types.Length > 0 && !types.Contains(name) && !(name == "integer" && types.Contains("number")))
            yield return $"{at}: {name} instead of {string.Join('|', types)}";
        if (words["enum"] is JsonArray allowed && value is not null && !allowed.Any(a => JsonNode.DeepEquals(a, value)))
            yield return $"{at}: {value!.ToJsonString()} is not in the enumeration";
        if (kind == JsonValueKind.String && !Fits((string)value!, (string?)words["format"]))
            yield return $"{at}: {value!.ToJsonString()} is no {words["format"]}";
        if (kind == JsonValueKind.Number && words["minimum"] is { } least && (decimal)value! < (decimal)least)
            yield return $"{at}: {value!.ToJsonString()} is below {least}";
    }

    private IEnumerable<string> Inside(JsonNode? value, JsonObject words, string at)
    {
        if (value is JsonArray items && words["items"] is { } itemSchema)
            return items.SelectMany((item, i) => Misfits(item, itemSchema, $"{at}/{i}"));
        if (value is not JsonObject members)
            return [];
        var properties = words["properties"]?.AsObject() ?? [];
        var missing =
            words["required"]
                ?.AsArray()
                .Select(r => (string)r!)
                .Where(r => !members.ContainsKey(r))
                .Select(r => $"{at}/{r}: missing")
            ?? [];
        var rest = words["additionalProperties"];
        return
        [
            .. missing,
            .. members.SelectMany(m =>
                properties[m.Key] is { } schema ? Misfits(m.Value, schema, $"{at}/{m.Key}")
                : rest is JsonObject other ? Misfits(m.Value, other, $"{at}/{m.Key}")
                : [$"{at}/{m.Key}: not in the contract"]
            ),
        ];
    }

    private static bool Fits(string text, string? format) =>
        format switch
        {
            "uuid" => Guid.TryParseExact(text, "D", out _),
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, default, out _),
            "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
            _ => true,
        };
}
