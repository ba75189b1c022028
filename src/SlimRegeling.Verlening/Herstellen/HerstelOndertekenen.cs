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
/// A second person signs what was proposed to mend, by the hash that was read: neither who proposed it, nor who assessed for it. Who took the decision
/// with the mistake may: the law keeps them out of an objection only (10:3, third paragraph, Awb). What costs money is signed when that was set apart.
/// </summary>
public static class HerstelOndertekenen
{
    /// <param name="Hash">The hash of the proposal that was read: what is signed is that and nothing else.</param>
    /// <param name="Brief">Hash of the template with which the letter was read: with that it is written. Absent when nobody read it.</param>
    public sealed record Verzoek(string Hash, string? Brief = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/verleningen/{zaaknummer}/herstelvoorstellen/ondertekening", Voer).Geeft<Bijgewerkt>().Voor(Rol.Medeondertekenaar);

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Verlening> verleningen,
        Bezwaarregister register,
        Regelbron<VerleningContext> regelbron,
        Belangen belangen,
        Moment moment,
        CancellationToken ct
    )
    {
        var (bezwaren, regels) = (await register.Van(zaaknummer, ct), await regelbron.Nu(ct));
        var metBelang = (await belangen.Bij([zaaknummer], ct))[zaaknummer].ToList();
        var brief = Hashvorm.OfNiets(verzoek.Brief);
        return await verleningen.Schrijf(
            zaaknummer,
            verlening => Beslis(zaaknummer, verlening, bezwaren, verzoek.Hash, persoon.Onderwerp, regels, moment.Nu, metBelang, brief),
            ct
        );
    }

    /// <param name="wie">Pseudonym of who signs.</param>
    /// <param name="metBelang">Pseudonyms of who declared an interest of their own in the case; null when nobody did.</param>
    /// <param name="brief">Hash of the template with which its letter was read; null when nobody read it.</param>
    public static Beslissing Beslis(
        string zaaknummer,
        Verlening verlening,
        IReadOnlyList<Bezwaar> bezwaren,
        string hash,
        string wie,
        Regelstanden regels,
        Instant nu,
        IReadOnlyCollection<string>? metBelang = null,
        string? brief = null
    )
    {
        if (metBelang?.Contains(wie) == true)
        {
            return Belang.Gesloten(zaaknummer);
        }
        if (verlening.Herstel is not { Voorstel: { } voorstel } herstel)
        {
            return verlening.Herstel?.Besluiten.FirstOrDefault(b => b.Voorstelhash == hash) is { } genomen
                ? Weigering.Van("al-hersteld", $"Dit voorstel is al ondertekend; dat is besluit {genomen.Besluit}.")
                : Weigering.Van("geen-voorstel", "Er ligt geen voorstel om een fout in een besluit te herstellen.");
        }
        if (Herstelpoort.InBezwaar(bezwaren) is { } inBezwaar)
        {
            return inBezwaar;
        }
        var beoordelaar =
            verlening.Herbeoordeling is { } beoordeeld && beoordeeld.Bezwaar == voorstel.Herstel ? beoordeeld.Voorstel.Beoordelaar : null;
        if (
            Tweedepersoon.Persoon("dit herstel zelf voorgesteld of ervoor beoordeeld", [voorstel.Door], wie, metBelang, beoordelaar) is
            { } nietDoorU
        )
        {
            return nietDoorU;
        }
        if (Herstelgevolg.Van(verlening).Weigering is { } kanNiet)
        {
            return kanNiet;
        }
        if (herstel.Voorgelegd is not { } voorgelegd)
        {
            return Gewijzigd;
        }
        if (Tweedepersoon.Gelezen(voorgelegd.Voorstelhash, hash) is { } anders)
        {
            return anders;
        }
        return voorgelegd.Nodig > herstel.Gereserveerd
            ? Weigering.Van(
                "budget-nog-niet",
                $"Voor dit besluit is {Getal.Euro(voorgelegd.Nodig)} nodig, en daarvan is {Getal.Euro(herstel.Gereserveerd)} apart gezet. Zodra er geld vrij is, gaat dit herstel voor; onderteken daarna.",
                "artikel 4:25 Awb"
            )
            : Besluit(zaaknummer, verlening, wie, regels, nu, brief);
    }

    /// <summary>The decision as it would be now, with what it does to the case: also when it cannot be signed yet.</summary>
    /// <param name="verlening">With a proposal that lies ready.</param>
    internal static Beslissing Besluit(
        string zaaknummer,
        Verlening verlening,
        string wie,
        Regelstanden regels,
        Instant nu,
        string? brief = null
    )
    {
        var (gevolg, weigering) = Herstelgevolg.Van(verlening);
        if (weigering is not null)
        {
            return weigering;
        }
        var (voorstel, voorgelegd) = (verlening.Herstel!.Voorstel!, verlening.Herstel.Voorgelegd!);
        var geldend = Herstelpoort.Geldend(verlening)!;
        var opnieuw = gevolg is null ? null : verlening.Herbeoordeling!.Voorstel;
        var versie = regels.Versie(opnieuw?.Regelversie ?? geldend.Regelversie, nu);
        IReadOnlyList<string> ondertekenaars =
        [
            .. ((string[])[voorstel.Door, .. opnieuw is null ? (string[])[] : [opnieuw.Beoordelaar], wie]).Distinct(),
        ];
        var toekenning = gevolg is Bezwaargevolg.Verlenen or Bezwaargevolg.Wijzigen
            ? Toekennen.Wordt(verlening, zaaknummer, opnieuw!, voorstel.Herstel, voorstel.Herstel, ondertekenaars, versie, nu)
            : null;
        var was = verlening.Verleend?.Bedrag ?? 0;
        // Money that another decision took meanwhile would not be there.
        if (toekenning is not null && toekenning.Bedrag - was > voorgelegd.Nodig)
        {
            return Gewijzigd;
        }
        var genomen = new HerstelbesluitGenomen(
            verlening.KvkNummer,
            versie.Id,
            voorstel.Herstel,
            geldend.Besluit,
            geldend.Datum,
            gevolg switch
            {
                null => geldend.Soort,
                Bezwaargevolg.Afwijzen => Besluitsoort.Afwijzing,
                _ => Besluitsoort.Verlening,
            },
            voorgelegd.Voorstelhash,
            Moment.Dag(nu),
            gevolg,
            gevolg == Bezwaargevolg.Afwijzen ? opnieuw!.Gronden : [],
            toekenning,
            was,
            voorstel.Toelichting,
            ondertekenaars,
            versie.Hash,
            nu,
            brief
        );
        return gevolg is null
            ? genomen
            : Beslissing.Van([
                genomen,
                .. Toekennen
                    .Beslis(verlening, zaaknummer, verlening.Herbeoordeling!, voorstel.Herstel, ondertekenaars, versie, nu)
                    .Gebeurtenissen,
            ]);
    }

    private static Weigering Gewijzigd =>
        Weigering.Van(
            "verlening-gewijzigd",
            "De verlening is na dit voorstel gewijzigd. Zend het terug, zodat het bedrag opnieuw wordt bepaald.",
            "artikel 2.11"
        );
}
