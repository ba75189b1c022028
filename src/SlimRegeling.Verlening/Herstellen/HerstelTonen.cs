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

namespace SlimRegeling.Verlening.Herstellen;

/// <summary>
/// Which decision of a case can be mended, what lies ready to mend it, and what was mended, for employees. An applicant has the letters and the steps of
/// the case.
/// </summary>
public static class HerstelTonen
{
    /// <param name="Soort">verlening, afwijzing or buiten-behandeling.</param>
    /// <param name="Bedrag">What is awarded, in euro.</param>
    public sealed record Geldend(string Besluit, string Soort, LocalDate Datum, decimal Bedrag);

    /// <summary>The application as it was assessed again for it; amounts in euro.</summary>
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

    /// <param name="Herstel">Its number, and that of the decision that comes of it.</param>
    /// <param name="Herstelt">The decision with the mistake.</param>
    /// <param name="Soort">tekst or inhoud.</param>
    /// <param name="Nodig">What has to be set apart before it can be signed, in euro, like the next.</param>
    /// <param name="Gereserveerd">What was.</param>
    /// <param name="Fout">What is wrong; absent when it was destroyed.</param>
    /// <param name="Hash">What is signed; absent while it does not lie ready.</param>
    /// <param name="Gevolg">verlenen, wijzigen or afwijzen; absent when only the text is mended, or it is not known yet.</param>
    /// <param name="WaaromNiet">Why it cannot be signed, or not by the caller; absent when they can.</param>
    public sealed record Voorstelbeeld(
        string Herstel,
        string Herstelt,
        string Soort,
        string Door,
        Instant Op,
        decimal Nodig,
        decimal Gereserveerd,
        string? Fout = null,
        string? Juist = null,
        string? Hash = null,
        string? Gevolg = null,
        Herbeoordeling? Herbeoordeling = null,
        string? WaaromNiet = null
    );

    /// <param name="Bedrag">The award as it stood after it, in euro; absent when it gave none.</param>
    public sealed record Hersteld(
        string Besluit,
        string Herstelt,
        LocalDate Datum,
        string Soort,
        IReadOnlyList<string> Ondertekenaars,
        string? Gevolg = null,
        decimal? Bedrag = null,
        string? Fout = null,
        string? Juist = null
    );

    /// <param name="Besluit">The decision that holds; absent while there is none.</param>
    /// <param name="Terugzending">Why the last proposal went back; absent when none did, or another came.</param>
    public sealed record Beeld(
        string Zaaknummer,
        IReadOnlyList<Hersteld> Besluiten,
        Geldend? Besluit = null,
        Voorstelbeeld? Voorstel = null,
        string? Terugzending = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/verleningen/{zaaknummer}/herstelvoorstellen", Voer)
            .Geeft<Beeld>()
            .LegtInzageVast("herstel")
            .Voor(Rol.Beoordelaar, Rol.Medeondertekenaar);

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
        if (await verleningen.Lees(zaaknummer, ct) is not { } stand)
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var (bezwaren, regels) = (await register.Van(zaaknummer, ct), await regelbron.Nu(ct));
        var metBelang = (await belangen.Bij([zaaknummer], ct))[zaaknummer].ToList();
        var nu = moment.Nu;
        Verwijzing?[] teksten =
        [
            stand.Herstel?.Voorstel?.Toelichting,
            stand.Herstel?.Teruggezonden?.Reden,
            .. (stand.Herstel?.Besluiten ?? []).Select(b => b.Toelichting),
        ];
        var inhouden = await Inhouden.Lees(eenheid.Sessie, teksten.OfType<Verwijzing>(), ct);
        return await verleningen.Toon(
            zaaknummer,
            verlening =>
                Van(
                    verlening,
                    inhouden,
                    hash =>
                        persoon.Heeft(Rol.Medeondertekenaar)
                            ? HerstelOndertekenen
                                .Beslis(zaaknummer, verlening, bezwaren, hash, persoon.Onderwerp, regels, nu, metBelang)
                                .Weigering?.Uitleg
                            : Herstelgevolg.Van(verlening).Weigering?.Uitleg,
                    opnieuw => Beoordeeld(opnieuw, regels.Versie(opnieuw.Regelversie, nu))
                ),
            ct
        );
    }

    /// <param name="waaromNiet">Why the caller cannot sign what has this hash; null when they can.</param>
    private static Beeld Van(
        Verlening verlening,
        Inhouden inhouden,
        Func<string, string?> waaromNiet,
        Func<Voorstel, Herbeoordeling> beoordeeld
    )
    {
        var geldend = Herstelpoort.Geldend(verlening);
        var herstel = verlening.Herstel;
        return new(
            verlening.Id,
            [.. (herstel?.Besluiten ?? []).Select(b => Genomen(b, inhouden))],
            geldend is null ? null : new(geldend.Besluit, geldend.Soort, geldend.Datum, verlening.Verleend?.Bedrag ?? 0),
            herstel?.Voorstel is { } voorstel ? Voorgesteld(verlening, herstel, voorstel, inhouden, waaromNiet, beoordeeld) : null,
            herstel?.Teruggezonden is { } terug ? inhouden.Zoek<Reden>(terug.Reden)?.Tekst : null
        );
    }

    private static Voorstelbeeld Voorgesteld(
        Verlening verlening,
        Herstelstand herstel,
        HerstelVoorgesteld voorstel,
        Inhouden inhouden,
        Func<string, string?> waaromNiet,
        Func<Voorstel, Herbeoordeling> beoordeeld
    )
    {
        var tekst = inhouden.Zoek<Hersteltekst>(voorstel.Toelichting);
        var hash = herstel.Voorgelegd?.Voorstelhash;
        return new(
            voorstel.Herstel,
            voorstel.Herstelt,
            voorstel.Soort,
            voorstel.Door,
            voorstel.Op,
            herstel.Voorgelegd?.Nodig ?? 0,
            herstel.Gereserveerd,
            tekst?.Fout,
            tekst?.Juist,
            hash,
            herstel.Voorgelegd?.Gevolg,
            verlening.Herbeoordeling is { } opnieuw && opnieuw.Bezwaar == voorstel.Herstel ? beoordeeld(opnieuw.Voorstel) : null,
            waaromNiet(hash ?? "")
        );
    }

    private static Herbeoordeling Beoordeeld(Voorstel opnieuw, Regelversie versie) =>
        new(
            opnieuw.Soort,
            opnieuw.Gronden,
            [.. opnieuw.Gronden.Select(code => versie.Grond(code).Titel)],
            opnieuw.Subsidie,
            opnieuw.Voorschot,
            opnieuw.Beoordelaar,
            opnieuw.BeoordeeldOp
        );

    private static Hersteld Genomen(HerstelbesluitGenomen besluit, Inhouden inhouden)
    {
        var tekst = inhouden.Zoek<Hersteltekst>(besluit.Toelichting);
        return new(
            besluit.Besluit,
            besluit.Herstelt,
            besluit.Besluitdatum,
            besluit.Soort,
            besluit.Ondertekenaars,
            besluit.Gevolg,
            besluit.Toekenning?.Bedrag,
            tekst?.Fout,
            tekst?.Juist
        );
    }
}
