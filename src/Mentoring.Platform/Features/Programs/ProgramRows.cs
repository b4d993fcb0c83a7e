using System.Text.Json;
using System.Text.Json.Serialization;
using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Features.People;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Programs;

/// <summary>
/// All rows of a program's page, read by one statement: the page is the one most opened, and each round trip that it
/// does not make counts. PostgreSQL puts the rows together as JSON, each with the names of its columns.
/// </summary>
internal sealed partial record ProgramRows(
    ProgramRow Program,
    TeamRow Pair,
    IReadOnlyList<MemberRow> Members,
    IReadOnlyList<ActivityRow>? Activities,
    IReadOnlyList<AgreementRow>? Agreements,
    IReadOnlyList<ChangeRow>? Changes,
    IReadOnlyList<ProgramMeeting>? Meetings,
    IReadOnlyList<PeriodRow>? Periods,
    IReadOnlyList<SettingRow>? Settings,
    bool SingleMeeting
)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static async Task<ProgramRows?> Read(
        MentoringDbContext db,
        Guid programId,
        DateOnly today,
        CancellationToken ct
    )
    {
        var tenant = db.TenantId;
        var lineage = db.Lineage;
        var bornAfter = today.AddYears(-Age.OfMajority);
        var found = await db
            .Database.SqlQuery<string>(
                $"""
                SELECT json_build_object(
                  'program', to_json(p),
                  'pair', to_json(t),
                  'members', (
                    SELECT json_agg(json_build_object(
                        'person_id', m.person_id, 'side', m.side, 'family_name', x.family_name,
                        'given_name', x.given_name, 'patronymic', x.patronymic,
                        'representatives', ARRAY(
                          SELECT r.representative_id FROM mentoring.legal_representation r
                          WHERE r.tenant_id = m.tenant_id AND r.minor_id = m.person_id AND x.birth_date > {bornAfter}))
                      ORDER BY m.side DESC, x.family_name COLLATE "ru-x-icu", m.person_id)
                    FROM mentoring.team_member m
                    JOIN mentoring.person x ON x.tenant_id = m.tenant_id AND x.id = m.person_id
                    WHERE m.tenant_id = t.tenant_id AND m.team_id = t.id),
                  'activities', (
                    SELECT json_agg(a ORDER BY a.position) FROM mentoring.plan_activity a
                    WHERE a.tenant_id = p.tenant_id AND a.program_id = p.id),
                  'agreements', (
                    SELECT json_agg(json_build_object(
                        'edition', g.edition, 'party', g.party, 'person_id', g.person_id, 'agreed_on', g.agreed_on,
                        'on_paper', g.on_paper, 'family_name', x.family_name, 'given_name', x.given_name,
                        'patronymic', x.patronymic) ORDER BY g.id)
                    FROM mentoring.program_agreement g
                    LEFT JOIN mentoring.person x ON x.tenant_id = g.tenant_id AND x.id = g.person_id
                    WHERE g.tenant_id = p.tenant_id AND g.program_id = p.id),
                  'changes', (
                    SELECT json_agg(c ORDER BY c.edition) FROM mentoring.program_change c
                    WHERE c.tenant_id = p.tenant_id AND c.program_id = p.id),
                  'meetings', (
                    SELECT json_agg(m ORDER BY m.held_on, m.id) FROM mentoring.meeting m
                    WHERE m.tenant_id = p.tenant_id AND m.pair_id = p.pair_id),
                  'periods', (
                    SELECT json_agg(o) FROM mentoring.mentoring_program o
                    WHERE o.tenant_id = p.tenant_id AND o.pair_id = p.pair_id AND o.approved_on IS NOT NULL),
                  'settings', (
                    SELECT json_agg(json_build_object('tenant_id', s.tenant_id, 'key', s.key, 'value', s.value::text))
                    FROM mentoring.setting s WHERE s.tenant_id = ANY({lineage})),
                  'single_meeting', EXISTS (
                    SELECT FROM mentoring.mentoring_kind k
                    WHERE k.tenant_id = ANY({lineage}) AND k.code = ANY(t.kind_codes) AND k.single_meeting)
                )::text AS "Value"
                FROM mentoring.mentoring_program p
                JOIN mentoring.mentoring_team t ON t.tenant_id = p.tenant_id AND t.id = p.pair_id
                WHERE p.tenant_id = {tenant} AND p.id = {programId}
                """
            )
            .ToListAsync(ct);
        return found.Count == 0 ? null : JsonSerializer.Deserialize<ProgramRows>(found[0], Json);
    }
}

internal sealed record ProgramRow(
    Guid Id,
    long Version,
    Guid PairId,
    ProgramState State,
    int Edition,
    ProgramBasis Basis,
    string[] FormCodes,
    string[] KindCodes,
    DeliveryMode DeliveryMode,
    DateOnly StartsOn,
    DateOnly EndsOn,
    JsonElement Rationale,
    ProgramApprover? Approver,
    DateOnly? ApprovedOn,
    string? ApprovalNumber,
    DateOnly? ApprovalDate,
    DateOnly? ActivatedOn,
    DateOnly? EndedOn,
    ClosingCause? EndCause,
    string? EndExplanation
);

internal sealed record TeamRow(Guid Id, PairState State, DateOnly? ActiveSince, string[] KindCodes);

internal sealed record MemberRow(
    Guid PersonId,
    TeamSide Side,
    string FamilyName,
    string GivenName,
    string? Patronymic,
    Guid[] Representatives
);

internal sealed record ActivityRow(
    Guid Id,
    string Direction,
    string Title,
    DateOnly PlannedOn,
    DeliveryMode Mode,
    string ExpectedResult,
    ActivityResponsible Responsible,
    ActivityStatus Status,
    DateOnly? CompletedOn,
    string? Result,
    string? Comment,
    ProgramParty? CompletedAs
);

internal sealed record AgreementRow(
    int Edition,
    ProgramParty Party,
    Guid? PersonId,
    DateOnly AgreedOn,
    bool OnPaper,
    string? FamilyName,
    string? GivenName,
    string? Patronymic
)
{
    public string? Name =>
        FamilyName is null || GivenName is null ? null : PersonName.Full(FamilyName, GivenName, Patronymic);

    public ProgramSigner Signer =>
        Party == ProgramParty.Curator ? ProgramSigner.Curator : new ProgramSigner(Party, PersonId);
}

internal sealed record ChangeRow(
    Guid Id,
    ProgramChangeKind Kind,
    ProgramChangeState State,
    int Edition,
    string Reason,
    DateOnly ProposedOn,
    ProgramParty ProposedBy,
    DateOnly EndsOnBefore,
    DateOnly? EndsOnAfter,
    JsonElement? Amendment,
    DateOnly? InForceOn
);

internal sealed record PeriodRow(DateOnly ApprovedOn, DateOnly EndsOn, DateOnly? EndedOn);
