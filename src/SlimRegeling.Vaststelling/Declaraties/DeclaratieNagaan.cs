using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Vaststelling.Declaraties;

/// <summary>What the recipient's draft comes to beside the award, and what it lacks to be sent. Nothing is stored.</summary>
public static class DeclaratieNagaan
{
    // Who made the same mistake in every line has seen enough by then.
    private const int MeesteFouten = 100;

    /// <param name="Soort">A, B, C or D.</param>
    /// <param name="Kosten">As declared, in euro, like the next two.</param>
    /// <param name="MetOpslag">With the surcharge; of a fixed amount the same as before it.</param>
    /// <param name="Begroot">What the award counted, with the surcharge; absent when the award does not tell.</param>
    /// <param name="Uitleggen">Whether it differs so much from the award that it must be explained, where the award tells no items of it.</param>
    /// <param name="Posten">Its items that were awarded or are declared; absent when the award does not tell them.</param>
    public sealed record Activiteitbeeld(
        string Soort,
        int Regels,
        decimal Kosten,
        decimal MetOpslag,
        decimal? Begroot = null,
        bool Uitleggen = false,
        IReadOnlyList<Postbeeld>? Posten = null
    );

    /// <param name="Code">Under which its difference is explained.</param>
    /// <param name="Titel">As people read it.</param>
    /// <param name="Kosten">As declared, in euro before the surcharge, like what the award counted.</param>
    /// <param name="Uitleggen">Whether it differs so much from the award that it must be explained.</param>
    public sealed record Postbeeld(string Code, string Titel, decimal Kosten, decimal Begroot, bool Uitleggen);

    /// <param name="Subsidie">What the award gives this party, in euro; nothing of one that left.</param>
    /// <param name="Vanaf">When it joined; absent of one that the award was given to.</param>
    /// <param name="Vertrokken">When it left: what it made before that day can be declared; absent of one that takes part.</param>
    public sealed record Partijbeeld(
        string KvkNummer,
        int Regels,
        decimal Kosten,
        decimal Subsidie,
        LocalDate? Vanaf = null,
        LocalDate? Vertrokken = null
    );

    /// <param name="Code">Under which its documents are sent.</param>
    /// <param name="Model">On which it has to be made; absent of what has none.</param>
    public sealed record Verslageis(string Code, string Titel, string Artikel, bool Gegeven, Modelbeeld? Model = null);

    /// <param name="Soorten">The kinds of lines that the award knows.</param>
    /// <param name="Partijen">Empty when the recipient is alone.</param>
    /// <param name="VerzoekUiterlijk">The last day to send it, also when that is one that was given later.</param>
    /// <param name="Ontbreekt">The first hundred.</param>
    /// <param name="Aantal">How many there are.</param>
    /// <param name="WaaromNiet">Why nothing can be written or sent now; absent when it can.</param>
    public sealed record Beeld(
        string Zaaknummer,
        LocalDate PeriodeVan,
        LocalDate PeriodeTot,
        LocalDate VerzoekUiterlijk,
        decimal Verleend,
        decimal Gedeclareerd,
        int Regels,
        IReadOnlyList<string> Soorten,
        IReadOnlyList<Activiteitbeeld> Activiteiten,
        IReadOnlyList<Partijbeeld> Partijen,
        IReadOnlyList<Verslageis> Verslagen,
        IReadOnlyList<Fout> Ontbreekt,
        int Aantal,
        string? WaaromNiet = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/verantwoordingen/{zaaknummer}/declaratie/controle", Voer)
            .Geeft<Beeld>()
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Verantwoorden);

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Stroom<Verantwoording> verantwoordingen,
        Werkeenheid<VaststellingContext> eenheid,
        Regelbron<VaststellingContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await verantwoordingen.Lees(zaaknummer, ct) is not { Opening: { } opening } verantwoording)
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var concept = await eenheid.Sessie.LoadAsync<Declaratieconcept>(zaaknummer, ct);
        var gestuurd =
            concept is null && verantwoording.Declaratie is { } ingediend ? await eenheid.Lees<Declaratie>(ingediend.Inhoud, ct) : null;
        var versie = (await regelbron.Nu(ct)).Versie(opening.Regelversie, moment.Nu);
        return Uitkomst.Ok(Van(verantwoording, concept?.Declaratie ?? gestuurd ?? Declaratie.Leeg, versie, moment.Vandaag));
    }

    /// <param name="verantwoording">With an award.</param>
    /// <param name="dag">On which it is looked at.</param>
    public static Beeld Van(Verantwoording verantwoording, Declaratie declaratie, Regelversie versie, LocalDate dag)
    {
        var opening = verantwoording.Opening!;
        var fouten = Declaratiecontrole.Volledig(verantwoording, declaratie, versie);
        return new(
            verantwoording.Id,
            opening.PeriodeVan,
            opening.PeriodeTot,
            verantwoording.Verzoektermijn?.Uiterlijk
                ?? Termijnen.Einde(versie, Verantwoordingswijze.Termijn(versie, opening.Wijze), opening.PeriodeTot),
            opening.Verleend,
            Grondslag.Gevraagd(declaratie, versie).Values.Sum(),
            declaratie.Regels.Count,
            Soorten(opening, versie),
            Activiteiten(verantwoording, declaratie, versie),
            Partijen(verantwoording, declaratie, versie),
            Verslagen(verantwoording, declaratie, versie, dag),
            [.. fouten.Take(MeesteFouten)],
            fouten.Count,
            DeclaratieIndienen.Dicht(verantwoording)?.Uitleg
        );
    }

    private static List<string> Soorten(Opengesteld opening, Regelversie versie)
    {
        var kosten = opening.Activiteiten.Any(a => Vaststellingsberekening.HeeftKosten(versie, a));
        var traject =
            opening.Activiteiten.Contains(nameof(Activiteitsoort.B)) && Vaststellingsberekening.BedragPerTraject(versie) is not null;
        var plaats =
            opening.Activiteiten.Contains(nameof(Activiteitsoort.D)) && Vaststellingsberekening.BedragVoorWeken(versie, 1m) is not null;
        return
        [
            .. kosten ? (string[])[Kostensoort.Uren, Kostensoort.Factuur] : [],
            .. traject ? (string[])[Kostensoort.Traject] : [],
            .. plaats ? (string[])[Kostensoort.Praktijkleerplaats] : [],
        ];
    }

    private static List<Activiteitbeeld> Activiteiten(Verantwoording verantwoording, Declaratie declaratie, Regelversie versie)
    {
        var opening = verantwoording.Opening!;
        var gevraagd = Grondslag.Gevraagd(declaratie, versie);
        var begroot = Grondslag.Begroot(verantwoording, versie);
        var verschillen = Begrotingsposten.Van(verantwoording, declaratie, versie).ToLookup(v => v.Activiteit);
        return
        [
            .. opening
                .Activiteiten.Union(gevraagd.Keys)
                .Order(StringComparer.Ordinal)
                .Select(soort =>
                {
                    var kosten = gevraagd.GetValueOrDefault(soort);
                    return new Activiteitbeeld(
                        soort,
                        declaratie.Regels.Count(r => r.Activiteit == soort),
                        kosten,
                        Vaststellingsberekening.HeeftKosten(versie, soort) ? Vaststellingsberekening.MetToeslag(versie, kosten) : kosten,
                        begroot.TryGetValue(soort, out var bedrag) ? bedrag : null,
                        verschillen[soort].Any(v => v is { Post: null, Uitleggen: true }),
                        opening.Posten?.ContainsKey(soort) == true ? [.. verschillen[soort].Select(Post)] : null
                    );
                }),
        ];
    }

    private static Postbeeld Post(Postverschil verschil) =>
        new(verschil.Post!, Begrotingspost.Titel(verschil.Post!), verschil.Gemaakt, verschil.Begroot, verschil.Uitleggen);

    private static List<Partijbeeld> Partijen(Verantwoording verantwoording, Declaratie declaratie, Regelversie versie)
    {
        var perPartij = declaratie.Regels.ToLookup(r => r.Partij);
        var delen = verantwoording.Opening!.Partijen;
        return
        [
            .. verantwoording
                .Deelnames.Values.OrderBy(d => d.KvkNummer, StringComparer.Ordinal)
                .Select(d => new Partijbeeld(
                    d.KvkNummer,
                    perPartij[d.KvkNummer].Count(),
                    perPartij[d.KvkNummer].Sum(r => Regelbedrag.Gevraagd(versie, r)),
                    delen?.GetValueOrDefault(d.KvkNummer) ?? 0m,
                    d.Vanaf,
                    d.Vertrokken
                )),
        ];
    }

    private static List<Verslageis> Verslagen(Verantwoording verantwoording, Declaratie declaratie, Regelversie versie, LocalDate dag)
    {
        var gegeven = Declaratiecontrole.Gegeven(declaratie);
        return
        [
            .. Declaratiecontrole
                .Gevraagd(verantwoording, declaratie, versie)
                .Select(b => new Verslageis(b.Code, b.Titel, b.Artikel, gegeven.Contains(b.Code), Modelbeeld.Van(versie, b.Code, dag))),
            // Without them it can be sent, and be refused.
            .. Offertes.Boven(declaratie, versie).Count > 0
                ? (Verslageis[])[new(Offertes.Code, Offertes.Titel, Offertes.Artikel(versie), gegeven.Contains(Offertes.Code))]
                : [],
        ];
    }
}
