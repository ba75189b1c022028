using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Verlening;

/// <summary>
/// Shows the proposal with its hash to those who decide, and the decision to those too and to the applicant. Before a decision is signed
/// the applicant learns nothing here.
/// </summary>
public static class Bekijken
{
    /// <param name="Hash">What is signed; null when no proposal lies ready.</param>
    /// <param name="Gereserveerd">Null when no budget is set apart yet.</param>
    /// <param name="RegelsGewijzigd">Whether rules have changed since the amounts were computed: send it back, so that they are computed
    /// anew.</param>
    /// <param name="WaaromNiet">Why the caller cannot sign it; absent when they can.</param>
    public sealed record Voorstelbeeld(
        string Soort,
        string? Hash,
        IReadOnlyList<Grondbeeld> Gronden,
        IReadOnlyList<string> Activiteiten,
        decimal SubsidiabeleKosten,
        decimal Subsidie,
        decimal Voorschot,
        decimal? Gereserveerd,
        string Regelversie,
        string Regelhash,
        bool RegelsGewijzigd,
        string Beoordelaar,
        Instant BeoordeeldOp,
        IReadOnlyList<Partijbeeld> Partijen,
        bool Gedeeltelijk,
        string? WaaromNiet = null
    );

    /// <summary>What one party of a partnership receives.</summary>
    public sealed record Partijbeeld(string KvkNummer, decimal Bedrag);

    /// <summary>What shows that the activities were done; an activity where it belongs to one.</summary>
    public sealed record Bewijsbeeld(string? Activiteit, string Omschrijving, string Artikel);

    public sealed record Grondbeeld(string Code, string Titel, string Artikel);

    /// <summary>A term, its days inclusive.</summary>
    public sealed record Termijnbeeld(string Code, string Titel, string Artikel, LocalDate EersteDag, LocalDate LaatsteDag);

    public sealed record Bezwaarbeeld(string Besluit, LocalDate VerzondenOp, LocalDate Van, LocalDate TotEnMet, string Artikel);

    /// <param name="TeLaat">Whether it was decided after the last day of the term to decide.</param>
    /// <param name="Bewijs">Empty for a refusal.</param>
    /// <param name="Ondertekenaars">Pseudonyms of who assessed and who signed; left out for an applicant.</param>
    public sealed record Besluitbeeld(
        string Nummer,
        string Soort,
        string Artikel,
        LocalDate Datum,
        bool TeLaat,
        decimal Bedrag,
        decimal Voorschot,
        LocalDate? PeriodeVan,
        LocalDate? PeriodeTot,
        string? Verantwoording,
        IReadOnlyList<string> Activiteiten,
        IReadOnlyList<Bewijsbeeld> Bewijs,
        IReadOnlyList<Grondbeeld> Gronden,
        IReadOnlyList<string>? Ondertekenaars,
        IReadOnlyList<Partijbeeld> Partijen,
        bool Gedeeltelijk
    );

    /// <param name="Terugzending">Why the proposal went back; left out for an applicant, and when the reason was destroyed.</param>
    /// <param name="TeruggezondenDoor">Pseudonym of who sent it back; left out for an applicant, like the moment.</param>
    public sealed record Beeld(
        string Zaaknummer,
        Fase Fase,
        string? KvkNummer,
        Voorstelbeeld? Voorstel,
        Besluitbeeld? Besluit,
        IReadOnlyList<Termijnbeeld> Termijnen,
        IReadOnlyList<Bezwaarbeeld> Bezwaar,
        decimal? Vastgesteld,
        string? Terugzending,
        string? TeruggezondenDoor = null,
        Instant? TeruggezondenOp = null
    )
    {
        /// <summary>With why this person cannot sign what lies ready, when there is something to sign and they do.</summary>
        internal Beeld Voor(Verlening verlening, Persoon persoon, Regelstanden regels, Instant nu, IReadOnlyCollection<string> metBelang) =>
            Voorstel is { Hash: { } hash } voorstel && persoon.Heeft(Rol.Medeondertekenaar)
                ? this with
                {
                    Voorstel = voorstel with
                    {
                        WaaromNiet = Ondertekenen
                            .Beslis(verlening.Id, verlening, hash, persoon.Onderwerp, regels, nu, metBelang)
                            .Weigering?.Uitleg,
                    },
                }
                : this;
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet(
                "/verleningen/{zaaknummer}",
                async (
                    Zaaknummer zaaknummer,
                    Persoon persoon,
                    Stroom<Verlening> verleningen,
                    Werkeenheid<VerleningContext> eenheid,
                    Regelbron<VerleningContext> regelbron,
                    Belangen belangen,
                    Moment moment,
                    CancellationToken ct
                ) =>
                {
                    var aanvrager = persoon.KvkNummer is not null;
                    var stand = await verleningen.Lees(zaaknummer, ct);
                    if (aanvrager && stand?.Bekendgemaakt != true)
                    {
                        return Weigering.NietGevonden(zaaknummer);
                    }
                    var reden = !aanvrager && stand?.Teruggezonden is { } terug ? await eenheid.Lees<Reden>(terug.Reden, ct) : null;
                    var (regels, nu) = (await regelbron.Nu(ct), moment.Nu);
                    var metBelang = (await belangen.Bij([zaaknummer], ct))[zaaknummer].ToList();
                    return await verleningen.Toon(
                        zaaknummer,
                        verlening => Van(verlening, aanvrager, regels, nu, reden).Voor(verlening, persoon, regels, nu, metBelang),
                        ct
                    );
                }
            )
            .Geeft<Beeld>()
            .LegtInzageVast("verlening")
            .Voor(Rol.Aanvrager, Rol.Gemachtigde, Rol.Beoordelaar, Rol.Medeondertekenaar)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden);

    /// <summary>Once decided, the rules that it was decided by.</summary>
    private static Regelversie Geldend(Regelstanden regels, Verlening verlening, Voorstel voorstel, Instant nu) =>
        verlening switch
        {
            { Verleend: { } v } => regels.Toen(v.Regelhash).Versie(v.Regelversie, v.Op),
            { Afgewezen: { } a } => regels.Toen(a.Regelhash).Versie(a.Regelversie, a.Op),
            _ => regels.Versie(voorstel.Regelversie, nu),
        };

    public static Beeld Van(Verlening verlening, bool aanvrager, Regelstanden regels, Instant nu, Reden? terugzending = null)
    {
        var versie = verlening.Voorstel is { } voorstel ? Geldend(regels, verlening, voorstel, nu) : null;
        return new(
            verlening.Id,
            verlening.Fase,
            verlening.Voorstel?.KvkNummer,
            aanvrager ? null : Voorgesteld(verlening, versie),
            Besluit(verlening, versie, aanvrager),
            versie is null ? [] : [.. Lopend(verlening, versie)],
            [
                .. verlening.Bezwaartermijnen.Select(t => new Bezwaarbeeld(
                    t.Besluit,
                    t.VerzondenOp,
                    t.Van,
                    t.TotEnMet,
                    regels
                        .Toen(t.Regelhash)
                        .Versie(BijBriefVerzonden.Regelversie(verlening, t.Besluit)!, t.Op)
                        .Termijn(Termijncode.Bezwaar)
                        .Artikel
                )),
            ],
            verlening.Vaststelling?.Vastgesteld,
            terugzending?.Tekst,
            aanvrager ? null : verlening.Teruggezonden?.Door,
            aanvrager ? null : verlening.Teruggezonden?.Op
        );
    }

    private static Voorstelbeeld? Voorgesteld(Verlening verlening, Regelversie? versie) =>
        verlening.Voorstel is { } voorstel
            ? new(
                voorstel.Soort,
                verlening.Voorstelhash,
                Gronden(versie!, voorstel.Gronden),
                voorstel.Activiteiten,
                voorstel.SubsidiabeleKosten,
                voorstel.Subsidie,
                voorstel.Voorschot,
                verlening.Gereserveerd,
                voorstel.Regelversie,
                voorstel.Regelhash,
                voorstel.Regelhash != versie!.Hash,
                voorstel.Beoordelaar,
                voorstel.BeoordeeldOp,
                Partijen(voorstel.Partijen),
                voorstel.Gedeeltelijk == true
            )
            : null;

    private static Besluitbeeld? Besluit(Verlening verlening, Regelversie? versie, bool aanvrager) =>
        verlening switch
        {
            { Verleend: { } v } => new(
                v.Besluit,
                Voorstel.Verlenen,
                Verleningsartikel.Besluit(versie!, verlening.Voorstel!.Aanvragertype),
                v.Besluitdatum,
                v.Bezwaar is null && v.Besluitdatum > v.Beslistermijn,
                v.Bedrag,
                v.Voorschot,
                v.PeriodeVan,
                v.PeriodeTot,
                v.Verantwoording,
                v.Activiteiten,
                [
                    .. Verantwoordingswijze
                        .Bewijs(versie!, verlening.Voorstel!.Aanvragertype, v.Bedrag, v.Activiteiten)
                        .Select(b => new Bewijsbeeld(b.Activiteit, b.Titel, b.Artikel)),
                ],
                [],
                aanvrager ? null : v.Ondertekenaars,
                Partijen(v.Partijen),
                v.Gedeeltelijk == true
            ),
            { Afgewezen: { } a } => new(
                a.Besluit,
                Voorstel.Afwijzen,
                versie!.Stap(Stapcode.AanvraagAfgewezen).Artikel,
                a.Besluitdatum,
                a.Bezwaar is null && a.Besluitdatum > a.Beslistermijn,
                0.00m,
                0.00m,
                null,
                null,
                null,
                [],
                [],
                Gronden(versie, a.Gronden),
                aanvrager ? null : a.Ondertekenaars,
                [],
                false
            ),
            _ => null,
        };

    private static IEnumerable<Termijnbeeld> Lopend(Verlening verlening, Regelversie versie)
    {
        yield return Beeldvan(versie, verlening.Voorstel!.Beslistermijn(versie));
        if (verlening.Verleend is { } verleend)
        {
            var periode = Termijncode.Initiatiefperiode(verlening.Voorstel.Aanvragertype);
            // A change that was granted can have made it longer.
            yield return Beeldvan(
                versie,
                Regels.Termijnen.Loop(versie, periode, verleend.Besluitdatum) with
                {
                    LaatsteDag = verleend.PeriodeTot,
                }
            );
            var verantwoording = Verantwoordingswijze.Termijn(versie, verleend.Verantwoording);
            if (versie.Termijnen.ContainsKey(verantwoording))
            {
                yield return Beeldvan(versie, Regels.Termijnen.Loop(versie, verantwoording, verleend.PeriodeTot));
            }
        }
    }

    private static Termijnbeeld Beeldvan(Regelversie versie, Termijnloop loop) =>
        new(loop.Code, versie.Termijn(loop.Code).Titel, loop.Artikel, loop.EersteDag, loop.LaatsteDag);

    private static IReadOnlyList<Partijbeeld> Partijen(IReadOnlyDictionary<string, decimal>? partijen) =>
        [
            .. (partijen ?? new Dictionary<string, decimal>())
                .OrderBy(p => p.Key, StringComparer.Ordinal)
                .Select(p => new Partijbeeld(p.Key, p.Value)),
        ];

    private static IReadOnlyList<Grondbeeld> Gronden(Regelversie versie, IReadOnlyList<string> codes) =>
        [.. codes.Select(versie.Grond).Select(grond => new Grondbeeld(grond.Code, grond.Titel, grond.Artikel))];
}
