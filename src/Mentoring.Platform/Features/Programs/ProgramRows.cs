using System.Text.Json;
using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Features.People;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Tenancy;
using Npgsql;

namespace Mentoring.Platform.Features.Programs;

/// <summary>
/// All rows of a program's page, read in one round trip: the page is the one most opened.
/// </summary>
internal sealed partial record ProgramRows(
    ProgramRow Program,
    TeamRow Pair,
    IReadOnlyList<MemberRow> Members,
    IReadOnlyList<ActivityRow> Activities,
    IReadOnlyList<AgreementRow> Agreements,
    IReadOnlyList<ChangeRow> Changes,
    IReadOnlyList<ProgramMeeting> Meetings,
    IReadOnlyList<PeriodRow> Periods,
    IReadOnlyList<SettingRow> Settings,
    bool SingleMeeting
)
{
    public static Task<ProgramRows?> Read(
        TenantReads reads,
        TenantInfo tenant,
        Guid programId,
        DateOnly today,
        CancellationToken ct
    )
    {
        var lineage = tenant.Lineage.ToArray();
        Statement OfProgram(string sql) => new(sql, tenant.Id, programId);
        return reads.Read(
            [
                new Statement(ProgramSql.Program, tenant.Id, programId, lineage),
                new Statement(ProgramSql.Members, tenant.Id, programId, today.AddYears(-Age.OfMajority)),
                OfProgram(ProgramSql.Activities),
                OfProgram(ProgramSql.Agreements),
                OfProgram(ProgramSql.Changes),
                OfProgram(ProgramSql.Meetings),
            ],
            async rows =>
            {
                var found = await rows.Next(r =>
                    (
                        Program: ProgramRow.Read(r),
                        Pair: TeamRow.Read(r),
                        Single: r.GetBoolean(23),
                        Settings: SettingsOf(r.TextOrNull(24)),
                        Period: PeriodRow.Read(r)
                    )
                );
                if (found.Count == 0)
                    return null;
                var (program, pair, single, settings, _) = found[0];
                return new ProgramRows(
                    program,
                    pair,
                    await rows.Next(MemberRow.Read),
                    await rows.Next(ActivityRow.Read),
                    await rows.Next(AgreementRow.Read),
                    await rows.Next(ChangeRow.Read),
                    await rows.Next(r => new ProgramMeeting(
                        r.GetGuid(0),
                        r.Word<MeetingType>(1),
                        r.Date(2),
                        r.GetInt32(3),
                        r.GetString(4),
                        r.DateOrNull(5)
                    )),
                    [.. found.Select(row => row.Period).OfType<PeriodRow>()],
                    settings,
                    single
                );
            },
            ct
        );
    }

    private static SettingRow[] SettingsOf(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<SettingRow[]>(json, JsonSerializerOptions.Web)!;
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
    ProgramRationale Rationale,
    ProgramApprover? Approver,
    DateOnly? ApprovedOn,
    string? ApprovalNumber,
    DateOnly? ApprovalDate,
    DateOnly? ActivatedOn,
    DateOnly? EndedOn,
    ClosingCause? EndCause,
    string? EndExplanation
)
{
    public static ProgramRow Read(NpgsqlDataReader r) =>
        new(
            r.GetGuid(0),
            r.GetInt64(1),
            r.GetGuid(2),
            r.Word<ProgramState>(3),
            r.GetInt32(4),
            r.Word<ProgramBasis>(5),
            r.Texts(6),
            r.Texts(7),
            r.Word<DeliveryMode>(8),
            r.Date(9),
            r.Date(10),
            JsonSerializer.Deserialize<ProgramRationale>(r.GetString(11), ProgramEdition.Json)!,
            r.WordOrNull<ProgramApprover>(12),
            r.DateOrNull(13),
            r.TextOrNull(14),
            r.DateOrNull(15),
            r.DateOrNull(16),
            r.DateOrNull(17),
            r.WordOrNull<ClosingCause>(18),
            r.TextOrNull(19)
        );
}

internal sealed record TeamRow(Guid Id, PairState State, DateOnly? ActiveSince, string[] KindCodes)
{
    public static TeamRow Read(NpgsqlDataReader r) =>
        new(r.GetGuid(2), r.Word<PairState>(20), r.DateOrNull(21), r.Texts(22));
}

internal sealed record MemberRow(
    Guid PersonId,
    TeamSide Side,
    string FamilyName,
    string GivenName,
    string? Patronymic,
    Guid[] Representatives
)
{
    public static MemberRow Read(NpgsqlDataReader r) =>
        new(
            r.GetGuid(0),
            r.Word<TeamSide>(1),
            r.GetString(2),
            r.GetString(3),
            r.TextOrNull(4),
            r.GetFieldValue<Guid[]>(5)
        );
}

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
)
{
    public static ActivityRow Read(NpgsqlDataReader r) =>
        new(
            r.GetGuid(0),
            r.GetString(1),
            r.GetString(2),
            r.Date(3),
            r.Word<DeliveryMode>(4),
            r.GetString(5),
            r.Word<ActivityResponsible>(6),
            r.Word<ActivityStatus>(7),
            r.DateOrNull(8),
            r.TextOrNull(9),
            r.TextOrNull(10),
            r.WordOrNull<ProgramParty>(11)
        );
}

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

    public static AgreementRow Read(NpgsqlDataReader r) =>
        new(
            r.GetInt32(0),
            r.Word<ProgramParty>(1),
            r.IdOrNull(2),
            r.Date(3),
            r.GetBoolean(4),
            r.TextOrNull(5),
            r.TextOrNull(6),
            r.TextOrNull(7)
        );
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
    ProgramAmendment? Amendment,
    DateOnly? InForceOn
)
{
    public static ChangeRow Read(NpgsqlDataReader r) =>
        new(
            r.GetGuid(0),
            r.Word<ProgramChangeKind>(1),
            r.Word<ProgramChangeState>(2),
            r.GetInt32(3),
            r.GetString(4),
            r.Date(5),
            r.Word<ProgramParty>(6),
            r.Date(7),
            r.DateOrNull(8),
            r.TextOrNull(9) is { } json
                ? JsonSerializer.Deserialize<ProgramAmendment>(json, ProgramEdition.Json)
                : null,
            r.DateOrNull(10)
        );
}

/// <summary>When an approved program of the pair ran.</summary>
internal sealed record PeriodRow(DateOnly ApprovedOn, DateOnly EndsOn, DateOnly? EndedOn)
{
    public static PeriodRow? Read(NpgsqlDataReader r) =>
        r.IsDBNull(25) ? null : new(r.Date(25), r.Date(26), r.DateOrNull(27));
}
