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

    /// <summary>The interventions that a priority names, as the report has them; of a report from before it did, as they are in the catalogue.</summary>
    public IEnumerable<Handvat> Handvatten(Prioriteit prioriteit) =>
        prioriteit.Hulp
        ?? (prioriteit.Handvatten ?? [])
            .Select(h => Blad.Handvatten.FirstOrDefault(i => i.Id == h))
            .OfType<Interventie>()
            .Select(i => new Handvat(i.Id, i.Naam, i.Omschrijving, i.Routes));

    /// <summary>What it can be paid with, likewise.</summary>
    public string Betalen(Handvat handvat) =>
        string.Join(", ", handvat.Routes.Select(r => Namen.Van($"route:{r}", t, Leerwoorden.Betalen([r], t))));

    /// <summary>What management chose in its statement, in words.</summary>
    public IEnumerable<(string Titel, string Namen)> VanLeiding(Leidingbeeld leiding)
    {
        yield return (t["Waar uw bedrijf staat"], Keuzenamen("fase", Namen.Keuzes.Fasen, [leiding.Fase]));
        yield return (t["Wat leren tegenhoudt"], Keuzenamen("belemmering", Namen.Keuzes.Belemmeringen, leiding.Belemmeringen));
        yield return (t["Waarom u wilt dat mensen leren"], Keuzenamen("drijfveer", Namen.Keuzes.Drijfveren, leiding.Drijfveren));
        yield return (t["Voor wie u vooral iets wilt doen"], Keuzenamen("doelgroep", Namen.Keuzes.Doelgroepen, leiding.Doelgroepen ?? []));
    }

    /// <summary>What it said of vision, plan and budget, question by question.</summary>
    public IEnumerable<(string Vraag, string Antwoord)> Richting(Leidingbeeld leiding) =>
        from gegeven in leiding.Richting ?? new Dictionary<string, string>()
        let vraag = Namen.Keuzes.Richting.FirstOrDefault(r => r.Code == gegeven.Key)
        select (
            Namen.Van($"richting:{gegeven.Key}", t, vraag?.Vraag.In(t) ?? gegeven.Key),
            Namen.Van($"antwoord:{gegeven.Value}", t, Leerwoorden.Naam(vraag?.Keuzes ?? [], gegeven.Value, t))
        );

    /// <summary>Whether people counted something, so that the words of an answer stand where others have a band.</summary>
    public bool MetAantallen => (Rapport.Onderdelen ?? []).Any(o => o.Score is not null && !Leerwoorden.Banden.Contains(o.Beeld));

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
        Namen = (await Leernamen.Lees(Api, Rapport.Instrument, ct)).Met(Rapport.Namen);
        // As the report was fixed beside them, also when others came since: those stand on the page that compares. A report from before that was kept has no names.
        Anderen = Rapport is { Namen: null, Anderen: null }
            ? await Naast<Benchmarkvergelijking>("/benchmark", ct) ?? new()
            : new(Rapport.Anderen);
    }

    /// <summary>The report as a PDF.</summary>
    /// <param name="voor">werkgever or medewerkers.</param>
    public Task<IActionResult> OnGetRapportbestand(string? voor, CancellationToken ct)
    {
        var voorWie = voor == "medewerkers" ? voor : "werkgever";
        return Bestand("/rapport", $"/rapport/pdf?voor={voorWie}&{Teksten.Taalvraag}={t.Code}", ct);
    }

    private string Keuzenamen(string lijst, IReadOnlyList<Leerkeuze> keuzes, IReadOnlyList<string> codes) =>
        codes.Count == 0
            ? t["niets gekozen"]
            : string.Join(' ', codes.Select(c => Leerwoorden.Zin(Namen.Van($"{lijst}:{c}", t, Leerwoorden.Naam(keuzes, c, t)))));

    private Scoreblad Blok(string id, string titel, Schaal schaal, IReadOnlyList<Dimensiescore> scores, Benchmarkbeeld? anderen) =>
        Scoreblad.Van(id, titel, schaal, scores, s => Namen.Van(s.Code, t, s.Naam), anderen);
}
