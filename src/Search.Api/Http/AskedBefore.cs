namespace Search.Api.Http;

/// <summary>
/// Which questions were asked lately. Only an answer that is asked for again is worth its place among those
/// kept, and keeping one costs as much as sending it. There is a fixed number of places; a question puts out the one that had its place,
/// and then counts as new once more.
/// </summary>
internal sealed class AskedBefore
{
    private readonly int[] _places = new int[1 << 16];

    /// <summary>Whether a question was asked before; from now on it was.</summary>
    /// <param name="hash">What <see cref="AnswerIdentity"/> says of it.</param>
    public bool Again(string hash)
    {
        var question = hash.GetHashCode(StringComparison.Ordinal);
        ref var place = ref _places[question & (_places.Length - 1)];
        if (place == question) return true;
        place = question;
        return false;
    }
}
