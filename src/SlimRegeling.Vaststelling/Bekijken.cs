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
using SlimRegeling.Vaststelling.Declaraties;
using SlimRegeling.Vaststelling.Voortgang;

namespace SlimRegeling.Vaststelling;

/// <summary>Shows where the accounting of a case stands. What is proposed and by whom, only employees see.</summary>
public static partial class Bekijken
{
    /// <param name="Hash">What is signed.</param>
    /// <param name="NogTeBetalen">Below zero is to be claimed back.</param>
    /// <param name="Argumenten">By activity; null when they were destroyed.</param>
    /// <param name="Ondertekenaars">Pseudonyms of who signed so far.</param>
    /// <param name="Vastgelegd">What of each activity could be established, of one that was to be asked and was not; absent of any other.</param>
    /// <param name="Gedeeltelijk">What counts of each activity that was done for a part; absent when there is none.</param>
    /// <param name="ZonderSteekproef">Why no draw for the sample was waited for; absent when a drawn list held the case, or none is needed.</param>
    /// <param name="Verlaging">What was taken off last; absent when nothing was.</param>
    public sealed record Voorstelbeeld(
        string Hash,
        decimal Vastgesteld,
        decimal NogTeBetalen,
        IReadOnlyList<string> Uitgevoerd,
        IReadOnlyList<string> NietUitgevoerd,
        IReadOnlyDictionary<string, string>? Argumenten,
        string Door,
        Instant Op,
        IReadOnlyList<string> Ondertekenaars,
        IReadOnlyList<Vastgelegd>? Vastgelegd = null,
        IReadOnlyList<Deel>? Gedeeltelijk = null,
        string? ZonderSteekproef = null,
        Verlagingsbeeld? Verlaging = null
    );

    /// <param name="Bedrag">Euro.</param>
    public sealed record Vastgelegd(string Activiteit, decimal Bedrag);

    /// <param name="Bedrag">Euro.</param>
    /// <param name="Aantal">How many were completed, of what is paid by the piece.</param>
    public sealed record Deel(string Activiteit, decimal Bedrag, int? Aantal = null);

    /// <summary>The last term to ask for the settlement, of who let the first pass; from the day after it can be settled without that.</summary>
    public sealed record Verzoektermijnbeeld(LocalDate Uiterlijk, Instant GesteldOp, string Artikel);

    /// <param name="TeLaat">Whether it was settled after the last day of the term; that is of a first settlement.</param>
    /// <param name="Ondertekenaars">Pseudonyms of who proposed and who signed; left out for an applicant.</param>
    /// <param name="Vervangt">Number of the settlement in whose place it came, after an objection or a mistake that was mended; absent of a
    /// first one.</param>
    /// <param name="Oordelen">By activity, with the reasons.</param>
    public sealed record Besluitbeeld(
        string Nummer,
        LocalDate Datum,
        string Artikel,
        bool TeLaat,
        decimal Vastgesteld,
        decimal NogTeBetalen,
        IReadOnlyList<string>? Ondertekenaars,
        string? Vervangt = null,
        IReadOnlyList<Onderbouwen.Oordeel>? Oordelen = null
    );

    /// <summary>Another settlement is to come in the place of the one that holds.</summary>
    /// <param name="Bezwaarbesluit">Number of the decision on objection, or that mends a mistake, by which it does.</param>
    /// <param name="NietMinderDan">What it settles at least, in euro (7:11 Awb).</param>
    public sealed record Heropeningbeeld(string Vervangt, string Bezwaarbesluit, decimal NietMinderDan);

    /// <param name="Toelichting">By activity, as the recipient wrote it; null when it was destroyed.</param>
    /// <param name="TeLaat">Whether the proof came after the last day for it.</param>
    /// <param name="Gemachtigde">KVK number of the adviser who sent it; absent when the enterprise did it itself.</param>
    public sealed record Bewijsbeeld(
        IReadOnlyList<Bewijsstuk> Stukken,
        IReadOnlyDictionary<string, string>? Toelichting,
        Instant Op,
        bool TeLaat,
        string? Gemachtigde = null
    );

    /// <summary>What shows that an activity was done.</summary>
    /// <param name="Activiteit">A, B or C.</param>
    public sealed record Bewijseis(string Activiteit, string Titel, string Artikel);

    /// <summary>What people wrote, by activity: kept beside the stream and destroyed with the dossier.</summary>
    /// <param name="Verlagingsreden">Why something was taken off what a declaration comes to; else it is among the arguments.</param>
    public sealed record Teksten(
        IReadOnlyDictionary<string, string>? Toelichting,
        IReadOnlyDictionary<string, string>? Argumenten,
        string? Verlagingsreden = null
    )
    {
        public static readonly Teksten Geen = new(null, null);
    }

    /// <summary>What the recipient told that changed; what was written about it stands with the application.</summary>
    /// <param name="Soort">niet, later or deels: what goes differently from what was awarded; absent when something else changed.</param>
    public sealed record Meldingbeeld(Instant Op, string? Soort = null, IReadOnlyList<string>? Activiteiten = null);

    /// <param name="VaststellenUiterlijk">The last day of the term to settle, counted from the last day of the period; for a settlement on request
    /// from that request and standing still for a completion, or from the last day that was given for it when that passed, and null until then.</param>
    /// <param name="VaststellenArtikel">Of that term, or of the one to ask for the settlement.</param>
    /// <param name="VerzoekUiterlijk">The last day on which the recipient can ask for the settlement; null where none is asked.</param>
    /// <param name="TeLaat">Whether that day has passed without a settlement.</param>
    /// <param name="Betaald">What the bank has paid so far.</param>
    /// <param name="GevraagdBewijs">What is asked to see, once the case is in the sample.</param>
    /// <param name="Heropening">Absent when no other settlement is to come.</param>
    /// <param name="LaatsteTermijn">Absent while none was set.</param>
    /// <param name="PerStuk">The activities that are paid by the piece; absent when there are none.</param>
    /// <param name="Dwangsom">For employees only; absent without a reminder that holds.</param>
    /// <param name="VerwachtOp">By when the recipient was told to expect a settlement that comes late; absent when they were not.</param>
    /// <param name="Meldingen">Absent when nothing was told.</param>
    public sealed record Beeld(
        string Zaaknummer,
        Fase Fase,
        string KvkNummer,
        string Verleningsbesluit,
        decimal Verleend,
        decimal Voorschot,
        decimal Betaald,
        LocalDate PeriodeVan,
        LocalDate PeriodeTot,
        string Wijze,
        IReadOnlyList<string> Activiteiten,
        LocalDate? VaststellenUiterlijk,
        string VaststellenArtikel,
        bool TeLaat,
        LocalDate? BewijsUiterlijk,
        Bewijsbeeld? Bewijs,
        IReadOnlyList<Scanbeeld> Scans,
        Voorstelbeeld? Voorstel,
        Besluitbeeld? Besluit,
        LocalDate? VerzoekUiterlijk,
        IReadOnlyList<Bewijseis>? GevraagdBewijs = null,
        Heropeningbeeld? Heropening = null,
        Verzoektermijnbeeld? LaatsteTermijn = null,
        IReadOnlyList<string>? PerStuk = null,
        Vaststeldwangsom? Dwangsom = null,
        LocalDate? VerwachtOp = null,
        IReadOnlyList<Meldingbeeld>? Meldingen = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet(
                "/verantwoordingen/{zaaknummer}",
                async (
                    Zaaknummer zaaknummer,
                    Persoon persoon,
                    Stroom<Verantwoording> verantwoordingen,
                    Werkeenheid<VaststellingContext> eenheid,
                    Regelbron<VaststellingContext> regelbron,
                    Moment moment,
                    CancellationToken ct
                ) =>
                {
                    if (await verantwoordingen.Lees(zaaknummer, ct) is not { Opening: { } opening } stand)
                    {
                        return Weigering.NietGevonden(zaaknummer);
                    }
                    var teksten = new Teksten(
                        stand.Bewijs is { } bewijs ? await eenheid.Lees<Dictionary<string, string>>(bewijs.Toelichting, ct) : null,
                        stand.Voorstel is { Afrekening: null } voorstel
                            ? await eenheid.Lees<Dictionary<string, string>>(voorstel.Argumenten, ct)
                            : null,
                        stand.Voorstel is { Afrekening: not null, Verlaging: not null } op
                            ? (await eenheid.Lees<Declaratiebeoordeling>(op.Argumenten, ct))?.Verlagingsreden
                            : null
                    );
                    var (regels, nu) = (await regelbron.Nu(ct), moment.Nu);
                    var adviseur = await Adviseur(stand, eenheid, ct);
                    var oordelen = stand.Vaststelling is { } vastgesteld
                        ? await Onderbouwen.Lees(stand.Id, vastgesteld.Besluit, eenheid, ct)
                        : null;
                    var ernaast = await eenheid.Sessie.QueryAsync<Vreemdescan>("where data ->> 'zaaknummer' = ?", ct, stand.Id);
                    return await verantwoordingen.Toon(
                        zaaknummer,
                        verantwoording =>
                            Van(
                                Vreemdescan.Erbij(verantwoording, ernaast),
                                opening,
                                teksten,
                                persoon.KvkNummer is not null,
                                regels,
                                nu,
                                adviseur,
                                oordelen
                            ),
                        ct
                    );
                }
            )
            .Geeft<Beeld>()
            .LegtInzageVast("verantwoording")
            .Voor(Rol.Aanvrager, Rol.Gemachtigde, Rol.Beoordelaar, Rol.Medeondertekenaar)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden);

    /// <summary>By whom the latest proof was sent, when that was by a machtiging.</summary>
    private static async Task<string?> Adviseur(
        Verantwoording verantwoording,
        Werkeenheid<VaststellingContext> eenheid,
        CancellationToken ct
    ) =>
        verantwoording.Bewijs is null
            ? null
            : (await eenheid.Sessie.Events.FetchStreamAsync(verantwoording.Id, token: ct))
                .LastOrDefault(e => e.Data is BewijsOntvangen)
                ?.GetHeader("gemachtigde")
                ?.ToString();

    /// <summary>Once settled, and not to be settled anew, the rules that it was settled by.</summary>
    private static Regelversie Geldend(Regelstanden regels, Verantwoording verantwoording, Opengesteld opening, Instant nu) =>
        verantwoording is { Vaststelling: { } vastgesteld, Heropening: null }
            ? regels.Toen(vastgesteld.Regelhash).Versie(vastgesteld.Regelversie, vastgesteld.Op)
            : regels.Versie(opening.Regelversie, nu);

    public static Beeld Van(
        Verantwoording verantwoording,
        Opengesteld opening,
        Teksten teksten,
        bool aanvrager,
        Regelstanden regels,
        Instant nu,
        string? adviseur = null,
        IReadOnlyList<Onderbouwen.Oordeel>? oordelen = null
    )
    {
        var versie = Geldend(regels, verantwoording, opening, nu);
        var termijn = Termijnen.Loop(versie, Verantwoordingswijze.Termijn(versie, opening.Wijze), opening.PeriodeTot);
        var ambtshalve = opening.Wijze == Verantwoordingswijze.Ambtshalve;
        LocalDate? uiterlijk =
            ambtshalve ? termijn.LaatsteDag
            : verantwoording.Declaratie is { } declaratie ? Vaststeltermijn.Uiterlijk(verantwoording, declaratie, versie)
            : verantwoording.Verzoektermijn is { } gesteld
            && Moment.Dag(nu) > gesteld.Uiterlijk
            && !verantwoording.WachtOpBrief(Laatstedag.LaatsteTermijn)
                ? Termijnen.Einde(versie, Termijncode.VaststellingOpVerzoek, gesteld.Uiterlijk)
            : null;
        return new(
            verantwoording.Id,
            verantwoording.Fase,
            opening.KvkNummer,
            opening.Besluit,
            opening.Verleend,
            verantwoording.Bevoorschot,
            verantwoording.Betaald,
            opening.PeriodeVan,
            opening.PeriodeTot,
            opening.Wijze,
            opening.Activiteiten,
            uiterlijk,
            termijn.Artikel,
            verantwoording is { Vaststelling: null, Geheel: false } && Moment.Dag(nu) > uiterlijk,
            verantwoording.Steekproef?.Uiterlijk,
            Bewijs(verantwoording, teksten, adviseur),
            Scans(verantwoording, aanvrager),
            aanvrager ? null : Voorstel(verantwoording, teksten),
            verantwoording.Vaststelling is { } v
                ? new(
                    v.Besluit,
                    v.Besluitdatum,
                    v.ZonderVerzoek == true
                        ? ZonderVerzoekBeoordelen.Artikel
                        : Verantwoordingswijze.Vaststellingsartikel(versie, opening.Wijze),
                    v.Vervangt is null && v.Besluitdatum > v.Uiterlijk,
                    v.Bedrag,
                    v.NogTeBetalen,
                    aanvrager ? null : v.Ondertekenaars,
                    v.Vervangt,
                    oordelen
                )
                : null,
            ambtshalve ? null : termijn.LaatsteDag,
            verantwoording.Steekproef is null ? null : Eisen(opening, versie),
            verantwoording is { Heropening: { } h, Vaststelling: { } oude } ? new(h.Vervangt, h.Besluit, oude.Bedrag) : null,
            verantwoording.Verzoektermijn is { } laatste
                ? new(
                    laatste.Uiterlijk,
                    laatste.Op,
                    regels
                        .Toen(laatste.Regelhash)
                        .Versie(laatste.Regelversie, laatste.Op)
                        .Termijn(Termijncode.LaatsteTermijnVaststelling)
                        .Artikel
                )
                : null,
            Deeloordeel.PerStuk(opening, versie),
            aanvrager ? null : Vaststeldwangsom.Van(verantwoording, versie, Moment.Dag(nu)),
            verantwoording.Vertraging?.VerwachtOp,
            verantwoording.Meldingen is { Count: > 0 } meldingen
                ? [.. meldingen.Select(m => new Meldingbeeld(m.Op, m.Soort, m.Activiteiten))]
                : null
        );
    }
}
