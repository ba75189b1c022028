using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>
/// One objection with its steps and days. The applicant sees the own objection and what was decided once that was sent, never a judgment or proposal
/// before it; of one that someone else made only that it is there. To an employee with an interest of their own it is closed.
/// </summary>
public static class BezwaarTonen
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
        string? AfwijkingVanAdvies = null
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
        IReadOnlyList<Correctie>? Correcties = null
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
        var versie = (await regelbron.Nu(ct)).Versie(gelezen.Betreft!.Regelversie, moment.Nu);
        var teksten = await Bezwaarteksten.Lees(gelezen, medewerker, eenheid.Sessie, ct);
        var uitkomst = await bezwaren.Toon(bezwaar, b => Van(b, verlening, medewerker, versie, teksten), ct);
        return uitkomst with { Zaak = gelezen.Zaaknummer };
    }

    internal static Beeld Van(Bezwaar b, Verlening verlening, bool medewerker, Regelversie versie, Bezwaarteksten teksten)
    {
        var (ingediend, betreft) = (b.Ingediend!, b.Betreft!);
        var uw = betreft.Indiener == Indiener.Aanvrager;
        var code = b.Commissie is null ? Termijncode.BeslissingOpBezwaar : Termijncode.BeslissingOpBezwaarCommissie;
        var beeld = new Beeld(
            b.Id,
            b.Zaaknummer,
            b.KvkNummer,
            betreft.Besluit,
            betreft.Soort,
            betreft.Indiener,
            uw,
            ingediend.Wijze,
            Fase(b, medewerker),
            ingediend.OntvangenOp,
            Bezwaardagen.Tijdig(b, versie),
            versie.Termijn(code).Artikel,
            ingediend.ReactieUiterlijk,
            [.. b.Ontbreekt.Select(c => new Gebrek(c, Bezwaareis.Titel(c)))],
            b.Herstel is not null,
            Horen(b, medewerker, teksten),
            medewerker || uw
                ?
                [
                    .. b.Aanvullingen.Select(a => new Aanvulling(
                        a.OntvangenOp,
                        a.Hersteld,
                        [.. a.Hersteld.Select(Bezwaareis.Titel)],
                        teksten.Tekst(a.Inhoud)
                    )),
                ]
                : [],
            [.. b.Beslissingen.Where(x => medewerker || b.IsVerzonden(x)).Select(x => Genomen(b, x, medewerker, teksten))],
            [.. b.Beroep.Select(x => new Beroep(x.Besluit, x.Stand, x.Dag, x.Uitkomst, medewerker ? teksten.Tekst(x.Toelichting) : null))],
            ingediend.Poststempel,
            b.TermijnVan,
            b.TermijnTot,
            b.Afgelopen ? null : Bezwaardagen.Beslissen(b, versie),
            b.Hersteltermijn?.Uiterlijk,
            b.WilHoren,
            medewerker || uw ? teksten.Inhoud : null
        );
        return medewerker ? VoorMedewerker(beeld, b, verlening, versie, teksten) : beeld;
    }

    /// <summary>That a decision lies ready, or was taken and not sent yet, is for employees.</summary>
    internal static Bezwaarfase Fase(Bezwaar b, bool medewerker) =>
        medewerker || b.Fase is not (Bezwaarfase.Voorgesteld or Bezwaarfase.Beslist) ? b.Fase
        : b.Beslissingen.Any(x => b.IsVerzonden(x)) ? Bezwaarfase.Beslist
        : Bezwaarfase.InBehandeling;

    private static Beeld VoorMedewerker(Beeld beeld, Bezwaar b, Verlening verlening, Regelversie versie, Bezwaarteksten teksten) =>
        beeld with
        {
            Ondertekenaars = b.Ingediend!.Ondertekenaars,
            Ontvankelijkheid = b.Oordeel is { } o
                ? new(o.Ontvankelijk, o.Grond, o.Berekend, o.Door, o.Op, teksten.Tekst(o.Argument))
                : null,
            Partijen = [.. b.Partijen.Select(p => teksten.Partij(p.Gegevens)).OfType<Bijhouden.Partij>()],
            Commissie = b.Commissie is not null,
            Verdaagd = b.Verdaagd is not null,
            Advies = b.Advies is { } a ? new(a.Strekking, teksten.Tekst(a.Inhoud)) : null,
            Herbeoordeling = BeslissingVoorstellen.Herbeoordeling(b, verlening) is { } h
                ? new(
                    h.Soort,
                    h.Gronden,
                    [.. h.Gronden.Select(code => versie.Grond(code).Titel)],
                    h.Subsidie,
                    h.Voorschot,
                    h.Beoordelaar,
                    h.BeoordeeldOp
                )
                : null,
            Voorstel = b.Voorstel is { } v
                ? new(
                    v.Voorstelhash,
                    v.Uitkomst,
                    v.Nodig,
                    b.Budget,
                    v.Door,
                    v.Op,
                    v.Gevolg,
                    v.Herstelt,
                    teksten.Motivering(v.Motivering)?.Tekst,
                    teksten.Motivering(v.Motivering)?.AfwijkingVanAdvies
                )
                : null,
            Terugzending = b.Teruggezonden is { } t ? teksten.Tekst(t.Reden) : null,
            Correcties = [.. b.Correcties.Select(c => new Correctie(c.Op, c.Door, teksten.Tekst(c.Reden)))],
        };

    private static Hoorstand Horen(Bezwaar b, bool medewerker, Bezwaarteksten teksten) =>
        new(
            b.Hoorzitting?.Wanneer,
            b.Hoorzitting?.Wijze,
            b.Gehoord?.Dag,
            medewerker && b.Gehoord is { } g ? teksten.Tekst(g.Verslag) : null,
            medewerker ? b.NietGehoord?.Grond : null,
            medewerker && b.NietGehoord is { } n ? teksten.Tekst(n.Argument) : null,
            b.Hoorzitting?.Plaats,
            medewerker && b.Hoorzitting?.Instemming is { } i ? teksten.Tekst(i) : null,
            medewerker && b.NietGehoord?.Anderen is { } a ? teksten.Tekst(a) : null
        );

    private static Beslissing Genomen(Bezwaar b, BezwaarBeslist x, bool medewerker, Bezwaarteksten teksten) =>
        new(
            x.Besluit,
            x.Besluitdatum,
            x.Uitkomst,
            x.Besluitdatum > x.Uiterlijk,
            x.Gevolg,
            x.Toekenning?.Bedrag,
            x.Herstelt,
            teksten.Motivering(x.Motivering)?.Tekst,
            b.Beroepstermijnen.FirstOrDefault(t => t.Besluit == x.Besluit)?.TotEnMet,
            medewerker ? x.Ondertekenaars : null
        );
}
