using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Linking;

/// <summary>
/// Distinguishes resolutions of the General Assembly (sessions I to XXX) from those of the Economic and Social Council (I to LXIII) by how
/// far the running number had come in a session.
/// </summary>
internal static class RomanSessions
{
    /// <summary>Numbers of the two organs that differ by less than this do not decide.</summary>
    private const int LeastDistance = 60;

    /// <summary>Farther than any number of a session that the organ had.</summary>
    private const int NoSession = int.MaxValue / 2;

    /// <summary>Whether the two organs' numbers lie far enough apart in this session.</summary>
    public static bool IsDistinctive(ActNumber number)
    {
        var (assembly, council) = Distances(number);
        return Math.Abs(assembly - council) > LeastDistance;
    }

    /// <summary>Whether a number can be a body's: it is one of the other bodies, or the two organs' numbers do not say the other.</summary>
    public static bool May(Body body, ActNumber number) =>
        (body != Bodies.GeneralAssembly && body != Bodies.EconomicAndSocialCouncil) || Nearer(number) == body || !IsDistinctive(number);

    /// <summary>The organ whose numbers had come nearer to this one in the session.</summary>
    public static Body Nearer(ActNumber number)
    {
        var (assembly, council) = Distances(number);
        return assembly <= council ? Bodies.GeneralAssembly : Bodies.EconomicAndSocialCouncil;
    }

    private static (int Assembly, int Council) Distances(ActNumber number) =>
        (Distance(Bodies.GeneralAssembly, number), Distance(Bodies.EconomicAndSocialCouncil, number));

    private static int Distance(Body body, ActNumber number)
    {
        if (body.Sessions.Find(number.Session)?.Numbers is not { } numbers) return NoSession;
        return number.Number < numbers.First ? numbers.First - number.Number : Math.Max(0, number.Number - numbers.Last);
    }
}
