using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers.Opslag;

/// <summary>The key of all files of a case. With it the files are gone, wherever they or their copies stand.</summary>
public sealed record Dossiersleutel(string Id, byte[] Sleutel);

/// <summary>Where new files go (<c>SlimRegeling:Bestandenmap</c>, else the database), and where earlier ones stand.</summary>
public sealed class Bestandsplaatsen
{
    private readonly Databaseplaats _database;

    public Bestandsplaatsen(Contextregister contexten, IConfiguration configuratie)
    {
        _database = new Databaseplaats(contexten);
        Map = configuratie["SlimRegeling:Bestandenmap"] is { Length: > 0 } map ? Path.GetFullPath(map) : null;
        Nieuw = Map is null ? _database : new Mapplaats(Map);
    }

    public string? Map { get; }

    internal IBestandsplaats Nieuw { get; }

    /// <exception cref="FileNotFoundException">It is in a folder, and none is configured.</exception>
    internal (IBestandsplaats Plaats, string Adres) Van(string plaats)
    {
        var (soort, adres) = plaats.Split(':', 2) is [var s, var a] ? (s, a) : throw new InvalidDataException($"'{plaats}' is no place.");
        return soort switch
        {
            Databaseplaats.Soort => (_database, adres),
            Mapplaats.Soort when Nieuw is Mapplaats map => (map, adres),
            _ => throw new FileNotFoundException($"{plaats} is in a folder; name it in SlimRegeling:Bestandenmap."),
        };
    }
}

/// <summary>Keeps the bytes of documents: encrypted with the key of their case, beside the streams, which carry their SHA-256.</summary>
public sealed class Bestandsopslag(Werkeenheid<DossiersContext> eenheid, Bestandsplaatsen plaatsen, Bestandstabel eerder)
{
    /// <summary>In the transaction of the event that names it. The file is never in memory as a whole.</summary>
    /// <returns>Its place.</returns>
    public async Task<string> Bewaar(string zaaknummer, Stream inhoud, CancellationToken ct)
    {
        var sleutel = await Sleutel(zaaknummer, ct);
        var kop = Versleuteling.Kop();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var deel in Versleuteling.Versleutel(inhoud, sleutel, kop))
        {
            hash.AppendData(deel.Span);
        }
        var adres = Convert.ToHexStringLower(hash.GetHashAndReset());
        await plaatsen.Nieuw.Schrijf(eenheid.Sessie, adres, Versleuteling.Versleutel(inhoud, sleutel, kop), ct);
        return $"{plaatsen.Nieuw.Naam}:{adres}";
    }

    /// <summary>The bytes piece by piece, or null when they were destroyed or their key was. A piece holds until the next.</summary>
    /// <exception cref="InvalidDataException">While reading: these are not the bytes of the event.</exception>
    /// <exception cref="FileNotFoundException">While reading: they are not where they should be.</exception>
    public async Task<IAsyncEnumerable<ReadOnlyMemory<byte>>?> Lees(Document document, CancellationToken ct)
    {
        if (document.Plaats is not { } plaats)
        {
            return await eerder.Lees(document.Id, document.Hash, ct) is { } inhoud ? Een(inhoud) : null;
        }
        if (document.Vernietigd || await eenheid.Sessie.LoadAsync<Dossiersleutel>(document.Zaaknummer, ct) is not { } sleutel)
        {
            return null;
        }
        var (waar, adres) = plaatsen.Van(plaats);
        return Gecontroleerd(Versleuteling.Ontsleutel(waar.Lees(adres, ct), sleutel.Sleutel), document.Hash, ct);
    }

    public async Task Vernietig(Document document, CancellationToken ct)
    {
        if (document.Plaats is { } plaats)
        {
            var (waar, adres) = plaatsen.Van(plaats);
            await waar.Verwijder(adres, ct);
        }
    }

    private async Task<byte[]> Sleutel(string zaaknummer, CancellationToken ct)
    {
        if (await eenheid.Sessie.LoadAsync<Dossiersleutel>(zaaknummer, ct) is { } bestaand)
        {
            return bestaand.Sleutel;
        }
        var nieuw = new Dossiersleutel(zaaknummer, RandomNumberGenerator.GetBytes(Versleuteling.Sleutellengte));
        eenheid.Sessie.Insert(nieuw);
        return nieuw.Sleutel;
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Gecontroleerd(
        IAsyncEnumerable<ReadOnlyMemory<byte>> delen,
        string verwacht,
        [EnumeratorCancellation] CancellationToken ct = default
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await foreach (var deel in delen.WithCancellation(ct))
        {
            hash.AppendData(deel.Span);
            yield return deel;
        }
        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != verwacht)
        {
            throw new InvalidDataException("A stored file does not fit the hash in its event.");
        }
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Een(byte[] inhoud)
    {
        await Task.CompletedTask;
        yield return inhoud;
    }
}
