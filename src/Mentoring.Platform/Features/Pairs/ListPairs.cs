using FluentValidation;
using MediatR;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Lists;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mentoring.Platform.Features.Pairs;

/// <summary>The pairs that the actor may see.</summary>
/// <param name="Mine">Only those in which he has a voice.</param>
[RequirePermission(PairPermissions.View)]
public sealed record ListPairs(int? Limit, string? Cursor, string? Sort, string? Q, PairState? State, bool? Mine)
    : IQuery<Page<PairItem>>,
        IPageRequest,
        IReadsAtOnce;

/// <param name="Missing">What the legal gate misses today, each thing once.</param>
public sealed record PairItem(
    Guid Id,
    long Version,
    PairState State,
    PairLabel Form,
    PairEndItem Mentor,
    PairEndItem Mentee,
    DateOnly ProposedOn,
    DateOnly? ActiveSince,
    DateOnly? ClosedOn,
    string? OrderNumber,
    bool GateOpen,
    IReadOnlyList<GateCode> Missing
);

public sealed record PairEndItem(Guid PersonId, Guid ProfileId, string Name, DateOnly? AgreedOn, bool IsMine);

internal sealed class ListPairsValidator : AbstractValidator<ListPairs>
{
    public ListPairsValidator()
    {
        this.AddPageRules(ListPairsHandler.Orders.Names);
        RuleFor(r => r.State).IsInEnum();
    }
}

internal static class ListPairsEndpoint
{
    public static void MapListPairs(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("", ([AsParameters] ListPairs query, Dispatcher send) => send.Ok(query))
            .Describes<ListPairs, Page<PairItem>>("Lists the pairs that one may see");
}

internal sealed class ListPairsHandler(TenantReads reads, RequestScope scope, SchoolCalendar calendar)
    : IRequestHandler<ListPairs, Result<Page<PairItem>>>
{
    /// <summary>
    /// Looked up row by row: in a join the planner pairs everybody of the tenant with everybody, since the tenant is the
    /// same on both sides.
    /// </summary>
    private static string NameOf(string person) =>
        "(SELECT x.family_name || ' ' || x.given_name FROM mentoring.person x "
        + $"WHERE x.tenant_id = $1 AND x.id = t.{person})";

    private const string SearchText = """
        (SELECT string_agg(x.search_text, '') FROM mentoring.person x
         WHERE x.tenant_id = $1 AND x.id IN (t.mentor_person_id, t.mentee_person_id))
        """;

    private const string Forms = "SELECT tenant_id, code, name FROM mentoring.mentoring_form WHERE tenant_id = ANY($1)";

    public static readonly SqlSorting Orders = new SqlSorting("t.id", "mentor")
        .By<string>("mentor", NameOf("mentor_person_id"))
        .By<string>("mentee", NameOf("mentee_person_id"))
        .By<DateOnly>("proposedOn", "t.proposed_on");

    public async Task<Result<Page<PairItem>>> Handle(ListPairs request, CancellationToken cancellationToken)
    {
        var today = calendar.Today(scope.Tenant);
        var lineage = scope.Tenant.Lineage.ToArray();
        var (filter, values) = Filter(request, today);
        var counted = values.ToArray();
        var page = Orders.Page(request, values);
        var found = await reads.Read(
            [
                new Statement(PairVoices.Sql, PairVoices.Values(scope, today)),
                new Statement($"SELECT count(*)::int FROM mentoring.mentoring_team t WHERE {filter}", counted),
                new Statement(
                    $"""
                    SELECT t.id, {page.Key} FROM mentoring.mentoring_team t WHERE {filter}{page.After}
                    ORDER BY {page.OrderBy} LIMIT ${values.Count}
                    """,
                    [.. values]
                ),
                new Statement(SettingsInForce.Sql, lineage),
                new Statement(Forms, lineage),
            ],
            async rows =>
                (
                    Actor: new PairActor(scope.Actor, (await rows.Next(r => r.GetGuid(0))).ToHashSet()),
                    Total: (await rows.Next(r => r.GetInt32(0)))[0],
                    Page: await rows.Next(page.Read),
                    Rule: SettingValues.Of(await rows.Next(SettingRow.Read), lineage).MinorConsentRule,
                    Forms: await rows.Next(PairLabels.Row.Read)
                ),
            cancellationToken
        );
        var (ids, cursor) = page.Cut(found.Page);
        var pairs = await Snapshots(ids, cancellationToken);
        return new Page<PairItem>(
            [
                .. ids.Select(id =>
                    Item(
                        pairs[id],
                        PairLabels.Nearest(found.Forms, lineage, pairs[id].FormCode),
                        found.Actor,
                        pairs[id].GateOn(today, found.Rule)
                    )
                ),
            ],
            cursor,
            found.Total
        );
    }

    private async Task<IReadOnlyDictionary<Guid, PairSnapshot>> Snapshots(Guid[] ids, CancellationToken ct) =>
        ids.Length == 0
            ? new Dictionary<Guid, PairSnapshot>()
            : (await reads.Read(PairSnapshot.Statements(scope.Tenant.Id, ids), PairSnapshot.Read, ct)).ToDictionary(p =>
                p.Id
            );

    /// <summary>What <see cref="PairAccess.VisibleTo"/> says, and the filters of the request.</summary>
    private (string Sql, List<object> Values) Filter(ListPairs request, DateOnly today)
    {
        var values = new List<object> { scope.Tenant.Id };
        var sql = "t.tenant_id = $1";
        string Next(object value)
        {
            values.Add(value);
            return $"${values.Count}";
        }
        if (request.Mine == true || !scope.Actor.Can(PairPermissions.ViewAll))
        {
            var self = Next(PairVoices.Self(scope.Actor));
            sql += $"""
                 AND EXISTS (SELECT FROM mentoring.team_member v WHERE v.tenant_id = $1 AND v.team_id = t.id
                AND (v.person_id = {self} OR v.person_id IN ({PairVoices.Of(
                    "$1",
                    self,
                    Next(PairVoices.BornAfter(today))
                )})))
                """;
        }
        if (request.State is { } state)
            sql += $" AND t.state = {Next(EnumText<PairState>.Write(state))}";
        if (Search.Patterns(request.Q) is { Length: > 0 } patterns)
            sql += $" AND {SearchText} LIKE ALL({Next(patterns)})";
        return (sql, values);
    }

    private static PairItem Item(PairSnapshot pair, PairLabel form, PairActor actor, Gate gate) =>
        new(
            pair.Id,
            pair.Version,
            pair.State,
            form,
            End(pair.Mentor, actor),
            End(pair.Mentee, actor),
            pair.ProposedOn,
            pair.ActiveSince,
            pair.ClosedOn,
            pair.OrderNumber,
            gate.IsOpen,
            [.. gate.Missing.Select(m => m.Code).Distinct()]
        );

    private static PairEndItem End(MemberSnapshot member, PairActor actor) =>
        new(member.PersonId, member.ProfileId, member.FullName, member.AgreedOn, actor.SpeaksFor(member.PersonId));
}
