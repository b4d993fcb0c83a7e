using System.Text.Json;
using Mentoring.Platform.Features.Reference;

namespace Mentoring.UnitTests.Reference;

public sealed class ReferenceTests
{
    private static readonly Guid School = Guid.CreateVersion7();
    private static readonly Guid Municipality = Guid.CreateVersion7();
    private static readonly Guid Region = Guid.CreateVersion7();
    private static readonly Guid[] Lineage = [School, Municipality, Region];

    private static readonly IReadOnlyList<MentoringForm> Forms = [.. ReferenceSeed.All().OfType<MentoringForm>()];
    private static readonly IReadOnlyList<MentoringKind> Kinds = [.. ReferenceSeed.All().OfType<MentoringKind>()];

    [Fact]
    public void Of_several_settings_the_nearest_counts_and_what_nobody_has_set_has_its_default()
    {
        SettingRow[] rows =
        [
            new(Region, "programMaxMonths", "24"),
            new(School, "minorConsentRule", "\"ownFrom14\""),
            new(Region, "minorConsentRule", "\"representativeForAllMinors\""),
            new(Guid.CreateVersion7(), "programMinMonths", "1"),
        ];

        var values = SettingValues.Of(rows, Lineage);

        values.MinorConsentRule.ShouldBe(MinorConsentRule.OwnFrom14);
        values.ProgramMaxMonths.ShouldBe(24);
        values.ProgramMinMonths.ShouldBe(3);
        values.ProgramApprover.ShouldBe(ProgramApprover.Curator);
        SettingValues
            .Of(rows, [Municipality, Region])
            .MinorConsentRule.ShouldBe(MinorConsentRule.RepresentativeForAllMinors);
    }

    [Theory]
    [InlineData("programMinMonths", "3", true)]
    [InlineData("programMinMonths", "0", false)]
    [InlineData("programMinMonths", "13", false)]
    [InlineData("programMinMonths", "3.5", false)]
    [InlineData("programMinMonths", "\"3\"", false)]
    [InlineData("programMinMonths", "99999999999", false)]
    [InlineData("programApprover", "\"headOrder\"", true)]
    [InlineData("programApprover", "\"HeadOrder\"", false)]
    [InlineData("programApprover", "1", false)]
    [InlineData("programApprover", "null", false)]
    public void A_setting_takes_only_what_it_can_be(string key, string json, bool allowed) =>
        SettingCatalog.All.Single(s => s.Key == key).Allows(JsonElement.Parse(json)).ShouldBe(allowed);

    [Fact]
    public void Every_default_is_a_possible_value()
    {
        SettingCatalog.All.Count.ShouldBe(9);
        SettingCatalog.All.ShouldAllBe(s => s.Allows(JsonElement.Parse(s.Default)));
    }

    [Fact]
    public void The_nearest_row_of_a_key_hides_the_others()
    {
        MentoringKind[] rows = [Kind("traditional", Region), Kind("traditional", School), Kind("group", Region)];

        rows.Nearest(Lineage, k => k.Code)
            .Select(k => (k.Code, k.TenantId))
            .ShouldBe([("traditional", School), ("group", Region)]);
    }

    [Theory, Trait("covers", "S0-26"), Trait("covers", "S0-27"), Trait("covers", "S2-13")]
    [InlineData("teacherTeacher", "учитель – учитель")]
    [InlineData("headTeacher", "руководитель образовательной организации – учитель")]
    [InlineData("preschoolTeacherPreschoolTeacher", "воспитатель – воспитатель")]
    [InlineData("specialistSpecialist", "специалист – специалист")]
    public void Forms_between_educators_are_there_from_the_beginning(string code, string name) =>
        Forms.Single(f => f.Code == code).Name.ShouldBe(name);

    [Theory, Trait("covers", "S1-33")]
    [InlineData("employerCollegeStudent", "работодатель – студент")]
    [InlineData(
        "collegeEducatorYoungEducator",
        "педагог вуза (колледжа) – молодой педагог образовательной организации"
    )]
    public void Forms_with_employers_students_and_universities_stand_beside_them(string code, string name) =>
        Forms.Single(f => f.Code == code).Name.ShouldBe(name);

    [Fact, Trait("covers", "S0-20")]
    public void A_group_has_at_least_two_mentees() => Kind("group").MinMentees.ShouldBe(2);

    [Fact, Trait("covers", "S0-24")]
    public void A_single_meeting_needs_neither_a_program_nor_a_term()
    {
        var speed = Kinds.Single(k => k.SingleMeeting);

        (speed.Code, speed.NeedsProgram, speed.MinMonths).ShouldBe(("speed", false, 0));
    }

    [Fact, Trait("covers", "S0-25")]
    public void The_traditional_kind_is_for_one_mentee() => Kind("traditional").MaxMentees.ShouldBe(1);

    [Fact, Trait("covers", "S0-19")]
    public void The_virtual_kind_is_one_of_seven()
    {
        Kinds.Count.ShouldBe(7);
        Kinds.ShouldContain(k => k.Code == "virtual");
    }

    [Fact, Trait("covers", "S1-40")]
    public void An_activity_has_one_of_five_directions() =>
        ReferenceSeed
            .Items()
            .Where(i => i.List == ReferenceList.ActivityDirections)
            .Select(i => i.Code)
            .ShouldBe(["theoretical", "legal", "subjectProfessional", "psychological", "methodical"]);

    [Fact]
    public void A_region_begins_with_the_lists_of_the_documents()
    {
        var models = ReferenceSeed.All().OfType<RoleModel>().ToList();
        var items = ReferenceSeed.Items();

        models.Count.ShouldBe(4 + 4 + 4 + 3 + 4);
        models.ShouldAllBe(m => Forms.Any(f => f.Code == m.FormCode));
        Count(items, ReferenceList.Competences).ShouldBe(30);
        Count(items, ReferenceList.RequestTopics).ShouldBe(36);
        items.Where(i => i.List == ReferenceList.RequestTopics).ShouldAllBe(i => i.Data.Audience != null);
        items.Where(i => i.Data.Minor == true).ShouldHaveSingleItem().Code.ShouldBe("student");
        items.DistinctBy(i => (i.List, i.Code)).Count().ShouldBe(items.Count);
        models.DistinctBy(m => (m.FormCode, m.Code)).Count().ShouldBe(models.Count);
    }

    private static int Count(IEnumerable<ReferenceItem> items, ReferenceList list) => items.Count(i => i.List == list);

    private static MentoringKind Kind(string code) => Kinds.Single(k => k.Code == code);

    private static MentoringKind Kind(string code, Guid tenant) =>
        new()
        {
            Code = code,
            Name = code,
            Sort = 1,
            TenantId = tenant,
        };
}
