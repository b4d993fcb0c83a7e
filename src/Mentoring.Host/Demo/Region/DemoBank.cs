using Mentoring.Platform.Features.Accounts;
using Mentoring.Platform.Features.Consents;
using Mentoring.Platform.Features.Mentees;
using Mentoring.Platform.Features.Mentors;
using Mentoring.Platform.Features.People;

namespace Mentoring.Host.Demo.Region;

/// <summary>Bank and base: people are entered, their consents recorded, the head admits them.</summary>
internal sealed class DemoBank(DemoSchool school, DemoActors actors)
{
    private static readonly DateOnly ConsentExpires = new(2026, 3, 27);

    public async Task Fill(IReadOnlyList<DemoPair> pairs, DemoScene scene)
    {
        foreach (var pair in pairs)
        {
            await EnterMentor(pair.Mentor, scene.Day);
            await EnterMentee(pair.Mentee, scene.Day, pair.Fate == DemoFate.ConsentExpired ? ConsentExpires : null);
        }
        if (scene.Wave == DemoWave.Autumn)
            await EnterUnpaired(scene.Day);
        if (scene.Wave == DemoWave.April)
            await EnterNewcomers(scene.Day);
    }

    /// <summary>Whose consent no longer suffices and who is to go on signs anew.</summary>
    public async Task Renew(DateOnly today)
    {
        var artyom = school.Cast.Pairs.Select(p => p.Mentee).FirstOrDefault(m => m.ParentLogin is not null);
        if (artyom?.ConsentedUntil is not null && artyom.ConsentedUntil < today)
            await Consent(artyom, today, artyom.ConsentEnds);
    }

    private async Task EnterUnpaired(DateOnly today)
    {
        for (var i = 0; i < school.Cast.Unpaired.Count; i++)
        {
            if (i % 2 == 0)
                await EnterMentor(school.Cast.Unpaired[i], today);
            else
                await EnterMentee(school.Cast.Unpaired[i], today);
        }
    }

    /// <summary>The first waits for the head's decision; the second, and a third mentor, for a consent; a fourth has not said yet what he asks for.</summary>
    private async Task EnterNewcomers(DateOnly today)
    {
        var people = school.Cast.Newcomers;
        for (var i = 0; i < people.Count; i++)
        {
            if (i % 2 == 0)
                await AddMentor(people[i]);
            else
                await AddMentee(people[i], withRequests: i == 1);
            if (i == 0)
                await Consent(people[i], today, people[i].ConsentEnds);
        }
    }

    private async Task EnterMentor(DemoPerson who, DateOnly today)
    {
        if (who.MentorId is null)
        {
            await AddMentor(who);
            await ConsentIfDue(who, today);
            var mentor = await school.Ask(new GetMentor(who.MentorId!.Value));
            await school.ByHead(new AdmitMentor { MentorId = mentor.Id }, mentor.Version);
            await GiveAccounts(who);
        }
        else
        {
            await ConsentIfDue(who, today);
        }
    }

    private async Task EnterMentee(DemoPerson who, DateOnly today, DateOnly? consentEnds = null)
    {
        if (who.MenteeId is not null)
            return;
        await AddMentee(who, withRequests: true);
        await ConsentIfDue(who, today, consentEnds);
        var mentee = await school.Ask(new GetMentee(who.MenteeId!.Value));
        await school.ByHead(new AdmitMentee { MenteeId = mentee.Id }, mentee.Version);
        await GiveAccounts(who);
    }

    private async Task AddMentor(DemoPerson who)
    {
        var isNew = who.PersonId == Guid.Empty;
        var added = await school.ByCurator(
            new AddMentor(
                who.Post.Name,
                who.Post.Subjects,
                who.Post.Competences,
                who.Capacity,
                IsEmployee: who.Employer is null,
                isNew ? null : who.PersonId,
                isNew ? who.Details : null,
                who.Post.Code,
                who.Employer,
                isNew ? Representative(who) : null
            )
        );
        (who.MentorId, who.PersonId) = (added.Id, added.PersonId);
        if (who.Parent is not null && who.ParentId is null)
            who.ParentId = (await school.Ask(new GetMentor(added.Id))).LegalRepresentatives[0].PersonId;
    }

    private async Task AddMentee(DemoPerson who, bool withRequests)
    {
        var isNew = who.PersonId == Guid.Empty;
        var added = await school.ByCurator(
            new AddMentee(
                who.SchoolClass is not null ? "student"
                    : isNew ? DemoPosts.Categories[school.Roll(DemoPosts.Categories.Length)]
                    : "educatorInNewRole",
                withRequests ? [.. who.Post.Requests.Select(topic => new RequestText(topic))] : [],
                isNew ? null : who.PersonId,
                isNew ? who.Details : null,
                who.SchoolClass,
                who.SchoolClass is null ? who.Post.Name : null,
                isNew ? Representative(who) : null
            )
        );
        (who.MenteeId, who.PersonId) = (added.Id, added.PersonId);
        if (who.Parent is not null && who.ParentId is null)
            who.ParentId = (await school.Ask(new GetMentee(added.Id))).LegalRepresentatives[0].PersonId;
    }

    private async Task ConsentIfDue(DemoPerson who, DateOnly today, DateOnly? ends = null)
    {
        if (who.ConsentedUntil >= today)
            return;
        var endOfYear = new DateOnly(2025, 8, 31);
        await Consent(who, today, today < endOfYear ? endOfYear : ends ?? who.ConsentEnds);
    }

    /// <summary>A paper of the last days, signed by whom the age asks for.</summary>
    private async Task Consent(DemoPerson who, DateOnly today, DateOnly until)
    {
        var age = Age.On(who.Details.BirthDate, today);
        var consent = await school.ByCurator(
            new RecordConsent(
                who.PersonId,
                "2025-09",
                ConsentScope.Participation,
                today.AddDays(-school.Roll(5)),
                until,
                SubjectSigned: age >= Age.OfOwnSignature,
                age < Age.OfMajority ? who.ParentId : null,
                "Дело 05-12 «Согласия на обработку персональных данных»"
            )
        );
        who.ConsentId = consent.Id;
        who.ConsentedUntil = consent.Standing.ValidUntil;
    }

    /// <summary>The sheet is made out twice: the second one, and the person's card, carry the login of the demonstration.</summary>
    private async Task GiveAccounts(DemoPerson who)
    {
        await Give(who.Login, who.PersonId);
        await Give(who.ParentLogin, who.ParentId);
        async Task Give(string? login, Guid? personId)
        {
            if (login is null)
                return;
            var first = await school.ByCurator(new InviteToAccount(personId!.Value));
            if (first.Login == login)
                return;
            await actors.Rename(first.Login, login);
            var sheet = await school.ByCurator(new InviteToAccount(personId.Value));
            await actors.SendAsNobody(new AcceptInvitation(sheet.Login, sheet.Code!, DemoTree.Password));
        }
    }

    private static LegalRepresentativeInput? Representative(DemoPerson who) =>
        who.Parent is null
            ? null
            : new LegalRepresentativeInput(
                LegalRelation.Parent,
                Person: who.Parent,
                AuthorityDocument: "Свидетельство о рождении"
            );
}
