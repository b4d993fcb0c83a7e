using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mentoring.Benchmarks;

/// <summary>Two servers are compared only if they do the same: their answers, field by field.</summary>
internal static class SameAnswers
{
    /// <exception cref="InvalidOperationException">They do not; the message shows both.</exception>
    public static async Task Check(Target product, Target limit, MeasuredRoute route)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var (a, b) = (await Ask(product, route, seed), await Ask(limit, route, seed));
            // What is written gets an id of its own.
            if (route.Status == 201)
                (a["id"], b["id"]) = (null, null);
            if (!JsonNode.DeepEquals(a, b))
                throw new InvalidOperationException(
                    $"{route.Name}: the answers differ.\n{a.ToJsonString()}\n{b.ToJsonString()}"
                );
        }
    }

    private static async Task<JsonNode> Ask(Target target, MeasuredRoute route, int seed)
    {
        var random = new Random(seed);
        using var client = new LoadClient(target.Port);
        var curator = target.Curators[random.Next(target.Curators.Count)];
        var (status, headEnd, end) = await client.Ask(route.Request(curator, random));
        var text = client.Text(headEnd, end);
        if (status != route.Status)
            throw new InvalidOperationException($"{target.Name} answered {status} to {route.Name}: {text}");
        // A chunked answer is its JSON between lengths in hexadecimal, each on a line of its own.
        if (!text.StartsWith('{'))
            text = string.Concat(text.Split("\r\n").Where((_, i) => i % 2 == 1));
        return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions())!;
    }
}
