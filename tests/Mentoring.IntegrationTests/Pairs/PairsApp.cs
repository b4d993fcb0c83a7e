using System.Text.Json.Nodes;
using Mentoring.IntegrationTests.Harness;
using Mentoring.Platform.Features.Consents;
using Mentoring.Platform.Features.Mentees;
using Mentoring.Platform.Features.Mentors;
using Mentoring.Platform.Features.People;

namespace Mentoring.IntegrationTests.Pairs;

/// <summary>Somebody in the bank or the base of the school.</summary>
public sealed record Participant(Guid PersonId, Guid ProfileId);

/// <summary>The school, and ways to put people into its bank and base.</summary>
public class PairsApp(TestPostgres postgres) : TestApp(postgres)
{
    private static int count;

    public Task<ApiClient> Curator => As("curator", TestTree.School);

    public Task<ApiClient> Head => As("headOfOrganization", TestTree.School);

    /// <summary>A mentor in the bank.</summary>
    /// <param name="admitted">False: consented only.</param>
    public async Task<Participant> AddMentor(
        string familyName = "Звонарёва",
        int capacity = 3,
        bool isEmployee = true,
        bool admitted = true,
        Guid? tenant = null
    )
    {
        var person = NewPerson(familyName, "Тамара", new DateOnly(1979, 3, 8));
        person.BecomeMentor();
        var mentor = MentorProfile
            .Register(
                person.Id,
                new MentorDetails(
                    "учитель математики",
                    "teacher",
                    [],
                    [],
                    capacity,
                    isEmployee,
                    isEmployee ? null : "ООО «Вектор»"
                )
            )
            .Value;
        mentor.ConsentGiven();
        if (admitted)
            mentor.Admit(Today).IsOk.ShouldBeTrue();
        await In(tenant ?? TestTree.School, db => db.AddRange(person, mentor, Consent(person, subject: true)));
        return new Participant(person.Id, mentor.Id);
    }

    /// <summary>A grown-up mentee in the base.</summary>
    public async Task<Participant> AddMentee(string familyName = "Нестругин", bool admitted = true)
    {
        var person = NewPerson(familyName, "Матвей", new DateOnly(2001, 5, 12));
        var mentee = Mentee(person, new("earlyCareerEducator", null, "учитель физики", [new("lesson")]), admitted);
        await In(TestTree.School, db => db.AddRange(person, mentee, Consent(person, subject: true)));
        return new Participant(person.Id, mentee.Id);
    }

    /// <summary>Many grown-up mentees in the base; their profiles.</summary>
    public async Task<IReadOnlyList<Guid>> AddMentees(int count)
    {
        var added = new List<Guid>();
        foreach (var chunk in Enumerable.Range(0, count).Chunk(100))
        {
            await In(
                TestTree.School,
                db =>
                {
                    foreach (var _ in chunk)
                    {
                        var person = NewPerson("Нестругин", "Матвей", new DateOnly(2001, 5, 12));
                        var mentee = Mentee(
                            person,
                            new("earlyCareerEducator", null, "учитель физики", [new("lesson")]),
                            true
                        );
                        db.AddRange(person, mentee, Consent(person, subject: true));
                        added.Add(mentee.Id);
                    }
                }
            );
        }
        return added;
    }

    /// <summary>A pupil in the base, with a parent who has signed for him.</summary>
    public async Task<(Participant Pupil, Guid ParentId)> AddPupil(int age)
    {
        var parent = NewPerson("Подгорная", "Алла", new DateOnly(1985, 7, 1));
        var pupil = NewPerson("Подгорный", "Лев", Today.AddYears(-age).AddDays(-40));
        var representation = LegalRepresentation.Record(pupil, parent, LegalRelation.Parent, null, Today).Value;
        var mentee = Mentee(pupil, new("student", "7А", null, [new("algebra")]), admitted: true);
        await In(
            TestTree.School,
            db => db.AddRange(parent, pupil, representation, mentee, Consent(pupil, age >= 14, parent.Id))
        );
        return (new Participant(pupil.Id, mentee.Id), parent.Id);
    }

    /// <summary>The role's account in the school is this person from now on.</summary>
    public async Task<ApiClient> Be(string role, Guid personId)
    {
        var login = TestTree.Login(role, TestTree.School);
        await Database.Execute(
            $"""
            UPDATE accounts.membership m SET person_id = '{personId}' FROM accounts.account a
            WHERE a.id = m.account_id AND a.user_name = '{login}'
            """
        );
        ForgetSessions();
        return await As(role, TestTree.School);
    }

    public static object Proposal(
        Participant mentor,
        Participant mentee,
        string form = "teacherTeacher",
        string kind = "traditional"
    ) =>
        new
        {
            mentorId = mentor.ProfileId,
            menteeId = mentee.ProfileId,
            formCode = form,
            kindCodes = new[] { kind },
        };

    /// <summary>A pair that all members have agreed to, by papers that the curator enters.</summary>
    public async Task<JsonNode> Agreed(Participant mentor, Participant mentee, string form = "teacherTeacher")
    {
        var curator = await Curator;
        var pair = await curator.Do("~/pairs", Proposal(mentor, mentee, form));
        foreach (var member in new[] { mentor, mentee })
            pair = await curator.Do(
                $"~/pairs/{pair["id"]}/agreement",
                new { personId = member.PersonId, onPaper = new { signedOn = Today } },
                (long)pair["version"]!
            );
        return pair;
    }

    /// <summary>The pair as the curator sees it: its state, its gate, what the gate misses.</summary>
    public async Task<(string State, bool Open, string Missing)> See(JsonNode pair)
    {
        var seen = await (await Curator).See($"~/pairs/{pair["id"]}");
        var gate = seen["gate"]!;
        return (
            (string)seen["state"]!,
            (bool)gate["open"]!,
            string.Join(", ", gate["missing"]!.AsArray().Select(m => (string)m!["code"]!))
        );
    }

    /// <summary>A consent to the processing of personal data for a year.</summary>
    public PersonalDataConsent Consent(Person person, bool subject, Guid? representative = null) =>
        PersonalDataConsent
            .Record(
                person.Id,
                person.BirthDate,
                new ConsentPaper(
                    ConsentScope.Participation,
                    "2025-09",
                    Today,
                    Today.AddYears(1),
                    subject,
                    representative,
                    null
                ),
                Today
            )
            .Value;

    private Person NewPerson(string familyName, string givenName, DateOnly birthDate) =>
        Person
            .Register(
                new PersonDetails(familyName, givenName, birthDate, $"Проб{Interlocked.Increment(ref count)}"),
                Today
            )
            .Value;

    private MenteeProfile Mentee(Person person, MenteeDetails details, bool admitted)
    {
        person.BecomeMentee();
        var mentee = MenteeProfile.Register(person.Id, details).Value;
        mentee.ConsentGiven();
        if (admitted)
            mentee.Admit(Today).IsOk.ShouldBeTrue();
        return mentee;
    }
}
