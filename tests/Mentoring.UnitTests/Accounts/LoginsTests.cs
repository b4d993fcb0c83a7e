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
    ) => Logins.From(family, given, patronymic).ShouldBe(login);

    [Theory]
    [InlineData("zvonareva.tk", "ZVONAREVA.TK")]
    [InlineData("соm", "COM")]
    [InlineData("директор", "ДИРЕКТОР")]
    public void Logins_are_compared_by_how_they_look(string typed, string compared) =>
        Logins.Normalize(typed).ShouldBe(compared);

    [Fact]
    public void A_code_may_be_typed_in_the_other_alphabet() =>
        OneTimeCode.Hash("ZN5F-РS9М-NСУХ").ShouldBe(OneTimeCode.Hash("zn5f ps9m—ncyx"));
}
