using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Wijzigen;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>
/// One objection with its steps and days. The applicant sees the own objection and what was decided once that was sent, never a judgment or proposal
/// before it; of one that someone else made only that it is there. To an employee with an interest of their own it is closed.
/// </summary>
public static partial class BezwaarTonen
{
    /// <summary>What is lacking, or was added.</summary>
    public sealed record Gebrek(string Code, string Titel);

    /// <param name="Tekst">Absent when it was destroyed.</param>
    /// <param name="HersteldInWoorden">The same as people read it.</param>
    public sealed record Aanvulling(
        LocalDate OntvangenOp,
        IReadOnlyList<string> Hersteld,
        IReadOnlyList<string> HersteldInWoorden,
        string? Tekst = null
    );

    /// <param name="Grond">Why it can be dealt with or not.</param>
    public sealed record Oordeel(bool Ontvankelijk, string Grond, Tijdigheid Berekend, string Door, Instant Op, string? Argument = null);

    /// <param name="Grond">Why nobody is heard (7:3 Awb).</param>
    /// <param name="Plaats">Where they are heard; absent by telephone.</param>
    /// <param name="Instemming">Who agreed to be heard sooner than 7:4 Awb needs.</param>
    /// <param name="Anderen">Why others with an interest are not heard either.</param>
    public sealed record Hoorstand(
        Instant? Wanneer = null,
        string? Wijze = null,
        LocalDate? GehoordOp = null,
        string? Verslag = null,
        string? Grond = null,
        string? Argument = null,
        string? Plaats = null,
        string? Instemming = null,
        string? Anderen = null
    );

    public sealed record Advies(string Strekking, string? Tekst = null);

    /// <summary>The application as it was assessed again for this objection.</summary>
    /// <param name="Grondtitels">The grounds in the words of the rules.</param>
    public sealed record Herbeoordeling(
        string Soort,
        IReadOnlyList<string> Gronden,
        IReadOnlyList<string> Grondtitels,
        decimal Subsidie,
        decimal Voorschot,
        string Beoordelaar,
        Instant Op
    );

    /// <param name="Hash">What is signed.</param>
    /// <param name="Nodig">What has to be set apart before it can be signed, in euro.</param>
    /// <param name="Gereserveerd">What was.</param>
    /// <param name="Toetreding">What was confirmed of who leaves, joins or takes over by a change.</param>
    public sealed record Voorstelbeeld(
        string Hash,
        string Uitkomst,
        decimal Nodig,
        decimal Gereserveerd,
        string Door,
        Instant Op,
        string? Gevolg = null,
        string? Herstelt = null,
        string? Motivering = null,
        string? AfwijkingVanAdvies = null,
        Toetreding? Toetreding = null
    );

    /// <param name="Bedrag">The award as it stood after it, in euro; absent when it gave none.</param>
    /// <param name="BeroepTot">The last day to appeal at the court; absent while it was not sent.</param>
    /// <param name="TeLaat">Whether it came after the last day to decide.</param>
    public sealed record Beslissing(
        string Besluit,
        LocalDate Datum,
        string Uitkomst,
        bool TeLaat,
        string? Gevolg = null,
        decimal? Bedrag = null,
        string? Herstelt = null,
        string? Motivering = null,
        LocalDate? BeroepTot = null,
        IReadOnlyList<string>? Ondertekenaars = null
    );

    /// <summary>Of what was typed in from a letter.</summary>
    public sealed record Correctie(Instant Op, string Door, string? Reden = null);

    public sealed record Beroep(string Besluit, string Stand, LocalDate Dag, string? Uitkomst = null, string? Toelichting = null);

    /// <param name="Ondertekenaars">Who took the decision that it is against, by their pseudonyms; left out for an applicant, like what is judged.</param>
    /// <param name="UwBezwaar">Whether the enterprise of the case made it.</param>
    /// <param name="Terugzending">Why the proposal went back.</param>
    /// <param name="Groeit">What each party would receive above what it has now, when an objection about a change is well-founded; left out for an applicant.</param>
    /// <param name="Samenstelling">What is to be confirmed when a party leaves or joins by it; left out for an applicant.</param>
    /// <param name="Ingebreke">The penalty for deciding late as it stands now; absent without a reminder.</param>
    public sealed record Beeld(
        string Bezwaar,
        string Zaaknummer,
        string KvkNummer,
        string Besluit,
        string Soort,
        string Indiener,
        bool UwBezwaar,
        string Wijze,
        Bezwaarfase Fase,
        LocalDate OntvangenOp,
        Tijdigheid Tijdigheid,
        string BeslisArtikel,
        LocalDate ReactieUiterlijk,
        IReadOnlyList<Gebrek> Ontbreekt,
        bool HerstelGevraagd,
        Hoorstand Horen,
        IReadOnlyList<Aanvulling> Aanvullingen,
        IReadOnlyList<Beslissing> Beslissingen,
        IReadOnlyList<Beroep> InBeroep,
        LocalDate? Poststempel = null,
        LocalDate? BezwaarVan = null,
        LocalDate? BezwaarTot = null,
        LocalDate? BeslissenUiterlijk = null,
        LocalDate? HerstellenUiterlijk = null,
        bool? WilHoren = null,
        Bezwaarinhoud? Inhoud = null,
        IReadOnlyList<string>? Ondertekenaars = null,
        Oordeel? Ontvankelijkheid = null,
        IReadOnlyList<Bijhouden.Partij>? Partijen = null,
        bool? Commissie = null,
        bool? Verdaagd = null,
        Advies? Advies = null,
        Herbeoordeling? Herbeoordeling = null,
        Voorstelbeeld? Voorstel = null,
        string? Terugzending = null,
        IReadOnlyList<Correctie>? Correcties = null,
        Bezwaardwangsom? Ingebreke = null,
        IReadOnlyList<WijzigingenTonen.Deel>? Groeit = null,
        Samenstellingseis? Samenstelling = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/bezwaren/{bezwaar}", Voer)
            .Geeft<Beeld>()
            .LegtInzageVast("bezwaar")
            .Voor(Rol.Aanvrager, Rol.Gemachtigde, Rol.Beoordelaar, Rol.Medeondertekenaar)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden);

    private static async Task<Uitkomst> Voer(
        string bezwaar,
        Persoon persoon,
        Stroom<Bezwaar> bezwaren,
        Stroom<Verlening> verleningen,
        Werkeenheid<VerleningContext> eenheid,
        Regelbron<VerleningContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await bezwaren.Lees(bezwaar, ct) is not { } gelezen)
        {
            return Weigering.NietGevonden(bezwaar);
        }
        var medewerker = persoon.KvkNummer is null;
        if (medewerker && Bezwaarpoort.Persoon(gelezen, persoon.Onderwerp, oordeelt: false) is { } weigering)
        {
            return weigering;
        }
        var verlening = (await verleningen.Lees(gelezen.Zaaknummer, ct))!;
        var nu = moment.Nu;
        var versie = (await regelbron.Nu(ct)).Versie(gelezen.Betreft!.Regelversie, nu);
        var teksten = await Bezwaarteksten.Lees(gelezen, medewerker, eenheid.Sessie, ct);
        var uitkomst = await bezwaren.Toon(bezwaar, b => Van(b, verlening, medewerker, versie, teksten, Moment.Dag(nu)), ct);
        return uitkomst with { Zaak = gelezen.Zaaknummer };
    }
}
