using System.Runtime.CompilerServices;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Search.Api.Serving;

/// <summary>Where telemetry is sent.</summary>
/// <param name="Endpoint">The base address of a collector.</param>
/// <param name="IsGrpc">Whether it speaks gRPC; otherwise HTTP with protobuf bodies.</param>
internal sealed record OtlpOptions(Uri Endpoint, bool IsGrpc);

/// <summary>Metrics for <c>/metrics</c>, and, where a collector is named, metrics and traces sent to it by OTLP.</summary>
internal static class Telemetry
{
    private const string Service = "clausegraph";
    private static readonly string[] Meters = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    public static void Configure(IServiceCollection services, OtlpOptions? otlp)
    {
        services.AddSingleton<PrometheusText>();
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService(Service, serviceVersion: CommandLine.Version).AddEnvironmentVariableDetector())
            .WithMetrics(m => m.AddMeter(Meters).AddReader(s => s.GetRequiredService<PrometheusText>().Reader));
        if (otlp is not null) Send(telemetry, otlp);
    }

    // A method of its own: without a collector the assemblies of the exporter and the instrumentation are not loaded.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Send(IOpenTelemetryBuilder telemetry, OtlpOptions otlp) => telemetry
        .WithMetrics(m => m.AddOtlpExporter(o => Configure(o, otlp, "v1/metrics")))
        .WithTracing(t => t
            .AddAspNetCoreInstrumentation(o => o.Filter = IsTraced) // it replaces the values of query parameters by "Redacted"
            .AddOtlpExporter(o => Configure(o, otlp, "v1/traces")));

    private static void Configure(OtlpExporterOptions exporter, OtlpOptions otlp, string signal)
    {
        exporter.Protocol = otlp.IsGrpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = otlp.IsGrpc ? otlp.Endpoint : new(otlp.Endpoint.AbsoluteUri.TrimEnd('/') + "/" + signal);
    }

    // Probes and scrapes come every few seconds and say nothing.
    private static bool IsTraced(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
            && !context.Request.Path.StartsWithSegments("/metrics", StringComparison.OrdinalIgnoreCase);
}
