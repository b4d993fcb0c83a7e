using Mentoring.Platform.Features.Orders;

namespace Mentoring.UnitTests.Orders;

public sealed class OrderTextTests
{
    [Theory]
    [InlineData("1. Назначить", "Назначить")]
    [InlineData("2) Назначить", "Назначить")]
    [InlineData("3.1. Назначить", "Назначить")]
    [InlineData("01.09.2026 провести", "01.09.2026 провести")]
    [InlineData("10 учителям выдать", "10 учителям выдать")]
    [InlineData("Назначить", "Назначить")]
    public void A_clause_loses_its_own_number(string typed, string kept)
    {
        var text = Text("В целях развития", typed).WithoutLayout();

        text.Clauses[0].Text.ShouldBe(kept);
        text.Clauses[0].SubClauses[0].ShouldBe(kept);
        text.Control.ShouldBe("Контроль оставляю за собой.");
    }

    [Theory]
    [InlineData("В целях развития приказываю:", "В целях развития")]
    [InlineData("В целях развития,\nПРИКАЗЫВАЮ", "В целях развития")]
    [InlineData("В целях развития", "В целях развития")]
    public void The_word_that_orders_is_not_said_twice(string typed, string kept) =>
        Text(typed, "Назначить").WithoutLayout().Preamble.ShouldBe(kept);

    private static OrderText Text(string preamble, string clause) =>
        new(
            "О наставниках",
            preamble,
            [new(clause, [clause])],
            "2. Контроль оставляю за собой.",
            new("Директор", "А.А. Пробная")
        );
}
