using Mentoring.Platform.Features.People;

namespace Mentoring.Host.Demo.Region;

/// <summary>Those whom the guide names: they have accounts, so that one can look through their eyes.</summary>
internal sealed class DemoNamed
{
    public DemoPerson Nestrugin { get; } =
        new(
            new PersonDetails("Нестругин", "Максим", new DateOnly(2002, 6, 8), "Игнатьевич", Phone: "+7 900 000-03-02"),
            DemoPosts.OfSchool[1]
        )
        {
            Login = "s3.mentee1",
        };

    /// <summary>Turns 14 within the year: from then on his own signature is needed too.</summary>
    public DemoPerson Artyom { get; } =
        new(
            new PersonDetails("Ладыгин", "Артём", new DateOnly(2012, 2, 26), "Русланович"),
            DemoPosts.Pupil("8Б", "subjectGaps")
        )
        {
            SchoolClass = "8Б",
            Login = "s3.student1",
            ParentLogin = "s3.parent1",
            Parent = new PersonDetails(
                "Ладыгина",
                "Стелла",
                new DateOnly(1985, 3, 30),
                "Юлиановна",
                Phone: "+7 900 000-03-04"
            ),
        };

    public DemoPerson Yefimtsev { get; } =
        new(
            new PersonDetails("Ефимцев", "Геннадий", new DateOnly(1979, 1, 23), "Остапович", Phone: "+7 900 000-09-01"),
            DemoPosts.Partners[0].Post
        )
        {
            Employer = DemoPosts.Partners[0].Employer,
            Login = "partner1",
        };

    public static DemoPerson? MentorOf(int organization) =>
        organization switch
        {
            1 => new(
                new PersonDetails(
                    "Звонарёва",
                    "Тамара",
                    new DateOnly(1974, 11, 19),
                    "Климентьевна",
                    Phone: "+7 900 000-03-01"
                ),
                DemoPosts.OfSchool[0]
            )
            {
                Login = "s3.mentor1",
            },
            4 => new(
                new PersonDetails(
                    "Веденина",
                    "Лилия",
                    new DateOnly(1981, 7, 14),
                    "Альбертовна",
                    Phone: "+7 900 000-05-01"
                ),
                DemoPosts.OfKindergarten[0]
            )
            {
                Login = "ds5.mentor",
            },
            _ => null,
        };
}
