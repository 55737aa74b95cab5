using System.Globalization;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Search.Api.Serving;

/// <summary>The metrics of the process in the text format that Prometheus scrapes (version 0.0.4), collected when asked for.</summary>
internal sealed class PrometheusText : IDisposable
{
    private readonly Exporter _exporter = new();
    private readonly BaseExportingMetricReader _reader;
    private readonly Lock _gate = new();

    public PrometheusText() => _reader = new(_exporter) { TemporalityPreference = MetricReaderTemporalityPreference.Cumulative };

    /// <summary>What the meters of the host are read by.</summary>
    public MetricReader Reader => _reader;

    /// <summary>The media type of <see cref="Collect"/>.</summary>
    public const string MediaType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>All metrics as they are now.</summary>
    public string Collect()
    {
        lock (_gate)
        {
            _reader.Collect();
            return _exporter.Text;
        }
    }

    public void Dispose()
    {
        _reader.Dispose();
        _exporter.Dispose();
    }

    private sealed class Exporter : BaseExporter<Metric>
    {
        public string Text { get; private set; } = "";

        public override ExportResult Export(in Batch<Metric> batch)
        {
            var text = new StringBuilder();
            foreach (var metric in batch) Write(text, metric);
            Text = text.ToString();
            return ExportResult.Success;
        }

        private static void Write(StringBuilder text, Metric metric)
        {
            var name = Name(metric.Name) + (metric.Unit is "s" ? "_seconds" : metric.Unit is "By" ? "_bytes" : "");
            var sum = metric.MetricType is MetricType.LongSum or MetricType.DoubleSum;
            if (sum) name += "_total";
            text.Append("# HELP ").Append(name).Append(' ')
                .Append(metric.Description.Replace("\\", "\\\\", StringComparison.Ordinal).ReplaceLineEndings("\\n")).Append('\n');
            text.Append("# TYPE ").Append(name)
                .Append(metric.MetricType == MetricType.Histogram ? " histogram\n" : sum ? " counter\n" : " gauge\n");
            foreach (ref readonly var point in metric.GetMetricPoints())
            {
                var labels = Labels(point);
                if (metric.MetricType == MetricType.Histogram)
                {
                    Histogram(text, name, labels, point);
                    continue;
                }
                Line(text, name, labels, metric.MetricType switch
                {
                    MetricType.LongSum or MetricType.LongSumNonMonotonic => point.GetSumLong(),
                    MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => point.GetSumDouble(),
                    MetricType.LongGauge => point.GetGaugeLastValueLong(),
                    _ => point.GetGaugeLastValueDouble(),
                });
            }
        }

        private static void Histogram(StringBuilder text, string name, string labels, MetricPoint point)
        {
            var count = 0L;
            foreach (var bucket in point.GetHistogramBuckets())
            {
                count += bucket.BucketCount;
                var bound = double.IsPositiveInfinity(bucket.ExplicitBound)
                    ? "+Inf"
                    : bucket.ExplicitBound.ToString(CultureInfo.InvariantCulture);
                Line(text, name + "_bucket", labels.Length == 0 ? $"le=\"{bound}\"" : $"{labels},le=\"{bound}\"", count);
            }
            Line(text, name + "_sum", labels, point.GetHistogramSum());
            Line(text, name + "_count", labels, point.GetHistogramCount());
        }

        private static void Line(StringBuilder text, string name, string labels, double value)
        {
            text.Append(name);
            if (labels.Length > 0) text.Append('{').Append(labels).Append('}');
            text.Append(' ').Append(value.ToString(CultureInfo.InvariantCulture)).Append('\n');
        }

        private static string Labels(MetricPoint point)
        {
            var labels = new StringBuilder();
            foreach (var (key, value) in point.Tags)
            {
                if (labels.Length > 0) labels.Append(',');
                var shown = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
                labels.Append(Name(key)).Append("=\"")
                    .Append(shown.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
                        .ReplaceLineEndings("\\n")).Append('"');
            }
            return labels.ToString();
        }

        private static string Name(string name) => name.Replace('.', '_').Replace('-', '_');
    }
}
