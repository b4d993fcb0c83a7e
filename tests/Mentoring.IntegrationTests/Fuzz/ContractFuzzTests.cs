using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mentoring.IntegrationTests.ApiKeys;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;
using Mentoring.IntegrationTests.Programs;

namespace Mentoring.IntegrationTests.Fuzz;

/// <summary>
/// Requests made out of the contract, by every role and by keys: no answer is a 5xx, each has a status and a code that
/// the contract names, and the shape that it promises. <c>MENTORING_FUZZ_REQUESTS</c> asks for more than 20,000,
/// <c>MENTORING_FUZZ_SEED</c> repeats a run: one request follows the other, so a seed leads to the same ones.
/// </summary>
public sealed class ContractFuzzTests(PairsApp app, ITestOutputHelper output) : IClassFixture<PairsApp>
{
    /// <summary>Seeds that have found something, and one to begin with. Each gets its part of the requests.</summary>
    private static readonly int[] Stored = [20261121];

    /// <summary>Wrong sign-ins make the next ones wait; they have tests of their own.</summary>
    private static readonly string[] Rare = ["signIn", "acceptInvitation", "changePassword", "signOut"];

    private readonly Dictionary<string, List<Guid>> seen = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> statuses = new();
    private readonly List<string> wrong = [];

    [Fact, Trait("covers", "C-66")]
    public async Task No_request_makes_the_server_stumble_or_break_its_word()
    {
        var requests = Number("MENTORING_FUZZ_REQUESTS", 20_000);
        int[] seeds = Number("MENTORING_FUZZ_SEED", 0) is var seed and > 0 ? [seed] : Stored;
        await Furnish();
        var contract = await FuzzContract.Read(app);
        var callers = await Callers();
        foreach (var each in seeds)
            await Run(contract, callers, new Random(each), requests / seeds.Length, each);

        var sum = statuses.OrderBy(s => s.Key).Select(s => $"{s.Key} × {s.Value}");
        output.WriteLine($"{requests} requests of seeds {string.Join(", ", seeds)}: {string.Join(", ", sum)}");
        wrong.ShouldBeEmpty();
        // Rubbish alone proves nothing: a good part must have been done.
        statuses.Where(s => s.Key[0] == '2').Sum(s => s.Value).ShouldBeGreaterThan(requests / 20);
    }

    private async Task Run(FuzzContract contract, IReadOnlyList<Caller> callers, Random random, int count, int seed)
    {
        var maker = new RequestMaker(contract, random, seen);
        var shape = new AnswerShape(contract);
        for (var i = 0; i < count; i++)
        {
            var operation = contract.Operations[random.Next(contract.Operations.Count)];
            var caller = Suitable(callers, operation, random);
            if (Rare.Contains(operation.Id) && random.NextDouble() > 0.05 || operation.Id == "signOut")
                continue;
            var tenant = random.NextDouble() < 0.95 && caller.Tenant is { } own ? own : TestTree.SiblingSchool;
            var request = maker.Make(operation, tenant);
            var answer = await caller.Client.Send(
                operation.Method,
                request.Path,
                request.Body,
                request.Key,
                request.Version
            );
            statuses.AddOrUpdate(((int)answer.Status).ToString(CultureInfo.InvariantCulture), 1, (_, n) => n + 1);
            if (Fault(operation, request.Path, answer, shape) is { } fault && wrong.Count < 20)
                wrong.Add(
                    $"seed {seed}, request {i}, {caller.Name}: {operation.Id} {request} → {(int)answer.Status}: {fault}"
                );
            if (answer.Status is HttpStatusCode.OK or HttpStatusCode.Created)
                Remember(operation, answer);
        }
    }

    /// <summary>Mostly somebody who may call it, else anybody.</summary>
    private static Caller Suitable(IReadOnlyList<Caller> callers, FuzzOperation operation, Random random)
    {
        var right = callers.Where(c => c.Level == operation.Level && c.May(operation.Permission)).ToList();
        return right.Count > 0 && random.NextDouble() < 0.75
            ? right[random.Next(right.Count)]
            : callers[random.Next(callers.Count)];
    }

    private static string? Fault(FuzzOperation operation, string path, ApiAnswer answer, AnswerShape shape)
    {
        var status = ((int)answer.Status).ToString(CultureInfo.InvariantCulture);
        if (status[0] == '5')
            return answer.Text;
        // An address that no route takes is none of the contract's.
        if (operation.Answers[status] is not { } said)
            return answer.Status == HttpStatusCode.NotFound && answer.Code == "resource.not_found"
                ? null
                : $"not in the contract: {answer.Text}";
        // The web server itself refuses an address with such a character, before anything of ours is asked.
        if (status == "400" && answer.Bytes.Length == 0 && path.Contains("%00", StringComparison.Ordinal))
            return null;
        if (said["content"]?.AsObject().FirstOrDefault() is not { Key: { } type, Value: { } content })
            return answer.Bytes.Length == 0 ? null : "a body where none was promised";
        if (answer.Headers.GetValueOrDefault("Content-Type")?.StartsWith(type, StringComparison.Ordinal) != true)
            return $"{answer.Headers.GetValueOrDefault("Content-Type")} instead of {type}";
        if (!type.EndsWith("json", StringComparison.Ordinal))
            return null;
        if (said["x-codes"] is JsonArray codes && !codes.Any(c => (string)c! == answer.Code))
            return $"the code {answer.Code} is not among those of {status}";
        return shape.Misfits(JsonNode.Parse(answer.Bytes), content["schema"]!).FirstOrDefault();
    }

    /// <summary>Ids by what they are ids of: a field's name, or the noun of the address.</summary>
    private void Remember(FuzzOperation operation, ApiAnswer answer)
    {
        if (answer.Headers.GetValueOrDefault("Content-Type")?.Contains("json", StringComparison.Ordinal) != true)
            return;
        var noun = operation.Level is null ? "" : operation.Path.Split('/').ElementAtOrDefault(5)?.TrimEnd('s') ?? "";
        Remember(JsonNode.Parse(answer.Bytes), noun + "Id");
    }

    private void Remember(JsonNode? node, string own)
    {
        if (node is JsonArray items)
            foreach (var item in items)
                Remember(item, own);
        if (node is not JsonObject members)
            return;
        foreach (var (name, value) in members)
        {
            if (
                value is JsonValue text
                && text.GetValueKind() == JsonValueKind.String
                && Guid.TryParse((string)text!, out var id)
            )
                Keep(name == "id" ? own : name, id);
            else if (value is JsonArray or JsonObject)
                Remember(value, name == "items" ? own : name.TrimEnd('s') + "Id");
        }
    }

    private void Keep(string kind, Guid id)
    {
        if (!seen.TryGetValue(kind, out var ids))
            seen[kind] = ids = [];
        if (ids.Count < 200 && !ids.Contains(id))
            ids.Add(id);
    }

    /// <summary>Something of everything, so that requests find what they ask for.</summary>
    private async Task Furnish()
    {
        for (var i = 0; i < 4; i++)
        {
            var pair = await WorkingPair.In(app);
            if (i % 2 == 0)
                await pair.Running(app.Today);
            await app.Agreed(await app.AddMentor(), await app.AddMentee());
        }
        var (pupil, _) = await app.AddPupil(12);
        await (await app.Curator).Do("~/pairs", PairsApp.Proposal(await app.AddMentor(), pupil, "teacherStudent"));
        await app.DoWork();
    }

    private async Task<IReadOnlyList<Caller>> Callers()
    {
        var callers = new List<Caller> { new("nobody", null, null, app.Nobody()) };
        foreach (var tenant in new[] { TestTree.School, TestTree.Municipality, TestTree.Region })
        {
            var level = TestTree.Tenants[tenant].Kind;
            foreach (var role in Mentoring.Platform.MentoringRoles.Catalog.All)
                if (role.Level.ToString().Equals(level, StringComparison.OrdinalIgnoreCase))
                    callers.Add(new Caller(role.Code, level, tenant, await app.As(role.Code, tenant)));
            callers.Add(new Caller($"key of {level}", level, tenant, app.With(await app.MakeFullKey(tenant))));
        }
        return callers;
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number)
            ? number
            : otherwise;

    private sealed record Caller(string Name, string? Level, Guid? Tenant, ApiClient Client)
    {
        public bool May(string permission) =>
            Mentoring
                .Platform.MentoringRoles.Catalog.All.FirstOrDefault(r => r.Code == Name)
                ?.Permissions.Contains(permission)
            ?? true;
    }
}
