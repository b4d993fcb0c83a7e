namespace Mentoring.Host.Demo.Region;

/// <summary>A login of the demonstration: one account, one or more places.</summary>
internal sealed record DemoLogin(string Login, string Name, params DemoMembership[] In);

internal sealed record DemoMembership(Guid TenantId, params string[] Roles);

/// <summary>
/// Staff of the invented region. Where there is no clerk the curator keeps the acknowledgment sheets. Mentors, mentees
/// and parents get their accounts through the product (<see cref="History.DemoNamed"/>).
/// </summary>
internal static class DemoLogins
{
    public static readonly IReadOnlyList<DemoLogin> All =
    [
        new("region.op", "Савинцева Ольга Рудольфовна", new DemoMembership(DemoRegion.Region.Id, "regionalOperator")),
        new(
            "cnppm.method",
            "Бельский Тимур Аркадьевич",
            new DemoMembership(DemoRegion.Region.Id, "regionalMethodologist")
        ),
        new("auditor", "Наблюдатель", new DemoMembership(DemoRegion.Region.Id, "auditor")),
        new("gorod.uo", "Корнеева Лидия Платоновна", new DemoMembership(DemoRegion.City.Id, "municipalAuthority")),
        new("gorod.imc", "Ждан Вера Игнатьевна", new DemoMembership(DemoRegion.City.Id, "municipalMethodologist")),
        new("lug.oo", "Дронов Кирилл Евсеевич", new DemoMembership(DemoRegion.Lugodol.Id, "municipalAuthority")),
        new("lug.imo", "Малютина Нонна Фёдоровна", new DemoMembership(DemoRegion.Lugodol.Id, "municipalMethodologist")),
        new(
            "tih.ko",
            "Пашинцев Олег Наумович",
            new DemoMembership(DemoRegion.Tikhobor.Id, "municipalAuthority", "municipalMethodologist")
        ),
        new("s3.head", "Яровая Галина Семёновна", new DemoMembership(DemoRegion.Org(1), "headOfOrganization")),
        new("s3.curator", "Лопатин Денис Викторович", new DemoMembership(DemoRegion.Org(1), "curator")),
        new("s3.mo", "Чумак Раиса Антоновна", new DemoMembership(DemoRegion.Org(1), "methodicalAssociationLead")),
        new(
            "s3.psy",
            "Вершок Инесса Павловна",
            new DemoMembership(DemoRegion.Org(1), "educationalPsychologist"),
            new DemoMembership(DemoRegion.Org(2), "educationalPsychologist")
        ),
        new("s3.vr", "Сомова Елена Леонидовна", new DemoMembership(DemoRegion.Org(1), "deputyForUpbringing")),
        new("s3.tech", "Гнатюк Пётр Маркович", new DemoMembership(DemoRegion.Org(1), "technicalSpecialist")),
        new("s3.clerk", "Руденская Алла Олеговна", new DemoMembership(DemoRegion.Org(1), "recordsClerk")),
        new("dpo", "Журин Виталий Харитонович", new DemoMembership(DemoRegion.Org(1), "dataProtectionOfficer")),
        new("l7.head", "Бережной Антон Кириллович", new DemoMembership(DemoRegion.Org(2), "headOfOrganization")),
        new("l7.curator", "Тимашева Юлия Эдуардовна", new DemoMembership(DemoRegion.Org(2), "curator", "recordsClerk")),
        new(
            "l7.curator2",
            "Ласкин Роман Витальевич",
            new DemoMembership(DemoRegion.Org(2), "curator", "recordsClerk"),
            new DemoMembership(DemoRegion.Org(3), "curator", "recordsClerk")
        ),
        new("s12.head", "Ковригин Павел Ефимович", new DemoMembership(DemoRegion.Org(3), "headOfOrganization")),
        new("ds18.head", "Осокина Римма Юрьевна", new DemoMembership(DemoRegion.Org(5), "headOfOrganization")),
        new("ds18.senior", "Вербина Зинаида Львовна", new DemoMembership(DemoRegion.Org(5), "curator", "recordsClerk")),
        new("lug1.head", "Шелестов Игорь Валерьевич", new DemoMembership(DemoRegion.Org(6), "headOfOrganization")),
        new(
            "lug1.curator",
            "Батракова Анфиса Егоровна",
            new DemoMembership(DemoRegion.Org(6), "curator", "recordsClerk")
        ),
        new("zar.head", "Полынцева Вера Андреевна", new DemoMembership(DemoRegion.Org(7), "headOfOrganization")),
        new("zar.curator", "Сухарев Илья Фомич", new DemoMembership(DemoRegion.Org(7), "curator", "recordsClerk")),
        new(
            "step.head",
            "Дорохин Максим Львович",
            new DemoMembership(DemoRegion.Org(8), "headOfOrganization", "curator", "recordsClerk")
        ),
        new(
            "kol.head",
            "Журавкина Алла Петровна",
            new DemoMembership(DemoRegion.Org(9), "headOfOrganization", "curator", "recordsClerk")
        ),
        new("tih2.head", "Муравлёв Сергей Ильич", new DemoMembership(DemoRegion.Org(10), "headOfOrganization")),
        new(
            "tih2.curator",
            "Клочкова Мария Всеволодовна",
            new DemoMembership(DemoRegion.Org(10), "curator", "recordsClerk")
        ),
        new(
            "ter.head",
            "Ромашова Инна Глебовна",
            new DemoMembership(DemoRegion.Org(12), "headOfOrganization", "curator", "recordsClerk")
        ),
        new("ds5.head", "Крутова Нина Борисовна", new DemoMembership(DemoRegion.Org(4), "headOfOrganization")),
        new(
            "ds5.senior",
            "Мирошина Оксана Дмитриевна",
            new DemoMembership(DemoRegion.Org(4), "curator", "recordsClerk")
        ),
        new(
            "gl.head",
            "Тарлыков Степан Яковлевич",
            new DemoMembership(DemoRegion.Org(11), "headOfOrganization", "curator", "recordsClerk")
        ),
    ];
}
