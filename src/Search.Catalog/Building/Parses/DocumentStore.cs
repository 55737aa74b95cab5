using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;
using Search.Catalog.Snapshots;
using Search.Citations.Authorities;

namespace Search.Catalog.Building.Parses;

/// <summary>
/// The files of a corpus as they were parsed and linked, an entry for each: a build reads documents from it one at a time, and the next
/// build takes from a folder what did not change. The name of an entry is a hash of the file's name and bytes, of the
/// authorities and of this program, so that none is ever out of date; one that is damaged, as after a power failure, counts as
/// absent. Safe to use from several threads.
/// </summary>
internal sealed class DocumentStore : IDisposable
{
    /// <summary>The folder's name in the folder of snapshots.</summary>
    public const string FolderName = ".parsed";

    /// <summary>What names this program and the runtime: every compiled module that takes part in building.</summary>
    public static string Program { get; } =
        string.Join(' ', new[] { typeof(DocumentStore), typeof(AuthorityList), typeof(Resolutions.Resolution), typeof(FullText.Schema),
            typeof(Graph.CitationGraph), typeof(Reuse.ReuseIndex) }
        .Select(type => type.Assembly.ManifestModule.ModuleVersionId.ToString()).Append(Environment.Version.ToString()));

    private const int KeyLength = 32;

    private readonly IEntries _entries;
    private readonly byte[] _stamp;
    private readonly SheetFile _sheets;

    private DocumentStore(IEntries entries, string authorities) =>
        (_entries, _stamp, _sheets) = (entries, StampOf(authorities), new(entries.CreateSheets()));

    /// <summary>Whether there was an entry when this was first asked.</summary>
    public bool Has(string key) => _entries.Has(key);

    /// <summary>The store in a folder of snapshots, kept for the next build.</summary>
    /// <param name="snapshots">The folder of snapshots, which no other build uses.</param>
    /// <param name="disk">Makes the files.</param>
    /// <param name="authorities">The folder with works.tsv.</param>
    public static DocumentStore In(string snapshots, Disk disk, string authorities) =>
        new(new FolderEntries(Path.Combine(snapshots, FolderName), disk), authorities);

    /// <summary>A store that is removed with this object, or when the process is killed.</summary>
    public static DocumentStore Temporary(string authorities) => new(new TemporaryEntries(), authorities);

    /// <summary>The key of a file.</summary>
    /// <param name="name">Its name without its folder.</param>
    /// <param name="fingerprint">A hash of its bytes and of those of its sidecar.</param>
    public string KeyOf(string name, string fingerprint)
    {
        byte[] hash = SHA256.HashData([.. _stamp, .. Encoding.UTF8.GetBytes($"{name}\0{fingerprint}")]);
        return Convert.ToHexStringLower(hash)[..KeyLength];
    }

    /// <summary>Reads an entry; null where there is none or it is damaged.</summary>
    public StoredFile? Read(string key)
    {
        try
        {
            return _entries.Read(key) is { } entry ? Parse(key, entry) : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException or FormatException
            or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>A file that another store of the same folder read, as one of this store.</summary>
    public StoredFile Adopt(RememberedFile file) =>
        file.Stored with { Documents = [.. file.Sheets.Select(sheet => new StoredDocument(_sheets, _sheets.Hold(sheet)))] };

    /// <summary>Writes an entry and returns it as it is read.</summary>
    /// <exception cref="IOException">The disk is full or failed.</exception>
    public StoredFile Write(string key, string hash, ImmutableArray<LeftOutFile> beside, ImmutableArray<AskedSymbol> asked,
        ImmutableArray<LinkedDocument> documents)
    {
        var head = new StoreWriter();
        head.Text(hash);
        head.List(beside, file =>
        {
            head.Text(file.File);
            head.Text(file.Code);
            head.Text(file.Message);
        });
        head.List(asked, symbol =>
        {
            head.Text(symbol.Symbol);
            head.Number(symbol.IsHeld ? 1 : 0);
        });
        var texts = new ArrayBufferWriter<byte>();
        var text = new StoreWriter(); // of one text after another
        head.List(documents, document =>
        {
            SheetFormat.Write(head, DocumentSheet.Of(document));
            TextFormat.Write(text, document);
            Add();
            DocumentClues.Of(document).Write(text);
            Add();
        });
        byte[] entry = [.. BitConverter.GetBytes(head.Bytes.Length), .. BitConverter.GetBytes(Crc(head.Bytes)), .. head.Bytes,
            .. texts.WrittenSpan];
        _entries.Write(key, entry);
        return Parse(key, entry);

        void Add()
        {
            texts.Write(text.Bytes);
            head.Number(text.Bytes.Length);
            head.Number((int)Crc(text.Bytes));
            text.Clear();
        }
    }

    /// <summary>Loads the text of a document.</summary>
    /// <exception cref="IOException">It cannot be read, or is no longer what was written.</exception>
    public LinkedDocument Load(StoredDocument document) => TextFormat.Read(new(Bytes(document.Text)), document.Sheet);

    /// <summary>Loads what a document alone says that is asked of the whole corpus.</summary>
    /// <exception cref="IOException">It cannot be read, or is no longer what was written.</exception>
    public DocumentClues LoadClues(StoredDocument document) => LoadClues(document.Clues);

    /// <summary>Loads clues by their place.</summary>
    /// <exception cref="IOException">They cannot be read, or are no longer what was written.</exception>
    public DocumentClues LoadClues(StoredText clues) => DocumentClues.Read(new(Bytes(clues)));

    private byte[] Bytes(StoredText text)
    {
        var (key, start, length, crc) = text;
        var bytes = GC.AllocateUninitializedArray<byte>(length);
        _entries.Read(key, start, bytes);
        if (Crc(bytes) != crc) throw new IOException($"the stored parse {key} was changed while it was used");
        return bytes;
    }

    /// <summary>A key as a number: of many keys that takes less memory.</summary>
    public static UInt128 NumberOf(string key) => UInt128.Parse(key, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    /// <summary>Removes all entries but those of some keys. What cannot be removed stays until the next build.</summary>
    public void Keep(IReadOnlySet<UInt128> keys) => _entries.Keep(keys);

    public void Dispose()
    {
        _sheets.Dispose();
        _entries.Dispose();
    }

    private StoredFile Parse(string key, byte[] entry)
    {
        const int Lengths = sizeof(int) + sizeof(uint);
        if (entry.Length < Lengths) throw new InvalidDataException("a stored parse is too short");
        var length = BitConverter.ToInt32(entry);
        if ((uint)length > entry.Length - Lengths || Crc(entry.AsSpan(Lengths, length)) != BitConverter.ToUInt32(entry, sizeof(int)))
            throw new InvalidDataException("a stored parse is damaged");
        var head = new StoreReader(entry.AsMemory(Lengths, length));
        var start = (long)Lengths + length;
        var hash = head.Required();
        var file = new StoredFile(
            hash,
            head.List(() => new LeftOutFile(head.Required(), head.Required(), head.Required())),
            head.List(() => new AskedSymbol(head.Required(), head.Number() != 0)),
            head.List(() =>
            {
                var sheet = SheetFormat.Read(head);
                return new StoredDocument(_sheets, _sheets.Add(new(hash, sheet, Text(), Text())));
            }));
        return start == entry.Length ? file : throw new InvalidDataException("a stored parse is too long");

        StoredText Text()
        {
            var text = new StoredText(key, start, head.Number(), (uint)head.Number());
            if (text.Length < 0 || text.Length > entry.Length - start || Crc(entry.AsSpan((int)start, text.Length)) != text.Crc)
                throw new InvalidDataException("a stored parse is damaged");
            start += text.Length;
            return text;
        }
    }

    private static uint Crc(ReadOnlySpan<byte> bytes) => Crc32.HashToUInt32(Crc32ParameterSet.Crc32C, bytes);

    /// <summary>What parses and links depend on beside the file: every compiled module that takes part, the runtime,
    /// and the tables of authorities.</summary>
    public static byte[] StampOf(string authorities)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var assembly in (ReadOnlySpan<System.Reflection.Assembly>)[typeof(DocumentStore).Assembly, typeof(AuthorityList).Assembly,
            typeof(Resolutions.Resolution).Assembly])
            hash.AppendData(assembly.ManifestModule.ModuleVersionId.ToByteArray());
        hash.AppendData(Encoding.UTF8.GetBytes(Environment.Version.ToString()));
        foreach (var file in Directory.EnumerateFiles(authorities, "*.tsv").Order(StringComparer.Ordinal))
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        return hash.GetHashAndReset();
    }
}
