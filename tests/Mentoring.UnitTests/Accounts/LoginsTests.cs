using Mentoring.Platform.Features.Accounts;

namespace Mentoring.UnitTests.Accounts;

public sealed class LoginsTests
{
    [Theory]
    [InlineData("Звонарёва", "Тамара", "Карловна", "zvonareva.tk")]
    [InlineData("Өлзән", "Үнэн", null, "olzan.u")]
    [InlineData("Хәкимҗанова", "Гөлнур", "Җәүдәт", "khakimzhanova.gzh")]
    [InlineData("Һаҙыев", "Ҡадир", null, "hazyev.k")]
    [InlineData("Müller", "Łucja", null, "muller.l")]
    [InlineData("МагIомедов", "Али", null, "magiomedov.a")]
    [InlineData("МагӀомедов", "Али", null, "magomedov.a")]
    public void A_login_has_a_letter_for_every_letter_of_the_name(
        string family,
        string given,
        string? patronymic,
        string login
    ) => Logins.New(family, given, patronymic)[..^5].ShouldBe(login);

    [Theory]
    [InlineData("zvonareva.tk", "ZVONAREVA.TK")]
    [InlineData("соm", "COM")]
    [InlineData("директор", "ДИРЕКТОР")]
    public void Logins_are_compared_by_how_they_look(string typed, string compared) =>
        Logins.Normalize(typed).ShouldBe(compared);

    [Fact]
    public void A_code_may_be_typed_in_the_other_alphabet() =>
        OneTimeCode.Hash("ZN5F-РS9М-NСУХ").ShouldBe(OneTimeCode.Hash("zn5f ps9m—ncyx"));

    [Theory]
    [InlineData("Звонарёва", "Таисия", "Кузьминична", "zvonareva.tk")]
    [InlineData("Ющенков-Чаль", "Эдгар", null, "yushchenkovchal.e")]
    [InlineData("Ъ", "Ы", null, "user.y")]
    public void A_login_is_the_name_in_latin_letters_with_four_that_say_nothing(
        string familyName,
        string givenName,
        string? patronymic,
        string name
    )
    {
        var logins = Enumerable.Range(0, 20).Select(_ => Logins.New(familyName, givenName, patronymic)).ToList();

        logins.ShouldAllBe(l => l.StartsWith($"{name}.", StringComparison.Ordinal) && l.Length == name.Length + 5);
        logins.SelectMany(l => l[^4..]).ShouldAllBe(letter => "bdfghkmnprstvxz".Contains(letter));
        logins.Distinct().Count().ShouldBeGreaterThan(10);
    }
}
