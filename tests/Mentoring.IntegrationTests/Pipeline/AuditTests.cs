using System.Net;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.People;

namespace Mentoring.IntegrationTests.Pipeline;

/// <summary>Who did what to which thing is on record, with the names of the fields and none of their values.</summary>
public sealed class AuditTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Trait("covers", "C-65")]
    public async Task A_write_leaves_who_did_what_to_which_thing()
    {
        var mentor = await Entering.MentorInBank(app);
        var curator = await app.As("curator", TestTree.School);
        var head = await app.As("headOfOrganization", TestTree.School);

        var rows = await app.Database.Scalar<string>(
            $"""
            SELECT coalesce(string_agg(operation || ' ' || account_id || ' ' || subject_version || ' '
              || array_to_string(fields, '+'), ', ' ORDER BY id), '')
            FROM mentoring.audit_entry WHERE subject_id = '{mentor["id"]}' AND subject_version IS NOT NULL
            """
        );

        rows.ShouldBe(
            $"addMentor {curator.AccountId} 1 , recordConsent {curator.AccountId} 2 State, "
                + $"admitMentor {head.AccountId} 3 AdmittedOn+State"
        );
    }

    /// <summary>Cards hold contacts, consents and representatives.</summary>
    [Fact]
    public async Task Whose_card_was_read_by_whom_is_known_and_a_refusal_leaves_nothing()
    {
        var mentor = (await Entering.MentorInBank(app))["id"]!;
        var mentee = (await (await app.As("curator", TestTree.School)).Do("~/mentees", Entering.Mentee()))["id"]!;
        var reader = await app.As("headOfOrganization", TestTree.School);
        var unknown = Guid.CreateVersion7();

        (await reader.Get($"~/mentors/{mentor}")).Status.ShouldBe(HttpStatusCode.OK);
        (await reader.Get($"~/mentees/{mentee}")).Status.ShouldBe(HttpStatusCode.OK);
        (await reader.Get($"~/mentees/{unknown}")).Status.ShouldBe(HttpStatusCode.NotFound);

        var rows = await app.Database.Scalar<string[]>(
            $"""
            SELECT array_agg(DISTINCT operation || ' ' || subject_kind || ' ' || subject_id ) FROM mentoring.audit_entry
            WHERE account_id = '{reader.AccountId}' AND subject_version IS NULL
            """
        );
        rows.ShouldBe([$"getMentee MenteeProfile {mentee}", $"getMentor MentorProfile {mentor}"], ignoreOrder: true);
    }
}
