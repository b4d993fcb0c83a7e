using System.Text.Json.Nodes;
using Mentoring.IntegrationTests.Harness;

namespace Mentoring.IntegrationTests.Board;

/// <summary>A board as somebody sees it.</summary>
internal sealed class SeenBoard(JsonNode json)
{
    public static async Task<SeenBoard> By(ApiClient client) => new(await client.See("~/board"));

    public string Today => (string)json["today"]!;

    public string[] Kinds => [.. Items.Select(i => (string)i["kind"]!)];

    public string[] Severities => [.. Items.Select(i => (string)i["severity"]!)];

    public string Text => json.ToJsonString();

    private IEnumerable<JsonNode> Items => json["items"]!.AsArray().OfType<JsonNode>();

    public int Count(string kind) => (int?)Item(kind)?["count"] ?? 0;

    public string? Severity(string kind) => (string?)Item(kind)?["severity"];

    /// <summary>The entry of a kind that opens this record; null where there is none.</summary>
    public SeenEntry? Find(string kind, Guid target) => All(kind, target) is [var first, ..] ? first : null;

    public IReadOnlyList<SeenEntry> All(string kind, Guid target) =>
        [
            .. (Item(kind)?["entries"]?.AsArray() ?? [])
                .Where(e => (Guid)e!["target"]!["id"]! == target)
                .Select(e => new SeenEntry(
                    (string)e!["title"]!,
                    (string?)e["detail"],
                    (string?)e["date"],
                    (string)e["target"]!["kind"]!,
                    string.Join(", ", e["words"]!.AsArray().Select(w => $"{w!["of"]}.{w["code"]}"))
                )),
        ];

    private JsonNode? Item(string kind) => Items.SingleOrDefault(i => (string)i["kind"]! == kind);
}

/// <param name="Words">Each as «enumeration.code».</param>
internal sealed record SeenEntry(string Title, string? Detail, string? Date, string Target, string Words);
