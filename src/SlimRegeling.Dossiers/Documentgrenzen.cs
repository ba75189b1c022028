using System.Globalization;
using Marten;
using Microsoft.Extensions.Configuration;
using Npgsql;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers;

/// <summary>How many documents a case may have and how large they may be together: room for years of proof, none for a warehouse.</summary>
public sealed record Documentgrenzen(int Aantal, int Megabytes)
{
    public static Documentgrenzen Uit(IConfiguration configuratie) =>
        new(
            Getal(configuratie, "SlimRegeling:Documenten:PerZaak", 250),
            Getal(configuratie, "SlimRegeling:Documenten:MegabytesPerZaak", 500)
        );

    public Weigering? Weeg(Documentruimte gebruikt, long bytes)
    {
        if (gebruikt.Aantal + 1 > Aantal)
        {
            return Weigering.Van(
                "te-veel-documenten",
                $"Bij deze zaak zijn al {gebruikt.Aantal} documenten ontvangen; dat is het hoogste aantal. Voeg stukken samen in één PDF, of neem contact met ons op."
            );
        }
        return gebruikt.Bytes + bytes > Megabytes * 1024L * 1024
            ? Weigering.Van(
                "zaak-te-groot",
                $"De documenten bij deze zaak mogen samen ten hoogste {Megabytes} MB zijn. Met dit bestand wordt dat te veel. Verklein het, of neem contact met ons op."
            )
            : null;
    }

    private static int Getal(IConfiguration configuratie, string sleutel, int standaard) =>
        configuratie[sleutel] is not { Length: > 0 } tekst ? standaard
        : int.TryParse(tekst, NumberStyles.None, CultureInfo.InvariantCulture, out var getal) && getal > 0 ? getal
        : throw new Opstartfout($"{sleutel} is '{tekst}'. Geef een heel getal boven nul.");
}

/// <summary>What the documents of a case take now; what was refused or taken away takes nothing.</summary>
public sealed record Documentruimte(int Aantal, long Bytes)
{
    /// <summary>Until the transaction of this session ends, nobody else adds to the case.</summary>
    public static async Task Slot(IDocumentSession sessie, string zaaknummer, CancellationToken ct)
    {
        await sessie.BeginTransactionAsync(ct);
        await using var slot = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended('documenten ' || $1, 0))");
        slot.Parameters.Add(new NpgsqlParameter<string> { TypedValue = zaaknummer });
        await sessie.ExecuteAsync(slot, ct);
    }

    /// <summary>Of the documents of a case.</summary>
    public static async Task<IReadOnlyList<string>> Ids(IDocumentSession sessie, string zaaknummer, CancellationToken ct)
    {
        await using var vraag = new NpgsqlCommand("select id from dossiers.mt_doc_document where data ->> 'zaaknummer' = $1 order by id");
        vraag.Parameters.Add(new NpgsqlParameter<string> { TypedValue = zaaknummer });
        var ids = new List<string>();
        await using var rij = await sessie.ExecuteReaderAsync(vraag, ct);
        while (await rij.ReadAsync(ct))
        {
            ids.Add(await rij.GetFieldValueAsync<string>(0, ct));
        }
        return ids;
    }

    public static async Task<Documentruimte> Neem(IDocumentSession sessie, string zaaknummer, CancellationToken ct)
    {
        await Slot(sessie, zaaknummer, ct);
        // A statement of its own: it must see what was committed before the lock was given.
        await using var tel = new NpgsqlCommand(
            $"""
            select count(*)::int, coalesce(sum((data ->> 'bytes')::bigint), 0)::bigint from dossiers.mt_doc_document
            where data ->> 'zaaknummer' = $1 and data ->> 'stand' is distinct from '{nameof(Documentstand.Geweigerd)}'
              and data ->> 'stand' is distinct from '{nameof(Documentstand.Verwijderd)}'
            """
        );
        tel.Parameters.Add(new NpgsqlParameter<string> { TypedValue = zaaknummer });
        await using var rij = await sessie.ExecuteReaderAsync(tel, ct);
        await rij.ReadAsync(ct);
        return new(await rij.GetFieldValueAsync<int>(0, ct), await rij.GetFieldValueAsync<long>(1, ct));
    }
}
