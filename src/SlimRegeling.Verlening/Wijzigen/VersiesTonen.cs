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

namespace SlimRegeling.Verlening.Wijzigen;

/// <summary>
/// Every version of an award, each with what it changed: as it was first given, after objection or mending, at the recipient's request, and what was
/// withdrawn.
/// </summary>
public static class VersiesTonen
{
    private const string EersteKeer = "verlening";
    private const string Ingetrokken = "intrekking";

    /// <param name="Wat">bedrag, voorschot, subsidiabele-kosten, periode-tot, partij, activiteit, post, plan or begroting.</param>
    /// <param name="Welke">KVK number of the party, letter of the activity, or the item as people read it; absent of what there is one of.</param>
    /// <param name="Was">As people read it; absent of what is new.</param>
    /// <param name="Wordt">Absent of what is gone.</param>
    public sealed record Verschil(string Wat, string? Welke = null, string? Was = null, string? Wordt = null);

    /// <summary>A part of what the award says, changed or not.</summary>
    /// <param name="Wat">As of a difference; also percentage and periode-van.</param>
    /// <param name="Waarde">As people read it.</param>
    /// <param name="Gewijzigd">Whether this version changed it; absent when it did not.</param>
    public sealed record Onderdeel(string Wat, string Waarde, string? Welke = null, bool? Gewijzigd = null);

    /// <param name="Besluit">Number of the decision by which it came.</param>
    /// <param name="Aanleiding">verlening, bezwaar, herstel, intrekking, or the kind of change that was asked.</param>
    /// <param name="Inhoud">The whole award as this version has it.</param>
    public sealed record Versie(
        int Nummer,
        string Besluit,
        LocalDate Datum,
        string Aanleiding,
        IReadOnlyList<Verschil> Verschillen,
        IReadOnlyList<Onderdeel> Inhoud
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/verleningen/{zaaknummer}/versies", Voer)
            .Geeft<IReadOnlyList<Versie>>()
            .LegtInzageVast("versies")
            .Voor(Rol.Aanvrager, Rol.Gemachtigde, Rol.Beoordelaar, Rol.Medeondertekenaar)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden);

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Stroom<Verlening> verleningen,
        Werkeenheid<VerleningContext> eenheid,
        Regelbron<VerleningContext> regelbron,
        CancellationToken ct
    ) =>
        await verleningen.Lees(zaaknummer, ct) is { Verleend: not null } verlening
            ? Uitkomst.Ok(
                Van(
                    (await eenheid.Sessie.Events.FetchStreamAsync(zaaknummer, token: ct)).Select(e => e.Data),
                    Wijzigingsgevolg.Aanvragertype(verlening),
                    await regelbron.Nu(ct)
                )
            )
            : Weigering.NietGevonden(zaaknummer);

    /// <param name="gebeurtenissen">Of the case, in order.</param>
    public static IReadOnlyList<Versie> Van(IEnumerable<object> gebeurtenissen, string aanvragertype, Regelstanden regels)
    {
        var versies = new List<Versie>();
        Verleend? was = null;
        string? plan = null;
        foreach (var gebeurtenis in gebeurtenissen)
        {
            var (wordt, besluit, datum, aanleiding) = gebeurtenis switch
            {
                Verleend e => (e, e.Besluit, e.Besluitdatum, EersteKeer),
                Bezwaren.VerleningGewijzigd e => (e.Wordt, e.Besluit, e.Besluitdatum, Waardoor(e.Bezwaar)),
                WijzigingBesloten { Wordt: { } nieuw } e => (
                    nieuw,
                    e.Besluit,
                    e.Besluitdatum,
                    e.Bezwaar is { } bezwaar ? Waardoor(bezwaar) : e.Vraag.Soort
                ),
                Intrekkingen.IntrekkingBesloten e => (e.Wordt, e.Besluit, e.Besluitdatum, Ingetrokken),
                _ => ((Verleend?)null, "", default(LocalDate), ""),
            };
            if (wordt is null)
            {
                continue;
            }
            IReadOnlyList<Verschil> verschillen = was is null ? [] : [.. Verschillen(was, wordt)];
            // What a plan says is not in the award, so that nothing of it can be laid beside what it was: the request has its words.
            if (verschillen.Count == 0 && aanleiding is Wijzigingssoort.Plan or Wijzigingssoort.Begroting)
            {
                verschillen = [new Verschil(aanleiding)];
            }
            plan = aanleiding == Wijzigingssoort.Plan ? besluit : plan;
            var inhoud = Versieinhoud.Van(wordt, aanvragertype, regels.Versie(wordt.Regelversie, wordt.Op), verschillen, plan);
            versies.Add(new(versies.Count + 1, besluit, datum, aanleiding, verschillen, inhoud));
            was = wordt;
        }
        return versies;
    }

    private static string Waardoor(string nummer) => Herstellen.Herstelnummer.Is(nummer) ? "herstel" : "bezwaar";

    private static IEnumerable<Verschil> Verschillen(Verleend was, Verleend wordt) =>
        [
            .. Verander("subsidiabele-kosten", Getal.Euro(was.SubsidiabeleKosten), Getal.Euro(wordt.SubsidiabeleKosten)),
            .. Verander("bedrag", Getal.Euro(was.Bedrag), Getal.Euro(wordt.Bedrag)),
            .. Verander("voorschot", Getal.Euro(was.Voorschot), Getal.Euro(wordt.Voorschot)),
            .. Verander("periode-tot", Datumtekst.Van(was.PeriodeTot), Datumtekst.Van(wordt.PeriodeTot)),
            .. PerStuk("partij", was.Partijen, wordt.Partijen),
            .. PerStuk("activiteit", was.Aandelen, wordt.Aandelen),
            .. PerStuk("post", Versieinhoud.Posten(was, wordt), Versieinhoud.Posten(wordt, was)),
        ];

    private static IEnumerable<Verschil> Verander(string wat, string was, string wordt) => was == wordt ? [] : [new(wat, null, was, wordt)];

    private static IEnumerable<Verschil> PerStuk(
        string wat,
        IReadOnlyDictionary<string, decimal>? was,
        IReadOnlyDictionary<string, decimal>? wordt
    ) =>
        from welke in (was?.Keys ?? []).Union(wordt?.Keys ?? []).Order(StringComparer.Ordinal)
        let eerst = Bedrag(was, welke)
        let nu = Bedrag(wordt, welke)
        where eerst != nu
        select new Verschil(wat, welke, eerst, nu);

    private static string? Bedrag(IReadOnlyDictionary<string, decimal>? bedragen, string welke) =>
        bedragen?.TryGetValue(welke, out var bedrag) == true ? Getal.Euro(bedrag) : null;
}
