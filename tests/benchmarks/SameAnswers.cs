using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mentoring.Benchmarks;

/// <summary>Two servers are compared only if they do the same: their answers, field by field.</summary>
internal static class SameAnswers
{
    /// <exception cref="InvalidOperationException">They do not; the message says where.</exception>
    public static async Task Check(Target product, Target limit, MeasuredRoute route)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var (a, b) = (await Ask(product, route, seed), await Ask(limit, route, seed));
            // What is written gets an id of its own.
            if (route.Status == 201)
                (a["id"], b["id"]) = (null, null);
            // The product seals where a list goes on, each time anew; that it goes on is the same.
            foreach (var answer in new[] { a, b })
                if (answer["nextCursor"] is not null)
                    answer["nextCursor"] = "further";
            if (!JsonNode.DeepEquals(a, b))
                throw new InvalidOperationException($"{route.Name}: the answers differ at {Difference(a, b)}");
        }
    }

    /// <summary>The first place in which two answers differ, with what each says there.</summary>
    private static string Difference(JsonNode? a, JsonNode? b)
    {
        var parts = (a, b) switch
        {
            (JsonObject x, JsonObject y) => x.Select(p => p.Key).Union(y.Select(p => p.Key)).Select(k => (x[k], y[k])),
            (JsonArray x, JsonArray y) when x.Count == y.Count => x.Zip(y),
            _ => [],
        };
        var (first, second) = parts.FirstOrDefault(p => !JsonNode.DeepEquals(p.Item1, p.Item2));
        return first is null && second is null
            ? $"{(a ?? b)!.GetPath()}: the product says {Text(a)}, the limit {Text(b)}"
            : Difference(first, second);
    }

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "nothing";

    private static async Task<JsonNode> Ask(Target target, MeasuredRoute route, int seed)
    {
        var random = new Random(seed);
        using var client = new LoadClient(target.Port);
        var curator = target.Curators[random.Next(target.Curators.Count)];
        var (status, headEnd, end) = await client.Ask(route.Request(curator, random));
        var text = client.Body(headEnd, end);
        if (status != route.Status)
            throw new InvalidOperationException($"{target.Name} answered {status} to {route.Name}: {text}");
        return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions())!;
    }
}
