using Mentoring.Platform.Features.People;

namespace Mentoring.Host.Demo;

/// <summary>Those whom the guide names: they have accounts, so that one can look through their eyes.</summary>
internal static class DemoNamed
{
    public static readonly PersonDetails Zvonareva = new(
        "Звонарёва",
        "Тамара",
        Patronymic: "Климентьевна",
        BirthDate: new DateOnly(1974, 11, 19),
        Phone: "+7 900 000-03-01"
    );
    public static readonly PersonDetails Nestrugin = new(
        "Нестругин",
        "Максим",
        Patronymic: "Игнатьевич",
        BirthDate: new DateOnly(2002, 6, 8),
        Phone: "+7 900 000-03-02"
    );

    /// <summary>Turns 14 within the year: from then on his own signature is needed too.</summary>
    public static readonly PersonDetails ArtyomLadygin = new(
        "Ладыгин",
        "Артём",
        Patronymic: "Русланович",
        BirthDate: new DateOnly(2012, 2, 26)
    );
    public static readonly PersonDetails Ladygina = new(
        "Ладыгина",
        "Стелла",
        Patronymic: "Юлиановна",
        BirthDate: new DateOnly(1985, 3, 30),
        Phone: "+7 900 000-03-04"
    );
    public static readonly PersonDetails Vedenina = new(
        "Веденина",
        "Лилия",
        Patronymic: "Альбертовна",
        BirthDate: new DateOnly(1981, 7, 14),
        Phone: "+7 900 000-05-01"
    );
    public static readonly PersonDetails Yefimtsev = new(
        "Ефимцев",
        "Геннадий",
        Patronymic: "Остапович",
        BirthDate: new DateOnly(1979, 1, 23),
        Phone: "+7 900 000-09-01"
    );

    public static readonly IReadOnlyList<PersonDetails> All =
    [
        Zvonareva,
        Nestrugin,
        ArtyomLadygin,
        Ladygina,
        Vedenina,
        Yefimtsev,
    ];
}
