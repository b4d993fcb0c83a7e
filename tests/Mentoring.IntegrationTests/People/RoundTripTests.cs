using Mentoring.IntegrationTests.Harness;
using Mentoring.Platform.Features.Consents;
using Mentoring.Platform.Features.Mentees;
using Mentoring.Platform.Features.Mentors;
using Mentoring.Platform.Features.People;
using Mentoring.Platform.Features.Reference;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.IntegrationTests.People;

/// <summary>What is saved is read again as it was, in the tables that the migrations made.</summary>
public sealed class RoundTripTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly DateOnly Today = new(2026, 4, 15);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_with_both_profiles_and_a_consent_survives()
    {
        var person = Person.Register(new PersonDetails("Ёлкина", "Анна-Мария", new DateOnly(1990, 2, 3)), Today).Value;
        var mentor = MentorProfile
            .Register(person.Id, new MentorDetails("учитель", "teacher", ["physics"], [], 2, true, null))
            .Value;
        var mentee = MenteeProfile
            .Register(person.Id, new MenteeDetails("newEducator", null, "учитель", [new("a", "x"), new("b"), new("c")]))
            .Value;
        var consent = PersonalDataConsent
            .Record(
                person.Id,
                person.BirthDate,
                new ConsentPaper(ConsentScope.Participation, "1", Today, Today.AddYears(1), true, null, null),
                Today
            )
            .Value;

        await app.In(TestTree.School, db => db.AddRange(person, mentor, mentee, consent));
        await app.In(
            TestTree.School,
            async db =>
            {
                var read = await db.Set<MenteeProfile>().SingleAsync(m => m.Id == mentee.Id, Ct);
                read.Version.ShouldBe(1);
                read.Edit(new("newEducator", null, null, [new("z")])).IsOk.ShouldBeTrue();
            }
        );

        await app.In(
            TestTree.School,
            async db =>
            {
                (await db.Set<Person>().SingleAsync(p => p.Id == person.Id, Ct)).SearchText.ShouldBe(
                    " елкина анна мария"
                );
                var read = await db.Set<MenteeProfile>().SingleAsync(m => m.Id == mentee.Id, Ct);
                read.Version.ShouldBe(2);
                read.State.ShouldBe(MenteeState.Surveyed);
                read.Requests.ShouldHaveSingleItem().TopicCode.ShouldBe("z");
                (await db.Set<MentorProfile>().SingleAsync(Ct)).SubjectCodes.ShouldBe(["physics"]);
                (await db.Set<PersonalDataConsent>().SingleAsync(Ct)).Facts.ShouldBe(consent.Facts);
            }
        );
        await app.In(TestTree.SiblingSchool, async db => (await db.Set<Person>().CountAsync(Ct)).ShouldBe(0));
    }

    [Fact]
    public async Task A_regions_reference_lists_reach_its_schools_and_no_other()
    {
        await app.In(
            TestTree.CousinSchool,
            async db =>
            {
                (await db.Set<MentoringForm>().CountAsync(Ct)).ShouldBe(12);
                (
                    await db.Set<ReferenceItem>()
                        .SingleAsync(i => i.List == ReferenceList.MenteeCategories && i.Code == "student", Ct)
                ).Data.Minor.ShouldBe(true);
            }
        );
        await app.In(TestTree.OtherSchool, async db => (await db.Set<ReferenceItem>().CountAsync(Ct)).ShouldBe(0));
    }
}
