using Search.Catalog.Snapshots;

namespace Search.Catalog.Tests;

/// <summary>What happens at the chosen change.</summary>
public enum Fault
{
    /// <summary>That change fails; those after it succeed.</summary>
    FailsOnce,

    /// <summary>The disk is full from then on: whatever writes fails, what removes succeeds.</summary>
    IsFull,

    /// <summary>The process dies: no change is made any more.</summary>
    Dies,

    /// <summary>The power fails: no change is made any more, and what was not forced to the disk is lost.</summary>
    LosesPower,
}

/// <summary>A disk on which the n-th change goes wrong, on whichever thread it is.</summary>
internal sealed class FaultyDisk(string root, int failAt, Fault fault) : Disk
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _forced = Existing(root);
    private readonly List<(string Folder, Action Undo)> _renames = [];

    /// <summary>Changes so far.</summary>
    public int Changes { get; private set; }

    /// <summary>Whether the n-th change was reached.</summary>
    public bool HasStruck { get; private set; }

    /// <summary>Called before each change.</summary>
    public Action<int>? Before { get; init; }

    /// <summary>The most pages that the database may have, or null.</summary>
    public int? MostPages { get; init; }

    // Opening the database counts as a change too; a full disk has no room for its first page.
    public override int? MostDatabasePages
    {
        get
        {
            Change("create the database");
            return MostPages;
        }
    }

    public override Stream Create(string path)
    {
        lock (_gate)
        {
            Change(path);
            _forced.Remove(path);
            return new Writes(path, this);
        }
    }

    public override void CreateFolder(string path)
    {
        Change(path);
        base.CreateFolder(path);
    }

    public override void Flush(string path)
    {
        lock (_gate)
        {
            Change(path);
            _forced.Add(path);
        }
    }

    public override void FlushFolder(string path)
    {
        lock (_gate)
        {
            Change(path);
            _renames.RemoveAll(r => r.Folder == path);
        }
    }

    public override void Copy(string from, string to)
    {
        lock (_gate)
        {
            Change(to);
            _forced.Remove(to);
            using var file = new Writes(to, this); // more than one change: a copy can be cut short
            file.Write(File.ReadAllBytes(from));
        }
    }

    public override void Replace(string from, string to)
    {
        lock (_gate)
        {
            Change(to);
            var before = File.Exists(to) ? File.ReadAllBytes(to) : null;
            base.Replace(from, to);
            Renamed(from, to);
            _renames.Add((Path.GetDirectoryName(to)!, () =>
            {
                base.Replace(to, from);
                if (_forced.Contains(to)) _forced.Add(from);
                if (before is not null) File.WriteAllBytes(to, before);
            }
            ));
        }
    }

    public override void MoveFolder(string from, string to)
    {
        lock (_gate)
        {
            Change(to);
            base.MoveFolder(from, to);
            Renamed(from, to);
            _renames.Add((Path.GetDirectoryName(to)!, () =>
            {
                if (Directory.Exists(to)) base.MoveFolder(to, from);
            }
            ));
        }
    }

    public override void DeleteFolder(string path)
    {
        Change(path, removes: true);
        base.DeleteFolder(path);
    }

    public override void DeleteFile(string path)
    {
        Change(path, removes: true);
        base.DeleteFile(path);
    }

    /// <summary>Leaves the disk as a reader finds it after the fault.</summary>
    public void Settle()
    {
        if (fault != Fault.LosesPower || !HasStruck) return;
        for (var i = _renames.Count - 1; i >= 0; i--) _renames[i].Undo();
        foreach (var path in Existing(root).Where(p => !_forced.Contains(p))) File.WriteAllBytes(path, []);
    }

    private void Change(string path, bool removes = false)
    {
        lock (_gate)
        {
            Before?.Invoke(Changes);
            var number = Changes++;
            if (number == failAt) HasStruck = true;
            var fails = fault == Fault.FailsOnce ? number == failAt : HasStruck && !(fault == Fault.IsFull && removes);
            if (fails) throw new IOException($"No space left on device : '{path}'");
        }
    }

    private void Renamed(string from, string to)
    {
        foreach (var path in _forced.Where(p => p == from || p.StartsWith(from + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .ToList())
        {
            _forced.Remove(path);
            _forced.Add(to + path[from.Length..]);
        }
    }

    private static HashSet<string> Existing(string root) =>
        Directory.Exists(root) ? [.. Directory.GetFiles(root, "*", SearchOption.AllDirectories)] : [];

    private sealed class Writes(string path, FaultyDisk disk)
        : FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0)
    {
        public override void Write(ReadOnlySpan<byte> buffer) => Write(buffer.ToArray(), 0, buffer.Length);

        public override void Write(byte[] buffer, int offset, int count)
        {
            try
            {
                disk.Change(Name);
            }
            catch (IOException)
            {
                base.Write(buffer, offset, count / 2); // a write that fails may have written some of it
                throw;
            }
            base.Write(buffer, offset, count);
        }
    }
}
