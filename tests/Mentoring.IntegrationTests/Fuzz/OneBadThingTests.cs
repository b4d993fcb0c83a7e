using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;

namespace Mentoring.IntegrationTests.Fuzz;

/// <summary>
/// Every operation of the contract, sensible but for one thing at a time: a character, a header, a word in the address.
/// None makes the server stumble.
/// </summary>
public sealed class OneBadThingTests(PairsApp app) : IClassFixture<PairsApp>
{
    /// <summary>As they stand in JSON.</summary>
    private static readonly string[] Texts =
    [
        "\\u0000",
        "\\ufffe",
        "а\\uffffб",
        "\\ufdd0",
        "\\ud83d",
        "\\udc00",
        "\\u200b",
        "\\u202e",
        "\\u000b",
        "\\u001f",
        "\\ud83f\\udffe",
    ];

    private static readonly string[] MediaTypes =
    [
        "application/json; charset=utf-7",
        "application/json; charset=\"utf-7\"",
        "application/json; charset=utf-16",
        "application/json; charset=nothing-known",
        "application/json; charset=",
        "application/json; charset",
        "application/json; charset=\"",
        "text/plain",
        "json",
    ];

    private static readonly string[] Words = ["%00", "%EF%BF%BE", "%ED%A0%80", "%E2%80%8B", "a%0B", "%F0%9F%BF%BE"];

    private static readonly string[] Cursors =
    [
        .. new[]
        {
            "[\"a\\u0000\",\"019a0000-0000-7000-8000-000000000000\"]",
            "[null,\"019a0000-0000-7000-8000-000000000000\"]",
            "[{},\"019a0000-0000-7000-8000-000000000000\"]",
            "[\"2026-01-01T00:00:00+03:00\",\"019a0000-0000-7000-8000-000000000000\"]",
            "[]",
        }.Select(text => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=')),
        "",
        "%00",
        "CfDJ8",
        new string('a', 5000),
    ];

    [Fact, Trait("covers", "C-66")]
    public async Task No_bad_text_in_a_body_makes_the_server_stumble()
    {
        var (stumbles, tried) = await Try(operation =>
            operation.Example is { } example
                ? from place in TextsOf(example)
                from text in Texts
                select new Variant(Content(With(example, place, text), "application/json"), "")
                : []
        );

        stumbles.ShouldBeEmpty();
        tried.ShouldBe(
            from operation in (await FuzzContract.Read(app)).Operations
            where operation.Example is { } example && TextsOf(example).Any()
            select operation.Id,
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task No_media_type_makes_the_server_stumble()
    {
        var (stumbles, tried) = await Try(operation =>
            operation.BodySchema is null
                ? []
                : MediaTypes.Select(type => new Variant(Content(operation.Example?.ToJsonString() ?? "{}", type), ""))
        );

        stumbles.ShouldBeEmpty();
        tried.Count.ShouldBe((await FuzzContract.Read(app)).Operations.Count(o => o.BodySchema is not null));
    }

    [Fact]
    public async Task No_word_in_the_address_makes_the_server_stumble()
    {
        var (stumbles, tried) = await Try(operation =>
            from parameter in operation.Query
            from word in parameter.Name == "cursor" ? Cursors : Words
            select new Variant(null, $"?{parameter.Name}={word}")
        );

        stumbles.ShouldBeEmpty();
        tried.Count.ShouldBe((await FuzzContract.Read(app)).Operations.Count(o => o.Query.Count > 0));
    }

    private async Task<(List<string> Stumbles, IReadOnlySet<string> Tried)> Try(
        Func<FuzzOperation, IEnumerable<Variant>> variants
    )
    {
        var stumbles = new List<string>();
        var tried = new HashSet<string>(StringComparer.Ordinal);
        using var nobody = app.Nobody();
        // Signed in before the wrong sign-ins that are among the requests.
        var callers = new Dictionary<string, (ApiClient Client, Guid Tenant)>(StringComparer.Ordinal)
        {
            [""] = (nobody, TestTree.School),
            ["organization"] = (await app.As("headOfOrganization", TestTree.School), TestTree.School),
            ["municipality"] = (await app.As("municipalMethodologist", TestTree.Municipality), TestTree.Municipality),
            ["region"] = (await app.As("regionalOperator", TestTree.Region), TestTree.Region),
        };
        foreach (var operation in (await FuzzContract.Read(app)).Operations)
        {
            var (caller, tenant) = callers[operation.Level ?? ""];
            foreach (var (body, query) in variants(operation))
            {
                tried.Add(operation.Id);
                var path = string.Join(
                    '/',
                    operation
                        .Path.Split('/')
                        .Select(
                            (part, i) =>
                                part is ['{', ..]
                                    ? i == 4
                                        ? $"{tenant}"
                                        : $"{Guid.NewGuid()}"
                                    : part
                        )
                );
                var answer = await caller.Send(operation.Method, path + query, body, Guid.NewGuid(), 1);
                if (answer.Status >= HttpStatusCode.InternalServerError)
                    stumbles.Add($"{operation.Id}{query} {body?.Headers.ContentType}: {answer.Text}");
            }
        }
        return (stumbles, tried);
    }

    private static StringContent Content(string body, string type)
    {
        var content = new StringContent(body, Encoding.UTF8);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    /// <summary>Where in the example a text stands, each as the way to it.</summary>
    private static IEnumerable<string> TextsOf(JsonNode example) =>
        example switch
        {
            JsonObject o => o.SelectMany(m => m.Value is null ? [] : TextsOf(m.Value)),
            JsonArray a => a.SelectMany(item => item is null ? [] : TextsOf(item)),
            JsonValue v when v.GetValueKind() == System.Text.Json.JsonValueKind.String => [v.GetPath()],
            _ => [],
        };

    private static string With(JsonNode example, string place, string text)
    {
        const string Mark = "here-comes-the-text";
        var copy = example.DeepClone();
        Find(copy, place[example.GetPath().Length..]).ReplaceWith(Mark);
        return copy.ToJsonString().Replace(Mark, text, StringComparison.Ordinal);
    }

    private static JsonNode Find(JsonNode node, string place)
    {
        foreach (var step in place.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
            node = int.TryParse(step, System.Globalization.CultureInfo.InvariantCulture, out var i)
                ? node[i]!
                : node[step]!;
        return node;
    }

    private sealed record Variant(HttpContent? Body, string Query);
}
