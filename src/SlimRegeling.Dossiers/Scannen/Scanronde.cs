using Marten;
using Microsoft.Extensions.Logging;
using NodaTime;
using Npgsql;
using SlimRegeling.Dossiers.Emails;
using SlimRegeling.Dossiers.Opslag;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Taken;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Dossiers.Scannen;

/// <summary>
/// Has the oldest document that waits examined by the scanner, or destroys the bytes of one that was refused or taken away. What waits is what the state of the
/// documents says, so a scanner that is away or a process that is killed only makes it wait longer.
/// </summary>
public sealed class Scanronde(
    Stroom<Document> documenten,
    Werkeenheid<DossiersContext> eenheid,
    Bestandsopslag opslag,
    Virusscanner scanner,
    Scanstand stand,
    Emailpost post,
    Moment moment,
    ILogger<Scanronde> log
) : IRonde
{
    // As many processes could be at work at once.
    private const int Kandidaten = 20;

    public async Task<bool> Voer(CancellationToken ct)
    {
        await eenheid.Sessie.BeginTransactionAsync(ct);
        if (
            await Volgende(
                $"data ->> 'stand' in ('{nameof(Documentstand.Geweigerd)}', '{nameof(Documentstand.Verwijderd)}') and not coalesce((data ->> 'vernietigd')::boolean, false)",
                d => !d.Vernietigd,
                ct
            ) is
            { } weg
        )
        {
            await Vernietig(weg, ct);
            return true;
        }
        if (
            stand.Wacht
            || await Volgende($"data ->> 'stand' = '{nameof(Documentstand.InOnderzoek)}'", d => d.Stand == Documentstand.InOnderzoek, ct)
                is not { } document
        )
        {
            return false;
        }
        try
        {
            var uitslag = await Onderzoek(document, ct);
            stand.Antwoordt();
            if (uitslag is Scanuitslag.Onduidelijk onduidelijk)
            {
                stand.StelUit(document.Id, onduidelijk.Antwoord);
                return true;
            }
            await documenten.Schrijf(document.Id, d => Beslis(d, uitslag, scanner.Naam, moment.Nu), ct);
            stand.Klaar(document.Id);
            if (uitslag is not Scanuitslag.Schoon)
            {
                post.BijZaak(
                    Emailsoort.DocumentGeweigerd,
                    Emailkenmerk(document, moment.Nu),
                    document.Zaaknummer,
                    document.KvkNummer,
                    document.BijConcept
                );
                log.LogWarning(
                    "Document {Document} of {Zaaknummer} is refused: {Uitslag}",
                    document.Id,
                    document.Zaaknummer,
                    uitslag?.ToString() ?? Weigerreden.Beschadigd
                );
            }
            return true;
        }
        catch (Scanneruitval uitval)
        {
            stand.ValtUit(uitval);
            if (uitval.BijDocument)
            {
                // Another may go well.
                stand.StelUit(document.Id, uitval.Message);
            }
            return false;
        }
        catch (Exception e) when (e is Documentuitval or IOException or UnauthorizedAccessException)
        {
            // A folder that is not there now: that says nothing of the document.
            stand.StelUit(document.Id, e.Message);
            return true;
        }
    }

    // However many of a kind are refused: one a day.
    private static string Emailkenmerk(Document document, Instant nu) => $"{document.Soort}.{Moment.Dagkenmerk(nu)}";

    /// <summary>Decides once; what is not clean is refused.</summary>
    /// <param name="uitslag">Null when the bytes are gone or are not what was received.</param>
    public static Beslissing Beslis(Document d, Scanuitslag? uitslag, string? scanner, Instant nu)
    {
        if (d.Stand != Documentstand.InOnderzoek)
        {
            return Beslissing.Geen;
        }
        var op = d.TeltVanaf ?? nu;
        bool? bijConcept = d.BijConcept ? true : null;
        return uitslag switch
        {
            Scanuitslag.Schoon => new DocumentGescand(d.Zaaknummer, d.KvkNummer, d.Soort, d.Hash, scanner, op, nu, bijConcept),
            Scanuitslag.Besmet besmet => new DocumentGeweigerd(
                d.Zaaknummer,
                d.KvkNummer,
                d.Soort,
                Weigerreden.Virus,
                besmet.Bevinding,
                op,
                nu,
                bijConcept
            ),
            null => new DocumentGeweigerd(d.Zaaknummer, d.KvkNummer, d.Soort, Weigerreden.Beschadigd, null, op, nu, bijConcept),
            _ => Beslissing.Geen,
        };
    }

    // What cannot be destroyed now is so later; what waits behind it goes on.
    private async Task Vernietig(Document weg, CancellationToken ct)
    {
        try
        {
            await opslag.Vernietig(weg, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or NpgsqlException)
        {
            stand.StelUit(weg.Id, e.Message, bijVernietigen: true);
            return;
        }
        await documenten.Schrijf(weg.Id, _ => new DocumentinhoudVernietigd(moment.Nu), ct);
        stand.Klaar(weg.Id);
    }

    // Without a scanner, outside production, what one once waited for was examined as far as it can be.
    private async Task<Scanuitslag?> Onderzoek(Document document, CancellationToken ct)
    {
        try
        {
            if (await opslag.Lees(document, ct) is not { } delen)
            {
                return null;
            }
            return scanner.Ingesteld ? await scanner.Scan(delen, ct) : new Scanuitslag.Schoon();
        }
        catch (InvalidDataException e)
        {
            log.LogError(e, "Document {Document} is not what was received", document.Id);
            return null;
        }
    }

    // What another process has is left to it. A lock of its own, and not that of the row: whoever removes or submits the document need not wait for
    // the scanner.
    private async Task<Document?> Volgende(string wat, Func<Document, bool> nog, CancellationToken ct)
    {
        await using var opdracht = new NpgsqlCommand(
            $"""
            select id from (select id from dossiers.mt_doc_document where {wat} and not (id = any($1)) order by id limit {Kandidaten}) k
            where pg_try_advisory_xact_lock(hashtextextended('onderzoek ' || id, 0)) limit 1
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = stand.Uitgesteld });
        string? id = null;
        await using (var rij = await eenheid.Sessie.ExecuteReaderAsync(opdracht, ct))
        {
            if (await rij.ReadAsync(ct))
            {
                id = await rij.GetFieldValueAsync<string>(0, ct);
            }
        }
        // Another may have been ready with it just before the lock was given.
        return id is not null && await documenten.Lees(id, ct) is { } document && nog(document) ? document : null;
    }
}
