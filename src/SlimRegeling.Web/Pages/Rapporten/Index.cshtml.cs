using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Rapporten;

/// <summary>The report for who leads the firm: what people experience, what to do first, and what helps with it.</summary>
public sealed class IndexModel(LeercultuurscansApi api, Teksten t) : Rapportpagina(api)
{
    public Rapportblad Blad { get; private set; } = null!;

    public Leernamen Namen { get; private set; } = null!;

    public Benchmarkvergelijking Anderen { get; private set; } = new();

    public Rapport Rapport => Blad.Rapport;

    /// <summary>Where management and people differ by a point or more.</summary>
    public IReadOnlyList<Dimensiescore> Verschillen =>
        [.. Rapport.Dimensies.Concat(Rapport.Onderdelen ?? []).Where(d => d.Signaal is not null)];

    /// <summary>What people were asked beside the questions, of which something can be shown.</summary>
    public IReadOnlyList<Splitsing> Splitsingen => [.. (Rapport.Splitsingen ?? []).Where(s => s.Groepen.Count > 0)];

    /// <summary>What they were asked, of which nothing can be shown.</summary>
    public IReadOnlyList<Splitsing> Verborgen => [.. (Rapport.Splitsingen ?? []).Where(s => s.Groepen.Count == 0)];

    public Scoreblad Kern => Blok("kern", t["Score per onderwerp"], Leernamen.Kern, Rapport.Dimensies, Anderen.Kern);

    public Scoreblad Eigen => Blok("eigen", t["Score per onderdeel"], Namen.Eigen, Rapport.Onderdelen ?? [], Anderen.Eigen);

    public Scoreblad Afbeelding =>
        Blok("afbeelding", t["Uw vragenlijst naast de negen onderwerpen"], Namen.Eigen, Rapport.Afbeelding ?? [], null);

    public string Vragenlijst => Namen.Instrument is { } lijst ? t["{0}, versie {1}", lijst.Naam.In(t), lijst.Versie] : Rapport.Instrument;

    /// <summary>The interventions that a priority names and that still are in the catalogue, in its order.</summary>
    public IEnumerable<Interventie> Handvatten(Prioriteit prioriteit) =>
        (prioriteit.Handvatten ?? []).Select(h => Blad.Handvatten.FirstOrDefault(i => i.Id == h)).OfType<Interventie>();

    public Dimensiescore? Score(string dimensie) => Rapport.Dimensies.FirstOrDefault(d => d.Code == dimensie);

    /// <summary>An attribute that people were asked for.</summary>
    public string Groepsnaam(Splitsing splitsing) =>
        splitsing.Kenmerk switch
        {
            "team" => t["Per team"],
            "leeftijd" => t["Naar leeftijd"],
            "contract" => t["Naar contract"],
            "opleiding" => t["Naar opleiding"],
            var anders => anders,
        };

    public async Task OnGet(CancellationToken ct)
    {
        if (await Haal<Rapportblad>("/rapport", ct) is not { } blad)
        {
            return;
        }
        Blad = blad;
        Namen = await Leernamen.Lees(Api, Rapport.Instrument, ct);
        Anderen = await Naast<Benchmarkvergelijking>("/benchmark", ct) ?? new();
    }

    /// <summary>The report as a PDF.</summary>
    /// <param name="voor">werkgever or medewerkers.</param>
    public Task<IActionResult> OnGetRapportbestand(string? voor, CancellationToken ct)
    {
        var voorWie = voor == "medewerkers" ? voor : "werkgever";
        return Bestand("/rapport", $"/rapport/pdf?voor={voorWie}&{Teksten.Taalvraag}={t.Code}", ct);
    }

    private Scoreblad Blok(string id, string titel, Schaal schaal, IReadOnlyList<Dimensiescore> scores, Benchmarkbeeld? anderen) =>
        Scoreblad.Van(id, titel, schaal, scores, s => Namen.Van(s.Code, t, s.Naam), anderen);
}
