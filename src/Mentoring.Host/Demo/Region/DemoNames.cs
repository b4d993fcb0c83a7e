using Mentoring.Platform.Features.People;

namespace Mentoring.Host.Demo.Region;

/// <summary>
/// Invents people: names common along the middle Volga that belong to nobody, the same at every start, no two alike in
/// the region.
/// </summary>
internal sealed class DemoNames
{
    /// <summary>In the masculine form.</summary>
    private static readonly string[] Families = Words(
        """
        Абросимов Агафонцев Алабин Ардатов Бакшеев Балахнин Бахтеев Беседин Бикбулатов Бортников Булгучев
        Бусыгин Вавилин Варакин Вожегов Волынкин Вощинин Гаврюшин Галкович Гимаев Горшенин Гребнев
        Гусельников Дёмушкин Долматов Дорогин Дубравин Евстифеев Елатомцев Ермишин Жаворонков Живаев
        Журавский Забродин Загорулько Зайнуллин Земсков Зотеев Зюзин Игошин Ильдаров Исаичев Казимиров
        Калачёв Камышин Карамышев Кержаков Кильдюшев Колодин Копейкин Коржавин Костяев Кочемасов Кудинов
        Кузовлев Куприянов Лабутин Ладанов Латышев Лебедянский Липатов Лобастов Лукоянов Лысков Майоров
        Маклаков Мальцев Мамлеев Мезенцев Мельситов Мигачёв Мокшин Мурзаев Наврузов Нагорных Назаркин
        Недайвода Незнамов Нуждин Обвинцев Овчаров Оленев Опарин Ошмарин Павлычев Панкрушин Пахтусов
        Перевозчиков Пивоваров Плаксин Подлесных Полетаев Починков Прокудин Пурехов Радищевский Ратников
        Ревякин Родимцев Рощин Рукавишников Сабиров Савостин Садриев Самылин Сафиуллин Светлов Семикин
        Сергачёв Скворцов Слепнёв Солодовник Сорокаумов Ставицкий Стрельников Сундуков Сурский Сыромятин
        Табаков Тарханов Тенишев Тихомиров Толмачёв Трошин Тугушев Тюгаев Угаров Ульянин Урусов Усманов
        Файзуллин Федосеев Филькин Фомичёв Хабаров Хайруллин Хлебников Хохряков Царевский Цыплухин
        Чебоксаров Челноков Чигирин Чураев Шабалин Шаповал Шатохин Шелеметьев Шигаев Шувалкин Щербинин
        Эрзяйкин Юматов Юртаев Яблонский Ядринцев Якушкин Ясаков
        """
    );

    private static readonly string[] Women = Words(
        """
        Айгуль Алина Алла Анастасия Ангелина Валентина Варвара Вероника Виктория Галина Гузель Дарья Диана
        Евгения Екатерина Елизавета Жанна Зоя Инна Ирина Кира Клавдия Ксения Лариса Лидия Лилия Любовь
        Маргарита Марина Милана Надежда Наталья Нина Оксана Полина Раиса Регина Светлана София Таисия Тамара
        Ульяна Эльвира Юлия Яна
        """
    );

    private static readonly string[] Men = Words(
        """
        Азат Александр Анатолий Антон Арсений Артур Богдан Вадим Валерий Василий Вячеслав Георгий Глеб
        Григорий Данила Денис Егор Захар Игорь Ильдар Кирилл Константин Лев Максим Марат Матвей Никита Олег
        Павел Родион Роман Руслан Савелий Станислав Тимофей Фёдор Эдуард Юрий Ярослав
        """
    );

    /// <summary>Patronymics of sons, and in the same order those of daughters.</summary>
    private static readonly string[] Sons = Words(
        """
        Алексеевич Анатольевич Аркадьевич Борисович Вадимович Валерьевич Викторович Геннадьевич Григорьевич
        Евгеньевич Ильдарович Константинович Леонидович Маратович Михайлович Олегович Петрович Ринатович
        Романович Сергеевич Степанович Тимурович Фёдорович Юрьевич
        """
    );

    private static readonly string[] Daughters = Words(
        """
        Алексеевна Анатольевна Аркадьевна Борисовна Вадимовна Валерьевна Викторовна Геннадьевна Григорьевна
        Евгеньевна Ильдаровна Константиновна Леонидовна Маратовна Михайловна Олеговна Петровна Ринатовна
        Романовна Сергеевна Степановна Тимуровна Фёдоровна Юрьевна
        """
    );

    private readonly Random dice = new(20250901);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <param name="women">How many of ten are women.</param>
    public PersonDetails GrownUp(int bornFrom, int bornTo, int women = 8) =>
        Person(Pick(Families), dice.Next(10) < women, Born(bornFrom, bornTo), hasPhone: dice.Next(3) > 0);

    /// <summary>A schoolchild of a class of 2025/2026, and a parent of the same family.</summary>
    public (PersonDetails Child, PersonDetails Parent) Family(int schoolClass)
    {
        var family = Pick(Families);
        // Seven years old in the first class; born in summer, so that no birthday falls into the school year unmeant.
        var born = new DateOnly(2019 - schoolClass, 5 + dice.Next(3), 1 + dice.Next(28));
        var child = Person(family, dice.Next(2) == 0, born, hasPhone: false);
        var parent = Person(family, dice.Next(5) > 0, Born(born.Year - 38, born.Year - 23), hasPhone: true);
        return (child, parent);
    }

    private PersonDetails Person(string family, bool isWoman, DateOnly born, bool hasPhone)
    {
        var surname = isWoman ? OfWoman(family) : family;
        var given = isWoman ? Women : Men;
        var start = dice.Next(given.Length);
        var name = Enumerable
            .Range(start, given.Length)
            .Select(i => given[i % given.Length])
            .First(n => taken.Add($"{surname} {n}"));
        var phone = hasPhone ? $"+7 900 000-{dice.Next(100):00}-{dice.Next(100):00}" : null;
        return new PersonDetails(surname, name, born, Pick(isWoman ? Daughters : Sons), Phone: phone);
    }

    /// <summary>«Абросимов» → «Абросимова», «Журавский» → «Журавская»; «Шаповал» and «Нагорных» stay.</summary>
    private static string OfWoman(string family) =>
        family.EndsWith("ий", StringComparison.Ordinal) ? family[..^2] + "ая"
        : family[^2..] is "ов" or "ев" or "ёв" or "ин" ? family + "а"
        : family;

    private DateOnly Born(int from, int to) => new DateOnly(dice.Next(from, to + 1), 1, 1).AddDays(dice.Next(365));

    private string Pick(string[] of) => of[dice.Next(of.Length)];

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
