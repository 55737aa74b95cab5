using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Search.Api.Serving;

namespace Search.Api.Http;

/// <summary>
/// How much one client may ask. A request costs units beforehand: a search one, a walk through the graph more, an
/// export most; and afterwards as many more as the work that was measured is worth.
/// </summary>
/// <param name="Burst">Units that a client may spend at once; 0 sets no limit.</param>
/// <param name="PerSecond">Units that come back every second.</param>
/// <param name="Loopback">Whether clients on the same machine are limited too.</param>
internal sealed record RateLimitOptions(int Burst, int PerSecond, bool Loopback)
{
    /// <summary>Reads <c>rateLimit:burst</c>, <c>rateLimit:perSecond</c> and <c>rateLimit:loopback</c>.</summary>
    /// <exception cref="SettingException">One of them cannot be used.</exception>
    public static RateLimitOptions From(Settings settings) =>
        new(settings.Whole("rateLimit:burst", 0, 300), settings.Whole("rateLimit:perSecond", 1, 30), settings.Flag("rateLimit:loopback"));
}

/// <summary>One bucket of units a client, refilled steadily. Buckets of clients that went away are dropped: memory is bounded.</summary>
internal sealed class RateLimit(RequestDelegate next, RateLimitOptions options, TimeProvider time)
{
    private const int MostClients = 50_000;
    private readonly ConcurrentDictionary<IPAddress, Bucket> _clients = new();

    public async Task InvokeAsync(HttpContext context)
    {
        var cost = Math.Min(RequestCost.Of(context), options.Burst); // what costs more than all there can be takes all
        var address = context.Connection.RemoteIpAddress ?? IPAddress.Loopback;
        var isFree = options.Burst == 0 || cost == 0;
        if (!isFree)
            Tell(context.Response, "RateLimit-Policy", () =>
                string.Create(CultureInfo.InvariantCulture,
                    $"\"default\";q={options.Burst};w={(options.Burst + options.PerSecond - 1) / options.PerSecond}"));
        if (isFree || (!options.Loopback && IPAddress.IsLoopback(address)))
        {
            await next(context);
            return;
        }

        var bucket = BucketOf(Network(address));
        var (left, wait) = bucket.Take(cost, options, time);
        Tell(context.Response, "RateLimit", () =>
            string.Create(CultureInfo.InvariantCulture, $"\"default\";r={bucket.Left(options, time)};t={wait}"));
        if (wait == 0)
        {
            context.Features.Set(new RequestAccount(cost, units => bucket.Spend(units, options, time)));
            await next(context);
            return;
        }
        context.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        if (Pages.Problem.ProblemView.IsForPerson(context))
            await Pages.Problem.ProblemView.WriteAsync(context, StatusCodes.Status429TooManyRequests);
        else await Problems.Result("too-many-requests", $"This question costs {cost} units and {left} are left. Try again in {wait} s.")
            .ExecuteAsync(context);
    }

    // At the last moment: what one client has left is no part of an answer that is kept for others.
    private static void Tell(HttpResponse response, string header, Func<string> value) => response.OnStarting(() =>
    {
        response.Headers[header] = value();
        return Task.CompletedTask;
    });

    // One client may hold a whole IPv6 network of 64 bits.
    private static IPAddress Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != System.Net.Sockets.AddressFamily.InterNetworkV6) return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new(bytes);
    }

    private Bucket BucketOf(IPAddress client)
    {
        if (_clients.TryGetValue(client, out var bucket)) return bucket;
        if (_clients.Count >= MostClients)
            foreach (var (key, old) in _clients)
                if (old.IsFull(options, time)) _clients.TryRemove(key, out _);
        if (_clients.Count >= MostClients) _clients.Clear();
        return _clients.GetOrAdd(client, _ => new Bucket(options.Burst, time.GetTimestamp()));
    }

    private sealed class Bucket(double units, long at)
    {
        private readonly Lock _gate = new();
        private double _units = units;
        private long _at = at;

        /// <summary>Takes units: how many are left, and the seconds to wait where there were too few.</summary>
        public (int Left, int Wait) Take(int cost, RateLimitOptions options, TimeProvider time)
        {
            lock (_gate)
            {
                Refill(options, time);
                if (_units < cost) return (Math.Max(0, (int)_units), Math.Max(1, (int)Math.Ceiling((cost - _units) / options.PerSecond)));
                _units -= cost;
                return ((int)_units, 0);
            }
        }

        /// <summary>Takes units for work that was done: what is not there is owed, up to as many as there can be.</summary>
        public void Spend(int units, RateLimitOptions options, TimeProvider time)
        {
            lock (_gate)
            {
                Refill(options, time);
                _units = Math.Max(-options.Burst, _units - units);
            }
        }

        /// <summary>How many units are left.</summary>
        public int Left(RateLimitOptions options, TimeProvider time)
        {
            lock (_gate)
            {
                Refill(options, time);
                return Math.Max(0, (int)_units);
            }
        }

        public bool IsFull(RateLimitOptions options, TimeProvider time)
        {
            lock (_gate)
            {
                Refill(options, time);
                return _units >= options.Burst;
            }
        }

        private void Refill(RateLimitOptions options, TimeProvider time)
        {
            var now = time.GetTimestamp();
            _units = Math.Min(options.Burst, _units + (time.GetElapsedTime(_at, now).TotalSeconds * options.PerSecond));
            _at = now;
        }
    }
}
