using Search.Testing;

namespace Search.Catalog.Tests;

/// <summary>Snapshots built once for many tests.</summary>
public sealed class Built : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<ResolutionCatalog> _sample;
    private readonly Lazy<ResolutionCatalog> _seeds;

    public Built()
    {
        _sample = new(() => Open("sample", Places.Sample));
        _seeds = new(() => Open("seeds", Path.Combine(Places.Shared!, "seeds")));
    }

    /// <summary>The sample documents of the repository.</summary>
    public ResolutionCatalog Sample => _sample.Value;

    /// <summary>The five documents that this exists for; skips where they are absent.</summary>
    public ResolutionCatalog Seeds
    {
        get
        {
            Assert.SkipWhen(Places.Shared is null, Places.SharedIsAbsent);
            return _seeds.Value;
        }
    }

    /// <summary>Builds a snapshot of some sources into a folder.</summary>
    public static BuildReport Build(string output, params string[] sources) => CatalogBuilder.Build(
        new BuildRequest { Sources = [.. sources], Output = output, Authorities = Places.Authorities }, TimeProvider.System);

    public void Dispose()
    {
        if (_sample.IsValueCreated) _sample.Value.Dispose();
        if (_seeds.IsValueCreated) _seeds.Value.Dispose();
        _folder.Dispose();
    }

    private ResolutionCatalog Open(string name, string source)
    {
        Build(_folder.In(name), source);
        return ResolutionCatalog.Open(_folder.In(name), Places.Authorities);
    }
}

[CollectionDefinition(Name)]
public sealed class BuiltOnce : ICollectionFixture<Built>
{
    public const string Name = "snapshots";
}
