using Mentoring.Platform.Features.People;

namespace Mentoring.UnitTests.People;

public sealed class PersonTests
{
    private static readonly DateOnly Today = new(2026, 4, 15);

    [Theory]
    [InlineData("2012-04-15", "2026-04-15", 14)]
    [InlineData("2012-04-16", "2026-04-15", 13)]
    [InlineData("2012-02-29", "2026-02-28", 13)]
    [InlineData("2012-02-29", "2026-03-01", 14)]
    [InlineData("2012-02-29", "2028-02-29", 16)]
    [InlineData("2026-04-15", "2026-04-15", 0)]
    public void Ages_turn_on_the_birthday(string born, string on, int age)
    {
        Age.On(Day(born), Day(on)).ShouldBe(age);
        Age.Turning(Day(born), age).ShouldBeLessThanOrEqualTo(Day(on));
        Age.Turning(Day(born), age + 1).ShouldBeGreaterThan(Day(on));
    }

    [Theory]
    [InlineData("2026-04-16")]
    [InlineData("1915-04-15")]
    public void A_birth_date_that_cannot_be_is_refused(string born) =>
        Person.Register(Details(born), Today).Error!.Code.ShouldBe("person.birth_date_impossible");

    [Fact]
    public void A_person_is_found_by_the_name_whatever_its_spelling()
    {
        var person = Person
            .Register(new PersonDetails("Ёлкина-Пална", "Анна", new DateOnly(1990, 1, 1), "", " ", ""), Today)
            .Value;

        person.SearchText.ShouldBe(" елкина пална анна");
        person.Patronymic.ShouldBeNull();
        person.Email.ShouldBeNull();
        person.FullName.ShouldBe("Ёлкина-Пална Анна");
        person.ShortName.ShouldBe("Ёлкина-Пална А.");
    }

    [Fact]
    [Trait("covers", "C-15")]
    public void A_representative_is_a_grown_up_and_somebody_else_and_of_a_minor()
    {
        var minor = New("2012-01-01");
        var grownUp = New("1984-01-01");

        Refusal(minor, minor).ShouldBe("person.represents_himself");
        Refusal(minor, New("2008-04-16")).ShouldBe("person.representative_is_minor");
        Refusal(grownUp, New("1960-01-01")).ShouldBe("person.needs_no_representative");
        Refusal(minor, grownUp, LegalRelation.Guardian).ShouldBe("person.authority_document_required");
        Refusal(minor, grownUp, LegalRelation.Custodian).ShouldBe("person.authority_document_required");
        grownUp.IsRepresentative.ShouldBeFalse();

        Refusal(minor, grownUp, LegalRelation.Guardian, "Распоряжение № 5").ShouldBeNull();
        grownUp.IsRepresentative.ShouldBeTrue();
        Refusal(minor, New("2008-04-15")).ShouldBeNull();
    }

    [Fact]
    public void What_a_person_is_here_changes_the_version_once_and_only_when_it_changes()
    {
        var person = New("1984-01-01");
        person.Version.ShouldBe(1);
        person.Saved();

        person.BecomeMentor();
        person.BecomeMentor();
        person.BecomeMentee();
        person.Version.ShouldBe(2);
        person.Saved();
        person.BecomeMentor();

        person.Version.ShouldBe(2);
        (person.IsMentor, person.IsMentee, person.IsRepresentative).ShouldBe((true, true, false));
    }

    private static string? Refusal(
        Person minor,
        Person representative,
        LegalRelation relation = LegalRelation.Parent,
        string? paper = null
    ) => LegalRepresentation.Record(minor, representative, relation, paper, Today).Error?.Code;

    private static Person New(string born) => Person.Register(Details(born), Today).Value;

    private static PersonDetails Details(string born) => new("Пробный", "Пётр", Day(born));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
