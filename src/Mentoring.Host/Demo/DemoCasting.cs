using Mentoring.Platform.Features.People;

namespace Mentoring.Host.Demo;

/// <summary>Invents people: the same ones at every start, no two of one name in the region.</summary>
internal sealed class DemoCasting
{
    private readonly Random dice = new(20250901);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public DemoCasting(IEnumerable<PersonDetails> named)
    {
        foreach (var person in named)
            taken.Add($"{person.FamilyName} {person.GivenName}");
    }

    /// <param name="women">How many of ten are women.</param>
    public PersonDetails GrownUp(int bornFrom, int bornTo, int women = 8) =>
        Person(Pick(DemoNames.Families), dice.Next(10) < women, Born(bornFrom, bornTo), hasPhone: dice.Next(3) > 0);

    /// <summary>A schoolchild of a class in 2025/2026, with a parent of the same surname.</summary>
    public (PersonDetails Child, PersonDetails Parent) Family(int schoolClass)
    {
        var family = Pick(DemoNames.Families);
        // Seven years old in the first class; born in summer, so that no birthday falls into the history unmeant.
        var born = new DateOnly(2019 - schoolClass, 5 + dice.Next(3), 1 + dice.Next(28));
        var child = Person(family, dice.Next(2) == 0, born, hasPhone: false);
        var parent = Person(family, dice.Next(5) > 0, Born(born.Year - 38, born.Year - 23), hasPhone: true);
        return (child, parent);
    }

    private PersonDetails Person(string family, bool isWoman, DateOnly born, bool hasPhone)
    {
        var surname = isWoman ? DemoNames.OfWoman(family) : family;
        var given = isWoman ? DemoNames.Women : DemoNames.Men;
        var start = dice.Next(given.Length);
        var name = Enumerable
            .Range(start, given.Length)
            .Select(i => given[i % given.Length])
            .First(n => taken.Add($"{surname} {n}"));
        var (son, daughter) = Pick(DemoNames.Fathers);
        var phone = hasPhone ? $"+7 900 000-{dice.Next(100):00}-{dice.Next(100):00}" : null;
        return new PersonDetails(surname, name, BirthDate: born, Patronymic: isWoman ? daughter : son, Phone: phone);
    }

    private DateOnly Born(int from, int to) =>
        new DateOnly(dice.Next(from, to + 1), 1, 1).AddDays(dice.Next(365));

    private T Pick<T>(T[] of) => of[dice.Next(of.Length)];
}
