using Search.Benchmarks.Graph;

return args switch
{
    ["graph", "describe", var edges] => GraphBenchmark.Describe(edges),
    ["graph", "generate", var model, var edges, var path] => GraphBenchmark.Generate(model, int.Parse(edges, System.Globalization.CultureInfo.InvariantCulture), path),
    ["graph", "measure", var path] => GraphBenchmark.Measure(path),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Search.Benchmarks graph describe EDGES            degree statistics of a list of edges (source and target, separated by white space)
        Search.Benchmarks graph generate MODEL N PATH     a graph of N edges by a model (law, hepph, resolutions), written to PATH
        Search.Benchmarks graph measure PATH              the times of the graph's questions, one thread
        """);
    return 2;
}
