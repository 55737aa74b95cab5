using Search.Catalog.Parameters;

namespace Search.Api.Http;

/// <summary>The query parameters that an address takes.</summary>
internal sealed record QueryParameters(IReadOnlyList<Parameter> All);
