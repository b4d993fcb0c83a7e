using Mentoring.Platform.Platform.Texts;

namespace Mentoring.UnitTests.Platform;

public sealed class PaperNumberTests
{
    [Theory]
    [InlineData("№ 202/2", "202/2")]
    [InlineData("№№ 5", "5")]
    [InlineData("N 14-од", "14-од")]
    [InlineData("No. 7", "7")]
    [InlineData("N15", "15")]
    [InlineData("202 / 2", "202/2")]
    [InlineData("14–од", "14-од")]
    [InlineData("NK-12", "NK-12")]
    [InlineData("Ном-1", "Ном-1")]
    public void The_sign_and_blanks_are_no_part_of_a_number(string typed, string number) =>
        PaperNumber.Of(typed).ShouldBe(number);

    [Fact]
    public void Numbers_that_look_the_same_have_one_key()
    {
        PaperNumber.Key("14-OД").ShouldBe(PaperNumber.Key("14-од"));
        PaperNumber.Key("14-од").ShouldNotBe(PaperNumber.Key("14-пд"));
    }
}
