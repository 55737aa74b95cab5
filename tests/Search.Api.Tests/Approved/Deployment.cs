using System.Net;
using Search.Api.Serving;
using Search.Testing;
using YamlDotNet.RepresentationModel;

namespace Search.Api.Tests.Approved;

/// <summary>The files of docs/deploy fit the program and each other. No cluster of Kubernetes is there to try them on.</summary>
[Collection(OneApi.Name)]
public class Deployment(Api api)
{
    private static readonly string[] ManifestKinds =
        ["Service", "Service", "PersistentVolumeClaim", "StatefulSet", "PodDisruptionBudget", "NetworkPolicy", "CronJob"];

    [Fact]
    public void The_manifests_are_of_known_kinds_and_every_variable_in_them_is_a_setting()
    {
        var objects = Manifests();
        objects.Select(o => Text(o, "kind")).ShouldBe(ManifestKinds);
        objects.ShouldAllBe(o => Text(o, "apiVersion") != null && Text(o, "metadata", "name") != null);
        var variables = Nodes(objects).Select(n => Text(n, "name"))
            .Where(n => n?.StartsWith("CLAUSEGRAPH_", StringComparison.Ordinal) == true).ToList();
        variables.Count.ShouldBeGreaterThan(8);
        foreach (var variable in variables) Settings.All.ShouldContain(s => s.Variable == variable, variable);
    }

    [Fact]
    public async Task Selectors_ports_volumes_and_probes_of_the_manifests_lead_somewhere()
    {
        var objects = Manifests();
        var pods = objects.Where(o => Text(o, "kind") == "StatefulSet").Select(o => At(o, "spec", "template")!).ToList();
        var labels = pods.Select(p => Text(p, "metadata", "labels", "app")).ToList();
        foreach (var selector in Nodes(objects).Select(n => Text(n, "matchLabels", "app")).OfType<string>()) labels.ShouldContain(selector);
        foreach (var service in objects.Where(o => Text(o, "kind") == "Service"))
            labels.ShouldContain(Text(service, "spec", "selector", "app"));
        Text(objects.Single(o => Text(o, "kind") == "StatefulSet"), "spec", "serviceName").ShouldBe(Text(objects[1], "metadata", "name"));

        var ports = Nodes(pods).Where(n => At(n, "containerPort") != null).Select(n => Text(n, "name")).ToList();
        foreach (var port in Nodes(objects).SelectMany(n => new[] { Text(n, "targetPort"), Text(n, "httpGet", "port") }).OfType<string>())
            ports.ShouldContain(port);
        foreach (var pod in Nodes(objects).Where(n => At(n, "containers") != null))
        {
            var volumes = Nodes([At(pod, "volumes")!]).Select(n => Text(n, "name")).Append("cache").ToList(); // a claim of each server
            foreach (var mount in Nodes([At(pod, "containers")!]).Where(n => At(n, "mountPath") != null))
                volumes.ShouldContain(Text(mount, "name"));
        }
        foreach (var path in Nodes(pods).Select(n => Text(n, "httpGet", "path")).OfType<string>())
        {
            using var answer = await api.Client.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        }
    }

    [Fact]
    public void The_unit_is_the_one_that_is_explained_and_every_variable_in_it_is_a_setting()
    {
        var unit = File.ReadAllText(Places.InRepository("docs", "deploy", "clausegraph.service"));
        File.ReadAllText(Places.InRepository("docs", "deploying.md")).ShouldContain(unit);
        var variables = (unit + File.ReadAllText(Places.InRepository("docs", "deploy", "cluster.conf"))).Split('\n')
            .Where(l => l.StartsWith("Environment=CLAUSEGRAPH_", StringComparison.Ordinal)).Select(l => l.Split('=')[1]).ToList();
        variables.Count.ShouldBeGreaterThan(8);
        foreach (var variable in variables) Settings.All.ShouldContain(s => s.Variable == variable, variable);
    }

    private static List<YamlNode> Manifests()
    {
        var stream = new YamlStream();
        using var text = File.OpenText(Places.InRepository("docs", "deploy", "kubernetes.yaml"));
        stream.Load(text);
        return [.. stream.Documents.Select(d => d.RootNode)];
    }

    private static IEnumerable<YamlNode> Nodes(IEnumerable<YamlNode> roots) => roots.SelectMany(r => r.AllNodes);

    private static YamlNode? At(YamlNode node, params string[] path)
    {
        foreach (var name in path)
        {
            if (node is not YamlMappingNode fields || !fields.Children.TryGetValue(new YamlScalarNode(name), out var next)) return null;
            node = next;
        }
        return node;
    }

    private static string? Text(YamlNode node, params string[] path) => (At(node, path) as YamlScalarNode)?.Value;
}
