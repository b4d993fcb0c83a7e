using System.Globalization;

namespace Mentoring.Platform.Platform.Documents;

/// <summary>
/// A civil date as official Russian papers write it. Independent of the server's culture: the text
/// of a sealed document must not change with a setting of the machine.
/// </summary>
public static class RussianDate
{
    private static readonly string[] MonthsInGenitive =
    [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ];

    /// <summary>«08.09.2022».</summary>
    public static string InFigures(DateOnly date) => date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    /// <summary>«8 сентября 2022 г.».</summary>
    public static string InWords(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Day} {MonthsInGenitive[date.Month - 1]} {date.Year} г.");
}
