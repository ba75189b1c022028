using System.Text.Json;
using Microsoft.Extensions.Logging;
using NodaTime;
using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Dossiers.Teksten;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Dossiers;

/// <summary>
/// Writes a letter: by the template with which it was read before it was signed, else the one that is in use, and the rules as they were at the decision,
/// dated on the day of sending; as a PDF, and with the same words for a page.
/// </summary>
public sealed class Opmaken(
    Adresboek adressen,
    Onderbouwingen onderbouwingen,
    Bestandstabel bestanden,
    Werkeenheid<DossiersContext> eenheid,
    Regelbron<DossiersContext> regelbron,
    ILogger<Opmaken> log
)
{
    /// <param name="Hash">SHA-256 of the PDF.</param>
    /// <param name="Inhoudshash">SHA-256 of the words as they are kept for a page.</param>
    /// <param name="Sjabloon">The number of the version of its template.</param>
    public sealed record Opgemaakt(
        string Hash,
        string Regelversie,
        string Regelhash,
        string? Inhoudshash = null,
        int? Sjabloon = null,
        string? Sjabloonhash = null
    )
    {
        public BriefOpgesteld Gebeurtenis(LocalDate dag, Instant nu) =>
            new(Hash, dag, nu, Regelversie, Regelhash, Inhoudshash, Sjabloon, Sjabloonhash);
    }

    /// <param name="EnkelPerPost">Whether it is for somebody who has no case here: the heirs of who had one.</param>
    public sealed record Concept(Opgemaakt Opgemaakt, byte[] Pdf, byte[] Pagina, bool EnkelPerPost = false);

    /// <param name="Versie">The rules that they name.</param>
    /// <param name="EnkelPerPost">As of <see cref="Concept"/>.</param>
    public sealed record Woorden(Briefinhoud Inhoud, Regelversie Versie, Sjabloon Sjabloon, bool EnkelPerPost = false);

    /// <param name="gegevens">Where the address is.</param>
    /// <param name="dag">The day of sending.</param>
    /// <exception cref="HttpRequestException">Relaties, or who knows why it was decided so, does not answer now; later it may.</exception>
    /// <exception cref="InvalidDataException">The address, or the reasons, are not (any more) what was told of.</exception>
    public async Task<Concept> Maak(Briefopdracht opdracht, Verwijzing gegevens, LocalDate dag, CancellationToken ct) =>
        await Maak(opdracht, await adressen.Van(opdracht.KvkNummer, gegevens, ct), dag, ct);

    /// <exception cref="HttpRequestException">Who knows why it was decided so does not answer now; later it may.</exception>
    /// <exception cref="InvalidDataException">The reasons are not (any more) what was told of.</exception>
    public async Task<Concept> Maak(Briefopdracht opdracht, Adres adres, LocalDate dag, CancellationToken ct)
    {
        var (inhoud, versie, sjabloon, enkelPerPost) = await Stel(opdracht, adres, dag, ct);
        var pdf = Pdfbrief.Maak(inhoud);
        var pagina = JsonSerializer.SerializeToUtf8Bytes(Briefpagina.Van(inhoud), Platform.Stromen.Json.Opties);
        return new(
            new(Bestandstabel.Hash(pdf), versie.Id, versie.Hash, Bestandstabel.Hash(pagina), sjabloon.Versie, sjabloon.Tekst.Hash),
            pdf,
            pagina,
            enkelPerPost
        );
    }

    /// <summary>The words that it would have when it is sent on this day to this address.</summary>
    /// <exception cref="HttpRequestException">Who knows why it was decided so does not answer now; later it may.</exception>
    public Task<Woorden> Stel(Briefopdracht opdracht, Adres adres, LocalDate dag, CancellationToken ct) =>
        Stel(opdracht, adres, versie => onderbouwingen.Geval(opdracht, versie, dag, ct), ct);

    /// <summary>The same of what is meant to be withdrawn, with a text that its owner does not keep yet.</summary>
    public Task<Woorden> Stel(Briefopdracht opdracht, Intrekkingstekst tekst, Adres adres, LocalDate dag, CancellationToken ct) =>
        Stel(opdracht, adres, versie => Task.FromResult(new Briefgeval(opdracht, versie, dag, Intrekkingstekst: tekst)), ct);

    private async Task<Woorden> Stel(Briefopdracht opdracht, Adres adres, Func<Regelversie, Task<Briefgeval>> geval, CancellationToken ct)
    {
        var zaak = await eenheid.Sessie.LoadAsync<Zaak>(opdracht.Zaaknummer, ct);
        var versie = (await regelbron.Nu(ct)).Versie(Regelkeuze.Van(opdracht, zaak), opdracht.Op);
        var soort = Briefsoorten.Van(opdracht);
        var sjabloon = Kies(await eenheid.Sessie.LoadAsync<Briefsjabloon>(Briefsjabloon.Stroom(soort.Code), ct) ?? new(), soort, opdracht);
        var gevuld = await geval(versie);
        var aanErfgenamen = gevuld.Vorderingstekst?.Erfgenamen == true;
        var aan = aanErfgenamen ? adres with { Naam = $"De erfgenamen van {adres.Naam}" } : adres;
        return new(Brieftekst.Van(sjabloon, gevuld, aan), versie, sjabloon, aanErfgenamen);
    }

    /// <summary>What was read is what is sent, also when another text was signed meanwhile.</summary>
    private Sjabloon Kies(Briefsjabloon sjablonen, Briefsoort soort, Briefopdracht opdracht)
    {
        if (opdracht.Gelezen is not { } hash)
        {
            return sjablonen.Nu(soort);
        }
        if (sjablonen.Met(soort, hash) is { } gelezen)
        {
            return gelezen;
        }
        // Of the program's own text a release knows one only.
        log.LogWarning(
            "Letter {Brief} was read with template {Hash}, which is not here; it is written with the one in use",
            opdracht.Brief,
            hash
        );
        return sjablonen.Nu(soort);
    }

    /// <summary>Keeps it in the transaction of the event that names its hashes; in place of one that was made before and never sent.</summary>
    public void Bewaar(Briefopdracht opdracht, Concept concept)
    {
        bestanden.Zet(opdracht.Brief, opdracht.Zaaknummer, concept.Pdf);
        bestanden.Zet(Bestandstabel.Pagina(opdracht.Brief), opdracht.Zaaknummer, concept.Pagina);
    }
}
