using System.Globalization;
using System.Text.Json.Nodes;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;
using Mentoring.IntegrationTests.People;

namespace Mentoring.IntegrationTests.Board;

/// <summary>Consents, admission and the search for a mentor.</summary>
public sealed class PeopleOnBoardTests(PairsApp app) : IClassFixture<PairsApp>
{
    [Fact]
    public async Task A_consent_is_asked_for_until_it_is_there_then_again_before_and_after_its_end()
    {
        var curator = await app.Curator;
        var officer = await app.As("dataProtectionOfficer", TestTree.School);
        var added = await curator.Do("~/mentors", Entering.Mentor(Entering.Person(family: "Огарёва")));
        var (mentor, person) = ((Guid)added["id"]!, (Guid)added["personId"]!);

        var missing = (await SeenBoard.By(curator)).Find("consentsMissing", mentor);
        missing.ShouldBe(new SeenEntry("Огарёва Вера Олеговна", null, null, "mentor", ""));
        (await SeenBoard.By(officer)).Find("consentsMissing", person)!.Target.ShouldBe("person");
        (await SeenBoard.By(await app.Head)).Kinds.ShouldNotContain("consentsMissing");

        await curator.Do("~/consents", Entering.Consent(person, validUntil: Day(10)));
        var expiring = await SeenBoard.By(curator);
        expiring.Find("consentsMissing", mentor).ShouldBeNull();
        expiring.Find("consentsExpiring", mentor)!.Date.ShouldBe("2026-04-25");
        expiring.Severity("consentsExpiring").ShouldBe("soon");
        await Set("consentExpiresSoonDays", 5);
        (await SeenBoard.By(curator)).Find("consentsExpiring", mentor).ShouldBeNull();

        app.Calendar.Shift += TimeSpan.FromDays(11);
        var expired = await SeenBoard.By(curator);
        expired.Today.ShouldBe("2026-04-26");
        expired
            .Find("consentsInvalid", mentor)
            .ShouldBe(new SeenEntry("Огарёва Вера Олеговна", null, "2026-04-25", "mentor", "consentState.expired"));
        expired.Severity("consentsInvalid").ShouldBe("overdue");
        var consent = await curator.Do("~/consents", Entering.Consent(person, "2026-04-20", "2027-04-20"));
        app.Calendar.Shift -= TimeSpan.FromDays(11);

        app.Calendar.Shift += TimeSpan.FromDays(11);
        (await SeenBoard.By(curator)).Text.ShouldNotContain("Огарёва");
        await curator.Do(
            $"~/consents/{consent["id"]}/withdrawal",
            new { withdrawnOn = app.Today, reason = "По заявлению" }
        );
        app.Calendar.Shift -= TimeSpan.FromDays(11);
        (await SeenBoard.By(officer)).Text.ShouldNotContain("Огарёва", customMessage: "a withdrawal asks for nothing");
    }

    [Fact]
    public async Task A_child_whose_parent_alone_has_signed_needs_his_own_signature_at_14()
    {
        var (pupil, _) = await app.AddPupil(13);
        await app.Database.Execute(
            $"UPDATE mentoring.person SET birth_date = '{app.Today.AddYears(-14):O}' WHERE id = '{pupil.PersonId}'"
        );

        (await SeenBoard.By(await app.Curator))
            .Find("consentsInvalid", pupil.ProfileId)
            .ShouldBe(new SeenEntry(await NameOf(pupil), null, null, "mentee", "consentState.wrongSigner"));
    }

    [Fact]
    public async Task The_head_admits_whoever_has_consented_and_the_curator_finds_a_mentor()
    {
        var (curator, head) = (await app.Curator, await app.Head);
        var mentor = await curator.Do("~/mentors", Entering.Mentor());
        var mentee = await curator.Do("~/mentees", Entering.Mentee());
        var (mentorId, menteeId) = ((Guid)mentor["id"]!, (Guid)mentee["id"]!);
        (await SeenBoard.By(head)).Find("mentorsToAdmit", mentorId).ShouldBeNull("no consent yet");
        await curator.Do("~/consents", Entering.Consent(mentor["personId"]!));
        await curator.Do("~/consents", Entering.Consent(mentee["personId"]!));

        var asked = await SeenBoard.By(head);
        asked.Find("mentorsToAdmit", mentorId)!.Detail.ShouldBe("учитель физики");
        asked.Find("menteesToAdmit", menteeId)!.Target.ShouldBe("mentee");
        asked.Severity("mentorsToAdmit").ShouldBe("toDo");
        (await SeenBoard.By(curator)).Kinds.ShouldNotContain("mentorsToAdmit");
        await head.Do($"~/mentors/{mentorId}/admission", version: 2);
        await head.Do($"~/mentees/{menteeId}/admission", version: 2);

        var after = await SeenBoard.By(head);
        after.Find("mentorsToAdmit", mentorId).ShouldBeNull();
        after.Find("menteesToAdmit", menteeId).ShouldBeNull();
        after.Find("menteesWithoutPair", menteeId).ShouldBeNull("proposing pairs is not the head's");
        (await SeenBoard.By(curator)).Find("menteesWithoutPair", menteeId)!.Date.ShouldBe("2026-04-15");
        await curator.Do(
            "~/pairs",
            PairsApp.Proposal(new Participant(default, mentorId), new Participant(default, menteeId))
        );
        (await SeenBoard.By(curator)).Find("menteesWithoutPair", menteeId).ShouldBeNull();
    }

    private async Task<string> NameOf(Participant someone) =>
        (
            await app.Database.Scalar<string>(
                $"""
                SELECT family_name || ' ' || given_name || ' ' || patronymic
                FROM mentoring.person WHERE id = '{someone.PersonId}'
                """
            )
        )!;

    private async Task Set(string key, int value) =>
        (await (await app.Curator).Put($"~/reference/settings/{key}", new { value }, version: 0)).Status.ShouldBe(
            System.Net.HttpStatusCode.OK
        );

    private string Day(int fromToday) =>
        app.Today.AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
