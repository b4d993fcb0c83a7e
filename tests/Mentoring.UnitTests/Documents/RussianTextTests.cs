using System.Globalization;
using Mentoring.Platform.Platform.Documents;

namespace Mentoring.UnitTests.Documents;

public sealed class RussianTextTests
{
    [Theory, Trait("covers", "C-60")]
    [InlineData(2022, 9, 8, "8 сентября 2022 г.", "08.09.2022")]
    [InlineData(2026, 1, 31, "31 января 2026 г.", "31.01.2026")]
    [InlineData(2024, 2, 29, "29 февраля 2024 г.", "29.02.2024")]
    [InlineData(2025, 5, 1, "1 мая 2025 г.", "01.05.2025")]
    [InlineData(2025, 12, 10, "10 декабря 2025 г.", "10.12.2025")]
    public void A_date_is_written_in_words_and_in_figures(int year, int month, int day, string words, string figures)
    {
        var date = new DateOnly(year, month, day);

        RussianDate.InWords(date).ShouldBe(words);
        RussianDate.InFigures(date).ShouldBe(figures);
    }

    [Fact]
    public void A_date_does_not_depend_on_the_culture_of_the_server()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            // Its calendar counts other years.
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("th-TH");
            RussianDate.InWords(new(2022, 9, 8)).ShouldBe("8 сентября 2022 г.");
            RussianDate.InFigures(new(2022, 9, 8)).ShouldBe("08.09.2022");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory, Trait("covers", "C-60")]
    [InlineData("Яровая", "Галина", "Семёновна", "Г.С. Яровая", "Яровая Г.С.")]
    [InlineData("Ждан", "Вера", null, "В. Ждан", "Ждан В.")]
    [InlineData("Ждан", "Вера", "  ", "В. Ждан", "Ждан В.")]
    [InlineData(
        "Веденина-Краснопольская",
        "Лидия",
        "Аркадьевна",
        "Л.А. Веденина-Краснопольская",
        "Веденина-Краснопольская Л.А."
    )]
    [InlineData("Гарсия Ортис", "Анна-Мария", null, "А.-М. Гарсия Ортис", "Гарсия Ортис А.-М.")]
    [InlineData("Тарлык", "Анна Мария", "Олеговна", "А.М.О. Тарлык", "Тарлык А.М.О.")]
    [InlineData("Расулзаде", "Тимур", "Гусейн оглы", "Т.Г. Расулзаде", "Расулзаде Т.Г.")]
    [InlineData("Расулзаде", "Тимур", "Гусейн-оглы", "Т.Г. Расулзаде", "Расулзаде Т.Г.")]
    [InlineData("Расулзаде", "Лейла", "Гусейн-Кызы", "Л.Г. Расулзаде", "Расулзаде Л.Г.")]
    [InlineData(" чумак ", " ёлка ", " ильинична ", "Ё.И. чумак", "чумак Ё.И.")]
    [InlineData("Мадина", "", null, "Мадина", "Мадина")]
    public void Initials_stand_before_or_after_the_surname(
        string familyName,
        string givenName,
        string? patronymic,
        string before,
        string after
    )
    {
        PersonInitials.BeforeSurname(familyName, givenName, patronymic).ShouldBe(before);
        PersonInitials.AfterSurname(familyName, givenName, patronymic).ShouldBe(after);
    }

    [Theory]
    [InlineData("приказ № 5 от 6 октября 2025 г. издан", "приказ №~5 от 6 октября 2025~г. издан")]
    [InlineData("поручить Г.С. Яровой", "поручить Г.С.~Яровой")]
    [InlineData("поручить Яровой Г.С. и ждать", "поручить Яровой~Г.С. и ждать")]
    [InlineData("по п. 3 ст. 351.8 в г. Верхнереченск", "по п.~3 ст.~351.8 в г.~Верхнереченск")]
    [InlineData("форма учитель – учитель", "форма учитель~– учитель")]
    [InlineData("просто текст без чисел", "просто текст без чисел")]
    public void What_is_read_as_one_word_stays_on_one_line(string typed, string printed) =>
        PaperText.Run(typed).InnerText.Replace('\u00A0', '~').ShouldBe(printed);

    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData(" \r\n \n", "")]
    [InlineData("один\r\nдва\rтри\n\nчетыре\u2028пять\vшесть", "один два три четыре пять шесть")]
    [InlineData("а\tб\0в\u200Bг\u00ADд\uFEFF", "а бвгд")]
    public void Breaks_become_lines_and_invisible_characters_vanish(string? typed, string printed) =>
        PaperText.Line(typed).ShouldBe(printed);
}
