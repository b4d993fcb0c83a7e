using System.Text.Json.Nodes;
using Mentoring.IntegrationTests.ApiKeys;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;
using Mentoring.IntegrationTests.Programs;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.IntegrationTests.Attack.Markers;

/// <summary>
/// Nine tenants of two regions, each with rows of every kind and its own marker in every text of them. One school is
/// filled by the product's use cases; the others get its rows with ids and markers of their own.
/// </summary>
public class MarkerApp(TestPostgres postgres) : PairsApp(postgres)
{
    private static readonly Guid[] Others = [TestTree.SiblingSchool, TestTree.CousinSchool, TestTree.OtherSchool];

    /// <summary>Columns that hold markers, as <c>table.column</c>.</summary>
    internal IReadOnlyList<string> Marked { get; private set; } = [];

    internal IReadOnlyList<MarkerCaller> Callers { get; private set; } = [];

    /// <summary>Ids of each tenant's things, by what an address calls them.</summary>
    internal Dictionary<Guid, Dictionary<string, List<Guid>>> Ids { get; } = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await In(TestTree.OtherRegion, db => db.AddRange(ReferenceSeed.All()));
        await Mark();
        for (var i = 0; i < 3; i++)
            await FillSchool(i);
        await Mark();
        foreach (var other in Others)
            await Fill(fill => fill.Copy(TestTree.School, other));
        await DoWork();
        Callers = await SignAllIn();
        foreach (var tenant in TestTree.Tenants.Keys)
            Ids[tenant] = await IdsOf(tenant);
    }

    private Task Mark() => Fill(async fill => Marked = await fill.Mark());

    private async Task Fill(Func<MarkerFill, Task> act)
    {
        await using var connection = new NpgsqlConnection(Database.Superuser);
        await connection.OpenAsync();
        await In(TestTree.School, db => act(new MarkerFill(connection, db)));
    }

    /// <summary>A pair with its order as a document, its program, its meetings, and another pair that is proposed.</summary>
    private async Task FillSchool(int n)
    {
        var typed = MarkerWords.Of(TestTree.School, MarkerWords.Typed);
        var mentor = await AddMentor("Меточникова" + typed, isEmployee: false);
        var pair = await WorkingPair.Of(this, mentor, await AddMentee("Меточников" + typed), "traditional");
        await pair.AsMentor.Do("~/meetings", Meeting(pair.Id, typed));
        var text = pair.Text();
        foreach (var (name, _) in text["rationale"]!.AsObject().ToList())
            text["rationale"]![name] = typed;
        var program = await pair.Draft(text);
        await pair.Agree(program);
        if (n > 0)
            await pair.Approve(program, Today);
        var (pupil, _) = await AddPupil(12 + n);
        await (await Curator).Do("~/pairs", Proposal(mentor, pupil, "teacherStudent"));
    }

    private JsonObject Meeting(Guid pair, string outcome) =>
        new()
        {
            ["pairId"] = pair,
            ["type"] = "introductory",
            ["heldOn"] = Today.ToString("O"),
            ["minutes"] = 45,
            ["mode"] = "inPerson",
            ["outcome"] = outcome,
        };

    private async Task<IReadOnlyList<MarkerCaller>> SignAllIn()
    {
        var callers = new List<MarkerCaller> { new("nobody", null, Nobody(), []) };
        foreach (var (tenant, (name, kind, _)) in TestTree.Tenants)
        {
            foreach (var role in Mentoring.Platform.MentoringRoles.Catalog.All)
            {
                if (role.Level.ToString().Equals(kind, StringComparison.OrdinalIgnoreCase))
                    callers.Add(new($"{role.Code} of {name}", tenant, await As(role.Code, tenant), role.Permissions));
            }
            await (await this.Keeper(tenant)).Do("~/api-keys", TestKeys.Body(MarkerWords.Of(tenant, "api_key.name")));
            callers.Add(new($"key of {name}", tenant, this.With(await this.MakeFullKey(tenant)), []));
        }
        return callers;
    }

    private async Task<Dictionary<string, List<Guid>>> IdsOf(Guid tenant)
    {
        var ids = new Dictionary<string, List<Guid>>(StringComparer.Ordinal);
        foreach (
            var (kind, table) in new[]
            {
                ("personId", "mentoring.person"),
                ("mentorId", "mentoring.mentor_profile"),
                ("menteeId", "mentoring.mentee_profile"),
                ("consentId", "mentoring.personal_data_consent"),
                ("pairId", "mentoring.mentoring_team"),
                ("orderId", "mentoring.head_order"),
                ("programId", "mentoring.mentoring_program"),
                ("activityId", "mentoring.plan_activity"),
                ("meetingId", "mentoring.meeting"),
                ("keyId", "accounts.api_key"),
            }
        )
            ids[kind] =
            [
                .. await Database.Scalar<Guid[]>(
                    $"SELECT coalesce(array_agg(id), '{{}}') FROM {table} WHERE tenant_id = '{tenant}'"
                ) ?? [],
            ];
        ids["municipalityId"] = [.. TestTree.Tenants.Where(t => t.Value.Kind == "municipality").Select(t => t.Key)];
        return ids;
    }
}

/// <param name="Tenant">Where the caller is at home; nobody is nowhere.</param>
/// <param name="May">Permissions of the role; of a key nothing is known here.</param>
internal sealed record MarkerCaller(string Name, Guid? Tenant, ApiClient Client, IReadOnlyList<string> May);

/// <summary>The same with a cache that forgets whose lists it keeps, and a step that logs what is asked.</summary>
public sealed class LeakingApp(TestPostgres postgres) : MarkerApp(postgres)
{
    protected override void Configure(IServiceCollection services)
    {
        services.AddSingleton<CachedAnswers>();
        services.AddStepBefore(typeof(Mentoring.Platform.Platform.Pipeline.TransactionStep<,>), typeof(CachingStep<,>));
        services.AddStepBefore(typeof(Mentoring.Platform.Platform.Pipeline.ValidationStep<,>), typeof(TellingStep<,>));
    }
}
