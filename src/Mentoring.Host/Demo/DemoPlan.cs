namespace Mentoring.Host.Demo;

/// <summary>How much happens in an organization, and how well.</summary>
/// <param name="Number">Number of the organization.</param>
internal sealed record DemoPlan(int Number, string Head, string Curator)
{
    /// <summary>Educators in the bank of mentors, and educators who look for one.</summary>
    public required int Mentors { get; init; }
    public required int Beginners { get; init; }

    /// <summary>Pairs of pupils, of a teacher with a pupil, of somebody from outside with a pupil.</summary>
    public int PupilPairs { get; init; }
    public int TeacherPupilPairs { get; init; }
    public int OutsidePairs { get; init; }

    /// <summary>How many of a hundred activities get done by their day.</summary>
    public int Zeal { get; init; } = 90;

    /// <summary>So many days later than elsewhere everything happens.</summary>
    public int Lag { get; init; }

    /// <summary>How many of a hundred papers are forgotten: consents and addenda.</summary>
    public int Forgotten { get; init; } = 6;

    /// <summary>Who keeps the acknowledgment sheets; the curator where there is no clerk.</summary>
    public string? Clerk { get; init; }

    public string Name => $"o{Number:00}";

    /// <summary>Volumes follow the sizes of domain part E; Тихоборский district lags, «Теремок» has not begun.</summary>
    public static readonly IReadOnlyList<DemoPlan> All =
    [
        new(1, "s3.head", "s3.curator")
        {
            Mentors = 18,
            Beginners = 14,
            PupilPairs = 9,
            TeacherPupilPairs = 2,
            OutsidePairs = 3,
            Clerk = "s3.clerk",
        },
        new(2, "l7.head", "l7.curator")
        {
            Mentors = 22,
            Beginners = 17,
            PupilPairs = 14,
            TeacherPupilPairs = 2,
            OutsidePairs = 3,
            Zeal = 97,
            Forgotten = 2,
        },
        new(3, "s12.head", "l7.curator2")
        {
            Mentors = 14,
            Beginners = 11,
            PupilPairs = 8,
            OutsidePairs = 2,
            Zeal = 84,
            Lag = 5,
        },
        new(4, "ds5.head", "ds5.senior")
        {
            Mentors = 7,
            Beginners = 7,
            Zeal = 95,
            Forgotten = 3,
        },
        new(5, "ds18.head", "ds18.senior")
        {
            Mentors = 8,
            Beginners = 7,
            Zeal = 88,
            Lag = 7,
        },
        new(6, "lug1.head", "lug1.curator")
        {
            Mentors = 12,
            Beginners = 9,
            PupilPairs = 7,
            TeacherPupilPairs = 1,
            Zeal = 91,
            Lag = 4,
        },
        new(7, "zar.head", "zar.curator")
        {
            Mentors = 5,
            Beginners = 4,
            PupilPairs = 3,
            Zeal = 93,
        },
        new(8, "step.head", "step.head")
        {
            Mentors = 5,
            Beginners = 4,
            PupilPairs = 2,
            Zeal = 80,
            Lag = 10,
        },
        new(9, "kol.head", "kol.head")
        {
            Mentors = 3,
            Beginners = 2,
            Zeal = 100,
            Forgotten = 0,
        },
        new(10, "tih2.head", "tih2.curator")
        {
            Mentors = 8,
            Beginners = 7,
            PupilPairs = 4,
            Zeal = 45,
            Lag = 48,
            Forgotten = 35,
        },
        new(11, "gl.head", "gl.head")
        {
            Mentors = 3,
            Beginners = 1,
            PupilPairs = 1,
            Zeal = 60,
            Lag = 30,
            Forgotten = 0,
        },
    ];
}
