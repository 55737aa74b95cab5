using System.Globalization;

namespace Search.Cluster.Tests;

/// <summary>The list of servers in memory, shared by the servers of one process; it can be gone for a while.</summary>
internal sealed class SharedMembership : IMembershipTable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<SiloAddress, MembershipEntry> _servers = [];
    private int _version;

    /// <summary>Whether the database cannot be reached.</summary>
    public volatile bool IsGone;

    private TableVersion Version => new(_version, _version.ToString(CultureInfo.InvariantCulture));

    public Task InitializeMembershipTable(bool tryInitTableVersion) => Locked(() => true);

    public Task DeleteMembershipTableEntries(string clusterId) => Locked(() => true);

    public Task CleanupDefunctSiloEntries(DateTimeOffset beforeDate) => Locked(() => true);

    public Task<MembershipTableData> ReadRow(SiloAddress key) => Locked(() => Read(s => s.Equals(key)));

    public Task<MembershipTableData> ReadAll() => Locked(() => Read(_ => true));

    public Task<bool> InsertRow(MembershipEntry entry, TableVersion tableVersion) =>
        Locked(() => !_servers.ContainsKey(entry.SiloAddress) && Write(entry, tableVersion));

    public Task<bool> UpdateRow(MembershipEntry entry, string etag, TableVersion tableVersion) =>
        Locked(() => _servers.ContainsKey(entry.SiloAddress) && Write(entry, tableVersion));

    public Task UpdateIAmAlive(MembershipEntry entry) => Locked(() => _servers[entry.SiloAddress].IAmAliveTime = entry.IAmAliveTime);

    private Task<T> Locked<T>(Func<T> what)
    {
        lock (_gate) return IsGone ? Task.FromException<T>(new IOException("the database is gone")) : Task.FromResult(what());
    }

    private MembershipTableData Read(Func<SiloAddress, bool> which) =>
        new([.. _servers.Where(s => which(s.Key)).Select(s => Tuple.Create(Copy(s.Value), Version.VersionEtag))], Version);

    private bool Write(MembershipEntry entry, TableVersion next)
    {
        if (next.Version != _version + 1) return false;
        _version++;
        _servers[entry.SiloAddress] = Copy(entry);
        return true;
    }

    private static MembershipEntry Copy(MembershipEntry of) => new()
    {
        SiloAddress = of.SiloAddress,
        SiloName = of.SiloName,
        HostName = of.HostName,
        Status = of.Status,
        ProxyPort = of.ProxyPort,
        StartTime = of.StartTime,
        IAmAliveTime = of.IAmAliveTime,
        SuspectTimes = of.SuspectTimes is null ? null : [.. of.SuspectTimes],
    };
}
