using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Search.Cluster.Membership;

/// <summary>
/// Creates in PostgreSQL what Orleans' AdoNet provider needs: a table of queries under the names that it asks for, and the tables that
/// those use. The package ships no script; the queries here are our own, each a single statement, for the keys of Orleans 10.4.
/// </summary>
internal sealed class PostgresSchema(ClusterSettings settings) : IHostedService
{
    private const long LockNumber = 0x636C617573; // one server at a time

    private const string Tables =
        """
        CREATE TABLE IF NOT EXISTS orleansquery (querykey text PRIMARY KEY, querytext text NOT NULL);
        CREATE TABLE IF NOT EXISTS clausegraph_clusters (cluster text PRIMARY KEY, version integer NOT NULL);
        CREATE TABLE IF NOT EXISTS clausegraph_servers (
            cluster text NOT NULL REFERENCES clausegraph_clusters, address text NOT NULL, port integer NOT NULL, generation integer NOT NULL,
            silo_name text NOT NULL, host_name text NOT NULL, status integer NOT NULL, proxy_port integer NOT NULL,
            suspect_times text, start_time timestamptz NOT NULL, alive_time timestamptz NOT NULL,
            PRIMARY KEY (cluster, address, port, generation));
        """;

    private const string IsServer = "cluster = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation";

    private const string ReadServers =
        "SELECT s.address AS Address, s.port AS Port, s.generation AS Generation, s.silo_name AS SiloName, s.host_name AS HostName, s.status AS Status, s.proxy_port AS ProxyPort,"
        + " s.suspect_times AS SuspectTimes, s.start_time AS StartTime, s.alive_time AS IAmAliveTime, c.version AS Version"
        + " FROM clausegraph_clusters c LEFT JOIN clausegraph_servers s ON s.cluster = c.cluster";

    // Every change of a server takes the version that it was read with: the update of one row decides between two that come at once.
    private const string Step =
        "UPDATE clausegraph_clusters SET version = version + 1 WHERE cluster = @DeploymentId AND version = @Version";

    /// <summary>The keys that the provider asks for, and their queries.</summary>
    public static IReadOnlyDictionary<string, string> Queries { get; } = new Dictionary<string, string>
    {
        ["InsertMembershipVersionKey"] =
            "WITH added AS (INSERT INTO clausegraph_clusters VALUES (@DeploymentId, 0) ON CONFLICT DO NOTHING RETURNING 1) SELECT count(*)::integer FROM added",
        ["InsertMembershipKey"] =
            $"WITH step AS ({Step} AND NOT EXISTS (SELECT 1 FROM clausegraph_servers WHERE {IsServer}) RETURNING 1), added AS (INSERT INTO clausegraph_servers"
            + " SELECT @DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, NULL, @StartTime, @IAmAliveTime FROM step RETURNING 1)"
            + " SELECT count(*)::integer FROM added",
        ["UpdateMembershipKey"] =
            $"WITH step AS ({Step} AND EXISTS (SELECT 1 FROM clausegraph_servers WHERE {IsServer}) RETURNING 1), changed AS (UPDATE clausegraph_servers"
            + $" SET status = @Status, suspect_times = @SuspectTimes, alive_time = @IAmAliveTime WHERE {IsServer} AND EXISTS (SELECT 1 FROM step) RETURNING 1)"
            + " SELECT count(*)::integer FROM changed",
        ["UpdateIAmAlivetimeKey"] = $"UPDATE clausegraph_servers SET alive_time = @IAmAliveTime WHERE {IsServer}",
        ["MembershipReadRowKey"] =
            $"{ReadServers} AND s.address = @Address AND s.port = @Port AND s.generation = @Generation WHERE c.cluster = @DeploymentId",
        ["MembershipReadAllKey"] = $"{ReadServers} WHERE c.cluster = @DeploymentId",
        ["GatewaysQueryKey"] =
            "SELECT address AS Address, proxy_port AS ProxyPort, generation AS Generation FROM clausegraph_servers WHERE cluster = @DeploymentId AND status = @Status AND proxy_port > 0",
        ["DeleteMembershipTableEntriesKey"] =
            "WITH gone AS (DELETE FROM clausegraph_servers WHERE cluster = @DeploymentId) DELETE FROM clausegraph_clusters WHERE cluster = @DeploymentId",
        // 6: dead
        ["CleanupDefunctSiloEntriesKey"] =
            "DELETE FROM clausegraph_servers WHERE cluster = @DeploymentId AND alive_time < @IAmAliveTime AND status = 6",
        ["CleanupDefunctSiloEntryKey"] =
            $"DELETE FROM clausegraph_servers WHERE {IsServer} AND status = 6 AND start_time = @StartTime AND alive_time = @IAmAliveTime AND suspect_times IS NOT DISTINCT FROM @SuspectTimes",
    };

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(settings.Membership);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await Run($"SELECT pg_advisory_xact_lock({LockNumber}); {Tables}");
        foreach (var (key, query) in Queries)
            await Run("INSERT INTO orleansquery VALUES ($1, $2) ON CONFLICT (querykey) DO UPDATE SET querytext = $2 WHERE orleansquery.querytext <> $2", key, query);
        await transaction.CommitAsync(cancellationToken);

        async Task Run(string sql, params string[] values)
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            foreach (var value in values) command.Parameters.Add(new() { Value = value });
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
