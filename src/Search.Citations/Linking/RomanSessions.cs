using Search.Citations.Recognition;

namespace Search.Citations.Linking;

/// <summary>
/// Tells resolutions of the General Assembly (sessions I to XXX) from those of the Economic and Social Council (I to LXIII) by how
/// far the running number had come in a session.
/// </summary>
internal static class RomanSessions
{
    /// <summary>Last number of the Assembly's sessions I to XXX, rounded.</summary>
    private static readonly int[] Assembly =
    [
        110, 181, 275, 350, 500, 612, 720, 820, 912, 1000, 1135, 1240, 1350, 1495, 1620, 1760, 1875, 1995, 2005, 2135, 2245, 2370, 2495, 2605, 2755, 2905, 3050, 3200, 3360, 3541,
    ];

    /// <summary>Last number of the Council's sessions, at some sessions; between them numbers grow evenly.</summary>
    private static readonly (int Session, int Number)[] Council =
    [
        (1, 10), (3, 38), (4, 60), (6, 120), (9, 260), (12, 380), (15, 480), (18, 560), (20, 600), (24, 670), (28, 760), (30, 800), (34, 925), (37, 1000), (40, 1100), (44, 1330), (48, 1470), (52, 1720),
        (56, 1850), (58, 1940), (60, 2010), (63, 2130),
    ];

    /// <summary>Whether the two organs' numbers lie far enough apart in this session.</summary>
    public static bool IsTelling(ActNumber number)
    {
        var (assembly, council) = Distances(number);
        return Math.Abs(assembly - council) > 60;
    }

    /// <summary>The organ whose numbers had come nearer to this one in the session.</summary>
    public static string Nearer(ActNumber number)
    {
        var (assembly, council) = Distances(number);
        return assembly <= council ? "GA" : "ECOSOC";
    }

    private static (int Assembly, int Council) Distances(ActNumber number)
    {
        var session = number.SessionValue;
        var assembly = int.MaxValue / 2;
        if (session is >= 1 and <= 30)
        {
            var first = session == 1 ? 1 : Assembly[session - 2];
            var last = Assembly[session - 1];
            assembly = number.Number < first ? first - number.Number : Math.Max(0, number.Number - last);
        }
        var council = int.MaxValue / 2;
        if (session is >= 1 and <= 63) council = Math.Abs(number.Number - At(session));
        return (assembly, council);
    }

    private static int At(int session)
    {
        for (var i = 1; i < Council.Length; i++)
        {
            if (session > Council[i].Session) continue;
            var (s0, n0) = Council[i - 1];
            var (s1, n1) = Council[i];
            return session <= s0 ? n0 : n0 + ((n1 - n0) * (session - s0) / (s1 - s0));
        }
        return Council[^1].Number;
    }
}
