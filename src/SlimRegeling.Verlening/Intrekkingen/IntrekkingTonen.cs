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
using SlimRegeling.Verlening.Bezwaren;

namespace SlimRegeling.Verlening.Intrekkingen;

/// <summary>
/// What was withdrawn in a case, and what lies ready to be. The recipient reads a proposal from the sending of its letter on, and nothing of who works on
/// it.
/// </summary>
public static class IntrekkingTonen
{
    /// <summary>On which something can be withdrawn now.</summary>
    public sealed record Grondbeeld(string Code, string Titel, string Artikel);

    /// <summary>What one party of a partnership receives, in euro.</summary>
    public sealed record Partijbeeld(string KvkNummer, decimal Bedrag);

    /// <param name="Tekst">Absent when they said to have nothing to say, or it was destroyed.</param>
    /// <param name="Wijze">online or ingevoerd.</param>
    public sealed record Zienswijzebeeld(LocalDate OntvangenOp, string Wijze, string? Tekst = null);

    /// <param name="Betreft">The decision that it is about.</param>
    /// <param name="Soort">verlening or vaststelling.</param>
    /// <param name="Bedrag">What the subsidy becomes at most, in euro, like the next.</param>
    /// <param name="Was">What it is now.</param>
    /// <param name="Terugvordering">What would be claimed back of what is known to be paid.</param>
    /// <param name="ReagerenTotEnMet">Absent while the letter was not sent, or nobody is heard.</param>
    /// <param name="NietGehoord">Why the recipient is not heard.</param>
    /// <param name="Door">Pseudonym of who proposed it; left out for an applicant, like the next two.</param>
    /// <param name="Hash">What is signed; absent while it does not lie ready.</param>
    /// <param name="WaaromNiet">Why the caller cannot sign it; absent when they can, or never could.</param>
    public sealed record Voorstelbeeld(
        string Intrekking,
        string Betreft,
        string Soort,
        Grondbeeld Grond,
        decimal Bedrag,
        decimal Was,
        decimal Terugvordering,
        IReadOnlyList<Partijbeeld> Partijen,
        Instant Op,
        IReadOnlyList<Zienswijzebeeld> Zienswijzen,
        LocalDate? Vanaf = null,
        LocalDate? ReagerenTotEnMet = null,
        string? NietGehoord = null,
        string? Argument = null,
        string? Hardheid = null,
        string? Reactie = null,
        string? Door = null,
        string? Hash = null,
        string? WaaromNiet = null
    );

    /// <param name="Terugvordering">What is claimed back of what was known to be paid, in euro, like the rest.</param>
    /// <param name="Ondertekenaars">Pseudonyms; left out for an applicant.</param>
    public sealed record Ingetrokken(
        string Besluit,
        string Betreft,
        string Soort,
        LocalDate Datum,
        Grondbeeld Grond,
        decimal Bedrag,
        decimal Was,
        decimal Terugvordering,
        IReadOnlyList<Partijbeeld> Partijen,
        LocalDate? Vanaf = null,
        string? NietGehoord = null,
        string? Argument = null,
        string? Hardheid = null,
        string? Reactie = null,
        IReadOnlyList<string>? Ondertekenaars = null
    );

    /// <param name="Gronden">For an employee, when something can be proposed.</param>
    /// <param name="Terugzending">Why the last proposal went back; left out for an applicant.</param>
    /// <param name="Hardheidsartikel">Of the hardship clause, by which whoever proposes weighs; left out for an applicant.</param>
    public sealed record Beeld(
        string Zaaknummer,
        IReadOnlyList<Ingetrokken> Besluiten,
        IReadOnlyList<Grondbeeld> Gronden,
        Voorstelbeeld? Voorstel = null,
        string? Terugzending = null,
        string? Hardheidsartikel = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/verleningen/{zaaknummer}/intrekkingen", Voer)
            .Geeft<Beeld>()
            .LegtInzageVast("intrekking")
            .Voor(Rol.Aanvrager, Rol.Gemachtigde, Rol.Beoordelaar, Rol.Medeondertekenaar)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden);

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Persoon persoon,
        Stroom<Verlening> verleningen,
        Bezwaarregister register,
        Werkeenheid<VerleningContext> eenheid,
        Regelbron<VerleningContext> regelbron,
        Belangen belangen,
        Moment moment,
        CancellationToken ct
    )
    {
        var aanvrager = persoon.KvkNummer is not null;
        if (await verleningen.Lees(zaaknummer, ct) is not { Verleend: not null } stand)
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var (bezwaren, regels) = (await register.Van(zaaknummer, ct), await regelbron.Nu(ct));
        var metBelang = (await belangen.Bij([zaaknummer], ct))[zaaknummer].ToList();
        var nu = moment.Nu;
        var intrekking = stand.Intrekking ?? new();
        Verwijzing?[] teksten =
        [
            intrekking.Voorstel?.Toelichting,
            intrekking.Voorgelegd?.Motivering,
            intrekking.Teruggezonden?.Reden,
            .. intrekking.Zienswijzen.Select(z => z.Inhoud),
            .. intrekking.Besluiten.Select(b => b.Motivering),
        ];
        var inhouden = await Inhouden.Lees(eenheid.Sessie, teksten.OfType<Verwijzing>(), ct);
        return await verleningen.Toon(
            zaaknummer,
            verlening =>
                Van(
                    verlening,
                    aanvrager,
                    inhouden,
                    regels,
                    nu,
                    persoon.Heeft(Rol.Medeondertekenaar)
                        ? hash =>
                            IntrekkingOndertekenen
                                .Beslis(zaaknummer, verlening, bezwaren, hash, persoon.Onderwerp, regels, nu, metBelang)
                                .Weigering?.Uitleg
                        : _ => null
                ),
            ct
        );
    }

    /// <param name="waaromNiet">Why the caller cannot sign what has this hash; null when they can, or never could.</param>
    private static Beeld Van(
        Verlening verlening,
        bool aanvrager,
        Inhouden inhouden,
        Regelstanden regels,
        Instant nu,
        Func<string, string?> waaromNiet
    )
    {
        var intrekking = verlening.Intrekking ?? new();
        var versie = regels.Versie(verlening.Verleend!.Regelversie, nu);
        var soort = Intrekkingspoort.Betreft(verlening);
        var voorstel =
            intrekking.Voorstel is { } v && !(aanvrager && intrekking.Termijn is null)
                ? Voorgesteld(verlening, intrekking, v, inhouden, versie)
                : null;
        return new(
            verlening.Id,
            [.. intrekking.Besluiten.Select(b => Besloten(b, aanvrager, inhouden, regels.Toen(b.Regelhash).Versie(b.Regelversie, b.Op)))],
            aanvrager || intrekking.Geheel
                ? []
                :
                [
                    .. Intrekkingsgrondcode
                        .Alle.Where(code => versie.Intrekkingsgrond(code).Betreft == soort)
                        .Select(code => Grond(versie, code)),
                ],
            aanvrager ? voorstel
                : voorstel is null ? null
                : voorstel with
                {
                    Door = intrekking.Voorstel!.Door,
                    Hash = intrekking.Voorgelegd?.Voorstelhash,
                    WaaromNiet = waaromNiet(intrekking.Voorgelegd?.Voorstelhash ?? ""),
                },
            !aanvrager && intrekking.Teruggezonden is { } terug ? inhouden.Zoek<Reden>(terug.Reden)?.Tekst : null,
            aanvrager ? null : Intrekkingsartikel.Hardheid(versie)
        );
    }

    private static Voorstelbeeld Voorgesteld(
        Verlening verlening,
        Intrekkingstand intrekking,
        IntrekkingVoorgesteld voorstel,
        Inhouden inhouden,
        Regelversie versie
    )
    {
        var tekst = inhouden.Zoek<Intrekkingstekst>(intrekking.Voorgelegd?.Motivering ?? voorstel.Toelichting);
        return new(
            voorstel.Intrekking,
            voorstel.Betreft,
            voorstel.Soort,
            Grond(versie, voorstel.Grond),
            voorstel.Bedrag,
            voorstel.VastgesteldWas ?? voorstel.Was,
            Math.Max(0, verlening.Betaald - voorstel.Bedrag),
            Partijen(voorstel.Partijen),
            voorstel.Op,
            [
                .. intrekking.Zienswijzen.Select(z => new Zienswijzebeeld(
                    z.OntvangenOp,
                    z.Wijze,
                    z.Inhoud is { } inhoud ? inhouden.Zoek<Zienswijze>(inhoud)?.Tekst : null
                )),
            ],
            voorstel.Vanaf,
            intrekking.Termijn?.Uiterlijk,
            voorstel.NietGehoord,
            tekst?.Argument,
            tekst?.Hardheid,
            tekst?.Reactie
        );
    }

    private static Ingetrokken Besloten(IntrekkingBesloten besluit, bool aanvrager, Inhouden inhouden, Regelversie versie)
    {
        var tekst = inhouden.Zoek<Intrekkingstekst>(besluit.Motivering);
        return new(
            besluit.Besluit,
            besluit.Betreft,
            besluit.Soort,
            besluit.Besluitdatum,
            Grond(versie, besluit.Grond),
            besluit.Wordt.Bedrag,
            besluit.VastgesteldWas ?? besluit.Was,
            besluit.Terugvordering,
            Partijen(besluit.Wordt.Partijen),
            besluit.Vanaf,
            besluit.NietGehoord,
            tekst?.Argument,
            tekst?.Hardheid,
            tekst?.Reactie,
            aanvrager ? null : besluit.Ondertekenaars
        );
    }

    private static Grondbeeld Grond(Regelversie versie, string code)
    {
        var grond = versie.Intrekkingsgrond(code);
        return new(grond.Code, grond.Titel, grond.Artikel);
    }

    private static IReadOnlyList<Partijbeeld> Partijen(IReadOnlyDictionary<string, decimal>? partijen) =>
        [
            .. (partijen ?? new Dictionary<string, decimal>())
                .OrderBy(p => p.Key, StringComparer.Ordinal)
                .Select(p => new Partijbeeld(p.Key, p.Value)),
        ];
}
