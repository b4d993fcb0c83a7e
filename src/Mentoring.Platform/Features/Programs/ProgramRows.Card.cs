using Mentoring.Platform.Features.People;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Access;

namespace Mentoring.Platform.Features.Programs;

/// <summary>From the rows to the answer.</summary>
internal sealed partial record ProgramRows
{
    public ProgramTeam Team =>
        new(
            Pair.Id,
            Pair.State,
            Pair.ActiveSince,
            Pair.KindCodes,
            [.. Members.Select(m => new TeamPerson(m.PersonId, m.Side, m.Representatives))]
        );

    public ProgramCard ToCard(Actor actor, IReadOnlyList<Guid> lineage, DateOnly today)
    {
        var p = Program;
        var standing = Standing(lineage);
        var activities = Activities.Select(a => Activity(a, actor, today)).ToList();
        return new ProgramCard(
            p.Id,
            p.Version,
            p.State,
            p.Edition,
            p.PairId,
            Pair.State,
            [.. Members.Select(m => new ProgramMember(m.PersonId, m.Side, NameOf(m)))],
            p.Basis,
            p.FormCodes,
            p.KindCodes,
            p.DeliveryMode,
            p.StartsOn,
            p.EndsOn,
            p.Rationale,
            activities,
            new ProgramProgress(
                activities.Count - standing.PlannedLeft,
                activities.Count,
                activities.Count(a => a.Overdue)
            ),
            [.. Team.AllSigners.Select(AgreementOf)],
            standing.Approver,
            p.ApprovedOn,
            p.ApprovalNumber is null ? null : new ApprovalDocument(p.ApprovalNumber, p.ApprovalDate!.Value),
            p.ActivatedOn,
            p.EndedOn is { } endedOn ? new ProgramEndingItem(endedOn, p.EndCause, p.EndExplanation) : null,
            [.. Changes.Select(Change)],
            Meetings,
            Next(standing.PlannedLeft, today),
            ProgramAccess.Allowed(actor, Team, standing)
        );
    }

    private ProgramStanding Standing(IReadOnlyList<Guid> lineage)
    {
        var open = Changes.FirstOrDefault(c => c.State == ProgramChangeState.Proposed);
        return new ProgramStanding(
            Program.State,
            Program.Approver ?? SettingValues.Of(Settings, lineage).ProgramApprover,
            SignersOf(Program.Edition),
            open is null ? null : SignersOf(open.Edition),
            Activities.Count(a => a.Status == ActivityStatus.Planned)
        );
    }

    private List<ProgramSigner> SignersOf(int edition) =>
        [.. Agreements.Where(a => a.Edition == edition).Select(a => a.Signer)];

    private ProgramActivity Activity(ActivityRow a, Actor actor, DateOnly today)
    {
        var isOpen = Program.State == ProgramState.Active && a.Status == ActivityStatus.Planned;
        return new ProgramActivity(
            a.Id,
            a.Direction,
            a.Title,
            a.PlannedOn,
            a.Mode,
            a.ExpectedResult,
            a.Responsible,
            a.Status,
            a.Status == ActivityStatus.Planned && a.PlannedOn < today,
            a.CompletedOn,
            a.Result,
            a.Comment,
            a.CompletedAs,
            isOpen && ProgramAccess.CompletesAs(actor, Team, a.Responsible) is not null ? ["completeActivity"] : []
        );
    }

    private ProgramAgreementItem AgreementOf(ProgramSigner signer)
    {
        var said = Agreements.FirstOrDefault(a => a.Edition == Program.Edition && a.Signer == signer);
        var member = Members.FirstOrDefault(m => m.PersonId == signer.PersonId);
        return new ProgramAgreementItem(
            signer.Party,
            said?.PersonId ?? signer.PersonId,
            member is null ? said?.Name : NameOf(member),
            said?.AgreedOn,
            said?.OnPaper == true
        );
    }

    private ProgramChangeItem Change(ChangeRow c) =>
        new(
            c.Id,
            c.Kind,
            c.State,
            c.Edition,
            c.Reason,
            c.ProposedOn,
            c.ProposedBy,
            c.EndsOnBefore,
            c.EndsOnAfter,
            c.Amendment,
            c.InForceOn,
            [.. SignersOf(c.Edition).Where(s => s.PersonId is not null).Select(s => s.PersonId!.Value)]
        );

    private NextMeeting Next(int plannedLeft, DateOnly today)
    {
        var meetings = Meetings;
        return MeetingChain.Expect(
            [.. meetings.Select(m => new HeldMeeting(m.Type, m.HeldOn, m.NextOn))],
            [.. Periods.Select(o => new ApprovedPeriod(o.ApprovedOn, o.EndsOn, o.EndedOn))],
            SingleMeeting,
            plannedLeft,
            today
        );
    }

    private static string NameOf(MemberRow m) => PersonName.Full(m.FamilyName, m.GivenName, m.Patronymic);
}
