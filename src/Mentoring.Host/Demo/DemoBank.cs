using Mentoring.Platform.Features.Consents;
using Mentoring.Platform.Features.Mentees;
using Mentoring.Platform.Features.Mentors;
using Mentoring.Platform.Features.People;

namespace Mentoring.Host.Demo;

/// <summary>Bank and base of an organization: entered by the curator, consents recorded, admitted by the head.</summary>
internal sealed class DemoBank(DemoPlace place, DemoAccounts accounts)
{
    private static readonly DateOnly EndOfYear = new(2026, 8, 31);
    private static readonly DateOnly EndsSoon = new(2026, 5, 7);
    private static readonly DateOnly Ended = new(2026, 3, 27);

    public void Mentor(DemoParticipant mentor, DateOnly enteredOn)
    {
        place.On(
            enteredOn,
            async () =>
            {
                var added = await place.ByCurator(
                    $"{mentor.Step}/addMentor",
                    new AddMentor(
                        mentor.Position,
                        mentor.Post?.Subjects ?? [],
                        mentor.Post?.Competences ?? ["groupFacilitation"],
                        mentor.Capacity,
                        mentor.IsEmployee,
                        Person: mentor.Person,
                        PositionCode: mentor.Post?.Code,
                        Employer: mentor.Employer,
                        LegalRepresentative: Representative(mentor)
                    )
                );
                (mentor.MentorId, mentor.PersonId) = (added.Id, added.PersonId);
                if (mentor.Parent is not null)
                    mentor.ParentId = (await ReadMentor(mentor)).LegalRepresentatives[0].PersonId;
            }
        );
        Admit(
            mentor,
            enteredOn,
            async () =>
                await place.ByHead(
                    $"{mentor.Step}/admitMentor",
                    new AdmitMentor { MentorId = mentor.MentorId },
                    (await ReadMentor(mentor)).Version
                )
        );
    }

    public void Mentee(DemoParticipant mentee, DateOnly enteredOn, string category, params RequestText[] requests)
    {
        place.On(
            enteredOn,
            async () =>
            {
                var added = await place.ByCurator(
                    $"{mentee.Step}/addMentee",
                    new AddMentee(
                        category,
                        requests,
                        Person: mentee.Person,
                        SchoolClass: mentee.SchoolClass,
                        Position: mentee.SchoolClass is null ? mentee.Position : null,
                        LegalRepresentative: Representative(mentee)
                    )
                );
                (mentee.MenteeId, mentee.PersonId) = (added.Id, added.PersonId);
                if (mentee.Parent is not null)
                    mentee.ParentId = (await ReadMentee(mentee)).LegalRepresentatives[0].PersonId;
            }
        );
        Admit(
            mentee,
            enteredOn,
            async () =>
                await place.ByHead(
                    $"{mentee.Step}/admitMentee",
                    new AdmitMentee { MenteeId = mentee.MenteeId },
                    (await ReadMentee(mentee)).Version
                )
        );
    }

    /// <summary>A mentor who learns something himself, from one who is his own mentee.</summary>
    public void AlsoMentee(DemoParticipant mentor, DateOnly on, string category, params RequestText[] requests) =>
        place.On(
            on,
            async () =>
            {
                var added = await place.ByCurator(
                    $"{mentor.Step}/addMentee",
                    new AddMentee(category, requests, mentor.PersonId, Position: mentor.Position)
                );
                mentor.MenteeId = added.Id;
                await place.ByHead(
                    $"{mentor.Step}/admitMentee",
                    new AdmitMentee { MenteeId = added.Id },
                    added.Version
                );
            }
        );

    /// <summary>A mentee who mentors too.</summary>
    public void AlsoMentor(DemoParticipant mentee, DateOnly on) =>
        place.On(
            on,
            async () =>
            {
                var added = await place.ByCurator(
                    $"{mentee.Step}/addMentor",
                    new AddMentor(
                        mentee.Position,
                        mentee.Post!.Subjects,
                        ["interactivePlatforms", "digitalMaterials"],
                        1,
                        IsEmployee: true,
                        mentee.PersonId,
                        PositionCode: mentee.Post.Code
                    )
                );
                mentee.MentorId = added.Id;
                await place.ByHead(
                    $"{mentee.Step}/admitMentor",
                    new AdmitMentor { MentorId = added.Id },
                    added.Version
                );
            }
        );

    /// <summary>On the 14th birthday the representative's signature alone no longer suffices.</summary>
    public void SignAnew(DemoParticipant who, DateOnly on) =>
        place.On(on, () => RecordConsent(who, "recordConsentAt14", on, EndOfYear));

    /// <summary>A paper signed on this day, by whom the age asks for.</summary>
    private async Task<ConsentChanged> RecordConsent(DemoParticipant who, string name, DateOnly on, DateOnly until)
    {
        var age = who.AgeOn(on);
        return await place.ByCurator(
            $"{who.Step}/{name}",
            new RecordConsent(
                who.PersonId,
                "2025-09",
                ConsentScope.Participation,
                on,
                until,
                SubjectSigned: age >= Age.OfOwnSignature,
                RepresentativePersonId: age < Age.OfMajority ? who.ParentId : null,
                PaperReference: "Дело 05-12 «Согласия на обработку персональных данных», 2025/2026"
            )
        );
    }

    private void Admit(DemoParticipant who, DateOnly enteredOn, Func<Task> admit)
    {
        if (who.Login is not null || who.ParentLogin is not null)
            place.On(enteredOn.Later(1), () => accounts.Give(place, who));
        if (who.Paper == DemoPaper.Forgotten)
            return;
        var until = who.Paper switch
        {
            DemoPaper.EndsSoon => EndsSoon,
            DemoPaper.Ended => Ended,
            _ => EndOfYear,
        };
        var consentOn = enteredOn.Later(place.Roll(6));
        var withdrawnOn = new DateOnly(2026, 2, 3);
        place.On(
            consentOn,
            async () =>
            {
                var consent = await RecordConsent(who, "recordConsent", consentOn, until);
                who.ConsentId = consent.Id;
            }
        );
        who.ConsentedUntil = until;
        if (who.Paper == DemoPaper.Withdrawn)
        {
            who.ConsentedUntil = withdrawnOn.AddDays(-1);
            place.On(withdrawnOn, () => Withdraw(who, withdrawnOn));
        }
        if (who.WaitsForHead)
            return;
        var admittedOn = consentOn.Later(2 + place.Roll(5));
        who.AdmittedOn = admittedOn;
        place.On(admittedOn, admit);
    }

    private Task<ConsentChanged> Withdraw(DemoParticipant who, DateOnly on) =>
        place.ByCurator(
            $"{who.Step}/withdrawConsent",
            new WithdrawConsent(on, "По личному заявлению") { ConsentId = who.ConsentId }
        );

    private Task<Mentor> ReadMentor(DemoParticipant who) =>
        place.Ask($"{who.Step}/getMentor", new GetMentor(who.MentorId));

    private Task<Mentee> ReadMentee(DemoParticipant who) =>
        place.Ask($"{who.Step}/getMentee", new GetMentee(who.MenteeId));

    private static LegalRepresentativeInput? Representative(DemoParticipant who) =>
        who.Parent is null
            ? null
            : new LegalRepresentativeInput(
                LegalRelation.Parent,
                Person: who.Parent,
                AuthorityDocument: "Свидетельство о рождении"
            );
}
