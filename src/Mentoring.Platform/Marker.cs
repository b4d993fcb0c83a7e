namespace Mentoring.Platform; internal static class Marker;
