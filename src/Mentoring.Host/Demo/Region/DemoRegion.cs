using Mentoring.Platform.Features.Organizations;
using Mentoring.Platform.Platform.Tenancy;

namespace Mentoring.Host.Demo.Region;

/// <summary>A tenant of the demonstration.</summary>
internal sealed record DemoTenant(Guid Id, TenantKind Kind, Guid[] Lineage, string Name, string ShortName);

/// <summary>An organization of the demonstration with its card and the sizes of its target groups.</summary>
/// <param name="Headcounts">Students, of 10–19, of 15–19, educators, with 0–3 years, parents; null where there are none.</param>
internal sealed record DemoOrganization(
    DemoTenant Tenant,
    OrganizationKind Kind,
    string FullName,
    string Locality,
    string HeadTitle,
    string HeadName,
    bool IsSmallScale,
    int?[] Headcounts
);

/// <summary>The invented region: its tree and its organizations.</summary>
internal static class DemoRegion
{
    public static readonly DemoTenant Region = new(
        Id(1, 0),
        TenantKind.Region,
        [Id(1, 0)],
        "Верхнереченская область",
        "Верхнереченская область"
    );

    public static readonly DemoTenant City = Municipality(1, "городской округ Верхнереченск", "ГО Верхнереченск");
    public static readonly DemoTenant Lugodol = Municipality(2, "Лугодольский муниципальный округ", "Лугодольский МО");
    public static readonly DemoTenant Tikhobor = Municipality(3, "Тихоборский муниципальный район", "Тихоборский МР");

    public static readonly IReadOnlyList<DemoTenant> Municipalities = [City, Lugodol, Tikhobor];

    public static readonly IReadOnlyList<DemoOrganization> Organizations =
    [
        School(
            1,
            City,
            "МБОУ «СОШ № 3»",
            "«Средняя общеобразовательная школа № 3»",
            "г. Верхнереченск",
            "Яровая Галина Семёновна",
            [864, 532, 148, 52, 6, 1490]
        ),
        Lyceum(),
        School(
            3,
            City,
            "МБОУ «СОШ № 12 с кадетскими классами»",
            "«Средняя общеобразовательная школа № 12 с кадетскими классами»",
            "г. Верхнереченск",
            "Ковригин Павел Ефимович",
            [745, 468, 131, 47, 5, 1260]
        ),
        Kindergarten(
            4,
            City,
            "МБДОУ «Детский сад № 5 «Рябинка»»",
            "«Детский сад № 5 «Рябинка»»",
            "г. Верхнереченск",
            "Крутова Нина Борисовна",
            [210, null, null, 22, 3, 380]
        ),
        Kindergarten(
            5,
            City,
            "МБДОУ «Детский сад № 18 «Радуга»»",
            "«Детский сад № 18 «Радуга»»",
            "г. Верхнереченск",
            "Осокина Римма Юрьевна",
            [265, null, null, 27, 4, 470]
        ),
        School(
            6,
            Lugodol,
            "МБОУ «Лугодольская СОШ № 1»",
            "«Лугодольская средняя общеобразовательная школа № 1»",
            "пгт Лугодол",
            "Шелестов Игорь Валерьевич",
            [612, 380, 104, 41, 4, 1010]
        ),
        School(
            7,
            Lugodol,
            "МБОУ «Зареченская СОШ»",
            "«Зареченская средняя общеобразовательная школа»",
            "с. Заречное-Верхнее",
            "Полынцева Вера Андреевна",
            [188, 116, 29, 19, 2, 300]
        ),
        School(
            8,
            Lugodol,
            "МБОУ «Центр образования «Степной»»",
            "«Центр образования «Степной»»",
            "п. Степной",
            "Дорохин Максим Львович",
            [143, 74, 17, 17, 2, 225]
        ) with
        {
            Kind = OrganizationKind.EducationCenter,
        },
        Kindergarten(
            9,
            Lugodol,
            "МБДОУ «Детский сад «Колосок»»",
            "«Детский сад «Колосок»»",
            "пгт Лугодол",
            "Журавкина Алла Петровна",
            [84, null, null, 10, 1, 150]
        ),
        School(
            10,
            Tikhobor,
            "МБОУ «Тихоборская СОШ № 2»",
            "«Тихоборская средняя общеобразовательная школа № 2»",
            "г. Тихобор",
            "Муравлёв Сергей Ильич",
            [540, 334, 92, 38, 4, 890]
        ),
        School(
            11,
            Tikhobor,
            "МКОУ «Глухоозёрская ООШ»",
            "«Глухоозёрская основная общеобразовательная школа»",
            "с. Глухое Озеро",
            "Тарлыков Степан Яковлевич",
            [38, 22, 3, 9, 1, 61]
        ) with
        {
            Kind = OrganizationKind.BasicSchool,
            IsSmallScale = true,
            FullName =
                "Муниципальное казённое общеобразовательное учреждение «Глухоозёрская основная общеобразовательная школа»",
        },
        Kindergarten(
            12,
            Tikhobor,
            "МБДОУ «Детский сад «Теремок»»",
            "«Детский сад «Теремок»»",
            "г. Тихобор",
            "Ромашова Инна Глебовна",
            [96, null, null, 11, 1, 170]
        ),
    ];

    /// <summary>Id of organization number <paramref name="n"/>.</summary>
    public static Guid Org(int n) => Id(3, n);

    private static DemoOrganization Lyceum() =>
        School(
            2,
            City,
            "МАОУ «Лицей № 7»",
            "«Лицей № 7»",
            "г. Верхнереченск",
            "Бережной Антон Кириллович",
            [1120, 760, 262, 68, 7, 1980]
        ) with
        {
            FullName = "Муниципальное автономное общеобразовательное учреждение «Лицей № 7»",
        };

    private static DemoOrganization School(
        int n,
        DemoTenant parent,
        string shortName,
        string name,
        string locality,
        string head,
        int?[] counts
    ) =>
        new(
            Tenant(n, parent, shortName),
            OrganizationKind.School,
            "Муниципальное бюджетное общеобразовательное учреждение " + name,
            locality,
            "Директор",
            head,
            IsSmallScale: false,
            counts
        );

    private static DemoOrganization Kindergarten(
        int n,
        DemoTenant parent,
        string shortName,
        string name,
        string locality,
        string head,
        int?[] counts
    ) =>
        new(
            Tenant(n, parent, shortName),
            OrganizationKind.Kindergarten,
            "Муниципальное бюджетное дошкольное образовательное учреждение " + name,
            locality,
            "Заведующий",
            head,
            IsSmallScale: false,
            counts
        );

    private static DemoTenant Tenant(int n, DemoTenant parent, string name) =>
        new(Org(n), TenantKind.Organization, [Org(n), .. parent.Lineage], name, name);

    private static DemoTenant Municipality(int n, string name, string shortName) =>
        new(Id(2, n), TenantKind.Municipality, [Id(2, n), Region.Id], name, shortName);

    /// <summary>The same ids at every start: addresses that somebody noted down keep working.</summary>
    private static Guid Id(int level, int n) => new($"0197e000-{level:x4}-7000-8000-{n:x12}");
}
