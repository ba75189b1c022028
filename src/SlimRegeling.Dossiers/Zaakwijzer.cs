using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NodaTime;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers;

/// <summary>
/// Knows whose case a number is. What was submitted is heard of; of a draft nobody says anything, so its number is asked of Aanvragen once, when
/// its applicant first comes with a document. A draft exists for nobody else.
/// </summary>
public sealed class Zaakwijzer(Werkeenheid<DossiersContext> eenheid, Aanroep aanroep, Contextvraag contexten, ILogger<Zaakwijzer> log)
{
    internal const string Aanvragen = "aanvragen";

    /// <param name="Op">The moment of receipt.</param>
    /// <param name="Gevraagd">Euro.</param>
    /// <param name="Inhoud">Hash of the form as it was received.</param>
    public sealed record Ontvangen(Instant Op, decimal Gevraagd, string Inhoud, Ontvangststand? Stand = null);

    /// <summary>How it was at that moment.</summary>
    /// <param name="Gemachtigde">KVK number of the adviser by whom it was submitted; absent when the enterprise did it itself.</param>
    public sealed record Ontvangststand(
        IReadOnlyList<Verklaring> Ontbrekend,
        IReadOnlyList<Gevraagd> GevraagdeBestanden,
        IReadOnlyList<Partij> NietBevestigd,
        string? Gemachtigde = null
    );

    /// <param name="Van">The parties that did not make it; absent of a single applicant.</param>
    public sealed record Verklaring(string Soort, string Titel, string Artikel, IReadOnlyList<string>? Van = null);

    /// <summary>A document that is asked as a file.</summary>
    public sealed record Gevraagd(string Soort, string Titel);

    /// <summary>A party that had not confirmed online.</summary>
    public sealed record Partij(string KvkNummer, string? Naam = null);

    public sealed record Gegevens(string Zaaknummer, string KvkNummer, string Tijdvak, string Regelversie, Ontvangen? Ingediend = null)
    {
        public Zaak Zaak => new(Zaaknummer, KvkNummer, Regelversie, Ingediend is null ? true : null);
    }

    public sealed record Antwoord(Zaak? Zaak, Weigering? Weigering)
    {
        public static implicit operator Antwoord(Weigering weigering) => new(null, weigering);
    }

    /// <summary>The case for this caller, or why there is none. What is asked is not kept here.</summary>
    public async Task<Antwoord> Zoek(string zaaknummer, CancellationToken ct)
    {
        if (await eenheid.Sessie.LoadAsync<Zaak>(zaaknummer, ct) is { } zaak)
        {
            return Weeg(zaak);
        }
        // What is not submitted is none of the executor's business: only an applicant has a reason to ask.
        if (aanroep.AlleenVan is null)
        {
            return Platform.Stromen.Weigering.NietGevonden(zaaknummer);
        }
        var (gegevens, weigering) = await Vraag(zaaknummer, ct);
        return weigering is not null ? weigering
            : gegevens is null ? Platform.Stromen.Weigering.NietGevonden(zaaknummer)
            : Weeg(gegevens.Zaak);
    }

    /// <summary>As Aanvragen has it now; neither when it has no such number.</summary>
    public async Task<(Gegevens? Gegevens, Weigering? Weigering)> Vraag(string zaaknummer, CancellationToken ct)
    {
        try
        {
            return (await contexten.Stel<Gegevens>(Aanvragen, $"/aanvragen/{zaaknummer}/zaakgegevens", ct), null);
        }
        catch (HttpRequestException e)
        {
            log.LogWarning(e, "Whose {Zaaknummer} is cannot be asked now", zaaknummer);
            return (null, Onzeker(zaaknummer));
        }
    }

    /// <summary>Whether this exists for this caller.</summary>
    public bool MagZien(Document document) => !document.BijConcept || (aanroep.AlleenVan == document.KvkNummer && !aanroep.ZonderConcepten);

    private Antwoord Weeg(Zaak zaak) =>
        eenheid.MagZien(zaak) && (zaak.Concept != true || (aanroep.AlleenVan is not null && !aanroep.ZonderConcepten))
            ? new Antwoord(zaak, null)
            : Platform.Stromen.Weigering.NietGevonden(zaak.Id);

    private static Weigering Onzeker(string zaaknummer) =>
        new()
        {
            Code = "zaak-onzeker",
            Status = StatusCodes.Status503ServiceUnavailable,
            Uitleg = $"Wij kunnen zaak {zaaknummer} nu niet opzoeken. Er is niets veranderd. Probeer het over een minuut opnieuw.",
        };
}
