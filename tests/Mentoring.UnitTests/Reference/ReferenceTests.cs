using System.Text.Json;
using Mentoring.Platform.Features.Reference;

namespace Mentoring.UnitTests.Reference;

public sealed class ReferenceTests
{
    private static readonly Guid School = Guid.CreateVersion7();
    private static readonly Guid Municipality = Guid.CreateVersion7();
    private static readonly Guid Region = Guid.CreateVersion7();
    private static readonly Guid[] Lineage = [School, Municipality, Region];

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

    [Fact]
    [Trait("covers", "S0-19")]
    [Trait("covers", "S0-20")]
    [Trait("covers", "S0-24")]
    [Trait("covers", "S0-25")]
    [Trait("covers", "S0-26")]
    [Trait("covers", "S0-27")]
    [Trait("covers", "S1-33")]
    [Trait("covers", "S1-40")]
    [Trait("covers", "S2-13")]
    public void A_region_begins_with_the_lists_of_the_documents()
    {
        var forms = ReferenceSeed.All().OfType<MentoringForm>().ToList();
        var models = ReferenceSeed.All().OfType<RoleModel>().ToList();
        var kinds = ReferenceSeed.All().OfType<MentoringKind>().ToList();
        var items = ReferenceSeed.Items();

        foreach (
            var name in new[]
            {
                "учитель – учитель",
                "руководитель образовательной организации – учитель",
                "работодатель – студент",
                "воспитатель – воспитатель",
                "специалист – специалист",
                "ученик – ученик",
            }
        )
            forms.ShouldContain(f => f.Name == name);
        models.Count.ShouldBe(4 + 4 + 4 + 3 + 4);
        models.ShouldAllBe(m => forms.Any(f => f.Code == m.FormCode));
        kinds.Count.ShouldBe(7);
        kinds.Single(k => k.Code == "group").MinMentees.ShouldBe(2);
        var speed = kinds.Single(k => k.SingleMeeting);
        (speed.NeedsProgram, speed.MinMonths).ShouldBe((false, 0));
        Count(items, ReferenceList.Competences).ShouldBe(30);
        Count(items, ReferenceList.RequestTopics).ShouldBe(36);
        Count(items, ReferenceList.ActivityDirections).ShouldBe(5);
        items.Where(i => i.List == ReferenceList.RequestTopics).ShouldAllBe(i => i.Data.Audience != null);
        items.Where(i => i.Data.Minor == true).ShouldHaveSingleItem().Code.ShouldBe("student");
        items.DistinctBy(i => (i.List, i.Code)).Count().ShouldBe(items.Count);
        models.DistinctBy(m => (m.FormCode, m.Code)).Count().ShouldBe(models.Count);
    }

    private static int Count(IEnumerable<ReferenceItem> items, ReferenceList list) => items.Count(i => i.List == list);

    private static MentoringKind Kind(string code, Guid tenant) =>
        new()
        {
            Code = code,
            Name = code,
            Sort = 1,
            TenantId = tenant,
        };
}
