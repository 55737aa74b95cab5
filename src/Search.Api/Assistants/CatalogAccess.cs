using Search.Api.Serving;
using Search.Catalog;

namespace Search.Api.Assistants;

/// <summary>The snapshot that a tool asks, and the address under which its pages are read.</summary>
internal abstract class CatalogAccess
{
    /// <summary>Scheme and host of the pages.</summary>
    public abstract string Origin { get; }

    /// <summary>Asks one snapshot from beginning to end.</summary>
    public abstract T Ask<T>(Func<ResolutionCatalog, T> question);

    /// <summary>The snapshot that a server serves.</summary>
    public sealed class Served(LiveCatalog live, IHttpContextAccessor requests, ApiOptions options) : CatalogAccess
    {
        public override string Origin =>
            requests.HttpContext?.Root() ?? (options.PublicAddress ?? ApiApplication.DefaultUrl) + options.PathBase;

        public override T Ask<T>(Func<ResolutionCatalog, T> question)
        {
            using var lease = live.Lease()
                ?? throw new ModelContextProtocol.McpException("The first snapshot is being built or opened. Try again in a moment.");
            return question(lease.Catalog);
        }
    }

    /// <summary>One snapshot that the command line opened.</summary>
    public sealed class Opened(ResolutionCatalog catalog, string origin) : CatalogAccess
    {
        public override string Origin => origin;

        public override T Ask<T>(Func<ResolutionCatalog, T> question) => question(catalog);
    }
}
