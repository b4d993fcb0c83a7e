using Mentoring.Platform.Features.Consents;
using Mentoring.Platform.Features.People;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Data;
using Npgsql;

namespace Mentoring.Platform.Features.Pairs;

/// <summary>
/// A pair as it is read where the aggregate would cost too much: lists, and what is done many times a day. The rules are
/// the aggregate's: the legal gate is asked with the same facts.
/// </summary>
internal sealed record PairSnapshot(
    Guid Id,
    long Version,
    PairState State,
    string FormCode,
    string[] KindCodes,
    DateOnly ProposedOn,
    DateOnly? ActiveSince,
    DateOnly? ClosedOn,
    string? OrderNumber,
    OrderFact? Order,
    IReadOnlyList<MemberSnapshot> Members
)
{
    public MemberSnapshot Mentor => Members.First(m => m.Side == TeamSide.Mentor);

    public MemberSnapshot Mentee => Members.First(m => m.Side == TeamSide.Mentee);

    public MemberSnapshot? MemberOf(Guid personId) => Members.FirstOrDefault(m => m.PersonId == personId);

    public Gate GateOn(DateOnly today, MinorConsentRule rule) =>
        LegalGate.Evaluate(new GateFacts([.. Members.Select(m => m.Facts)], Order, rule), today);

    /// <summary>The statements that snapshots are read by; <see cref="Read"/> takes their results.</summary>
    public static Statement[] Statements(Guid tenant, params Guid[] pairs) =>
        [.. PairSnapshotSql.All.Select(sql => new Statement(sql, tenant, pairs))];

    /// <summary>In no particular order.</summary>
    public static async Task<IReadOnlyList<PairSnapshot>> Read(BatchRows rows)
    {
        var pairs = await rows.Next(ReadPair);
        var members = (await rows.Next(MemberSnapshot.Read)).ToLookup(m => m.TeamId);
        var papers = new MemberPapers(
            (await rows.Next(MemberPapers.ReadConsent)).ToLookup(c => c.Key, c => c.Fact),
            (await rows.Next(MemberPapers.ReadDuty)).ToLookup(c => c.Key, c => c.Fact),
            (await rows.Next(MemberPapers.ReadAddendum)).ToLookup(c => c.Key, c => c.Fact)
        );
        return [.. pairs.Select(p => p with { Members = [.. members[p.Id].Select(m => m.With(papers))] })];
    }

    private static PairSnapshot ReadPair(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.GetInt64(1),
            row.Word<PairState>(2),
            row.GetString(3),
            row.Texts(4),
            row.Date(5),
            row.DateOrNull(6),
            row.DateOrNull(7),
            row.TextOrNull(8),
            row.DateOrNull(9) is { } orderedOn ? new OrderFact(orderedOn, row.DateOrNull(10)) : null,
            []
        );
}

/// <summary>A member of a snapshot with all that the gate asks of him.</summary>
internal sealed record MemberSnapshot(
    Guid TeamId,
    Guid ProfileId,
    TeamSide Side,
    string FamilyName,
    string GivenName,
    string? Patronymic,
    MemberFacts Facts
)
{
    public Guid PersonId => Facts.PersonId;

    public string FullName => PersonName.Full(FamilyName, GivenName, Patronymic);

    /// <summary>Since when he consents to the duties; null where he does not.</summary>
    public DateOnly? AgreedOn =>
        Facts.DutyConsents.Where(c => c.WithdrawnOn is null).Select(c => (DateOnly?)c.GivenOn).Max();

    public MemberSnapshot With(MemberPapers papers) =>
        this with
        {
            Facts = Facts with
            {
                PersonalDataConsents = [.. papers.Consents[PersonId]],
                DutyConsents = [.. papers.Duties[(TeamId, PersonId)]],
                Addenda = [.. papers.Addenda[(TeamId, PersonId)]],
            },
        };

    public static MemberSnapshot Read(NpgsqlDataReader row)
    {
        var side = row.Word<TeamSide>(3);
        return new MemberSnapshot(
            row.GetGuid(0),
            row.GetGuid(2),
            side,
            row.GetString(4),
            row.GetString(5),
            row.TextOrNull(6),
            new MemberFacts(row.GetGuid(1), row.Date(7), [], [], side == TeamSide.Mentor && row.GetBoolean(8), [])
        );
    }
}

/// <summary>The papers of all members that were read together.</summary>
internal sealed record MemberPapers(
    ILookup<Guid, ConsentFacts> Consents,
    ILookup<(Guid Team, Guid Person), DutyConsentFact> Duties,
    ILookup<(Guid Team, Guid Person), AddendumFact> Addenda
)
{
    public static (Guid Key, ConsentFacts Fact) ReadConsent(NpgsqlDataReader row) =>
        (
            row.GetGuid(0),
            new ConsentFacts(row.Date(1), row.Date(2), row.GetBoolean(3), row.GetBoolean(4), row.DateOrNull(5))
        );

    public static ((Guid, Guid) Key, DutyConsentFact Fact) ReadDuty(NpgsqlDataReader row) =>
        ((row.GetGuid(0), row.GetGuid(1)), new DutyConsentFact(row.Date(2), row.DateOrNull(3)));

    public static ((Guid, Guid) Key, AddendumFact Fact) ReadAddendum(NpgsqlDataReader row) =>
        ((row.GetGuid(0), row.GetGuid(1)), new AddendumFact(row.Date(2), row.DateOrNull(3)));
}
