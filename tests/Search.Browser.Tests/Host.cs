using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace Search.Browser.Tests;

/// <summary>Somebody else's site: a few pages and perhaps a folder of files, served from an origin of its own.</summary>
public sealed class Host : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Host(WebApplication app, string address) => (_app, Address) = (app, address);

    /// <summary>Where it listens, without a slash at the end. Another name than <see cref="Site" /> has, so that it is another
    /// site and not only another port.</summary>
    public string Address { get; }

    /// <summary>Serves one page at <c>/</c>.</summary>
    /// <param name="body">What is in the page's body.</param>
    /// <param name="head">What is in its head.</param>
    /// <param name="headers">Sent with the page.</param>
    /// <param name="files">A folder served below <c>/files</c> as it lies there, uncompressed.</param>
    public static async Task<Host> With(string body, string head =
        "", IReadOnlyDictionary<string, string>? headers = null, string? files = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        if (files is not null)
            app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(files), RequestPath = "/files" });
        app.MapGet("/", (HttpContext context) =>
        {
            foreach (var (name, value) in headers ?? new Dictionary<string, string>()) context.Response.Headers[name] = value;
            return Results.Text(
                $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A page of somebody else</title>{head}</head><body><main><h1>Somebody else</h1>{body}</main></body></html>", "text/html; charset=utf-8");
        });
        app.MapGet("/favicon.ico", () => Results.NoContent());
        await app.StartAsync();
        var port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;
        return new(app, $"http://localhost:{port}");
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
