using Search.Catalog;

namespace Search.Api.Http;

/// <summary>What one request costs its client: the price that was taken beforehand covers as much work, and what is done
/// beyond it is taken as it is done.</summary>
/// <param name="paid">Units taken already.</param>
/// <param name="take">Takes further units.</param>
internal sealed class RequestAccount(int paid, Action<int> take)
{
    /// <summary>Work of a unit, in those of <see cref="SearchResult.Work"/>, 4 to 10 ms of processor time
    /// for most kinds of query.</summary>
    public const long WorkOfUnit = SearchRequest.UsualWork / 16;

    private long _work;
    private int _paid = paid;

    /// <summary>Counts work that was done.</summary>
    public void Charge(long work)
    {
        _work += work;
        var due = (int)Math.Min(int.MaxValue, _work / WorkOfUnit) - _paid;
        if (due <= 0) return;
        _paid += due;
        take(due);
    }
}

/// <summary>The account of a request.</summary>
internal static class AccountOfRequest
{
    /// <summary>Counts work that was done for a request; clients without a limit have no account.</summary>
    public static void Charge(this HttpContext context, long work) => context.Features.Get<RequestAccount>()?.Charge(work);
}
