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

/// <summary>A second person signs what the assessor proposed: that makes it a decision.</summary>
public static class Ondertekenen
{
    /// <param name="Hash">The hash of the proposal that was read: what is signed is that and nothing else.</param>
    /// <param name="Brief">Hash of the template with which the letter was read: with that it is written. Absent when nobody read it.</param>
    public sealed record Verzoek(string Hash, string? Brief = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/verleningen/{zaaknummer}/ondertekening",
                async (
                    Zaaknummer zaaknummer,
                    Verzoek verzoek,
                    Persoon persoon,
                    Stroom<Verlening> verleningen,
                    Regelbron<VerleningContext> regelbron,
                    Belangen belangen,
                    Moment moment,
                    CancellationToken ct
                ) =>
                {
                    var regels = await regelbron.Nu(ct);
                    var metBelang = (await belangen.Bij([zaaknummer], ct))[zaaknummer].ToList();
                    var brief = Hashvorm.OfNiets(verzoek.Brief);
                    return await verleningen.Schrijf(
                        zaaknummer,
                        verlening => Beslis(zaaknummer, verlening, verzoek.Hash, persoon.Onderwerp, regels, moment.Nu, metBelang, brief),
                        ct
                    );
                }
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Medeondertekenaar);

    /// <summary>
    /// Grants or refuses as proposed (2.11, 2.12). The date of the decision is today; the period runs from the day after (2.13, third
    /// paragraph). Deciding late is shown, not refused: a late decision is a decision.
    /// </summary>
    /// <param name="wie">Pseudonym of who signs.</param>
    /// <param name="metBelang">Pseudonyms of who declared an interest of their own in the case; null when nobody did.</param>
    /// <param name="brief">Hash of the template with which its letter was read; null when nobody read it.</param>
    public static Beslissing Beslis(
        string zaaknummer,
        Verlening verlening,
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
        if (Toetsing.Voorgelegd(verlening) is { } weigering)
        {
            return weigering;
        }
        var voorstel = verlening.Voorstel!;
        if (metBelang?.Contains(voorstel.Beoordelaar) == true)
        {
            return Weigering.Van(
                "beoordelaar-met-belang",
                "Wie deze aanvraag beoordeelde, meldde daarna een eigen belang. Zend het voorstel terug. Een collega beoordeelt de aanvraag dan opnieuw.",
                "artikel 2:4 Awb"
            );
        }
        if (voorstel.Beoordelaar == wie)
        {
            return Weigering.NietDoorU(
                "zelf-beoordeeld",
                "U hebt deze aanvraag zelf beoordeeld. Laat het besluit door een collega ondertekenen: voor een besluit zijn twee personen nodig."
            );
        }
        if (Tweedepersoon.Gelezen(verlening.Voorstelhash, hash) is { } anders)
        {
            return anders;
        }
        var versie = regels.Versie(voorstel.Regelversie, nu);
        return voorstel.IsVerlenen
            ? Verleen(zaaknummer, verlening, voorstel, wie, versie, nu, brief)
            : WijsAf(zaaknummer, verlening, voorstel, wie, versie, nu) with
            {
                Brief = brief,
            };
    }

    private static Beslissing Verleen(
        string zaaknummer,
        Verlening verlening,
        Voorstel voorstel,
        string wie,
        Regelversie versie,
        Instant nu,
        string? brief
    )
    {
        if (!versie.Aanvragertypen.Contains(voorstel.Aanvragertype))
        {
            return Weigering.Van(
                "aanvragertype-kan-niet",
                $"Regelversie {versie.Id} kent geen subsidie voor een {voorstel.Aanvragertype}. Zend het voorstel terug naar de beoordelaar.",
                versie.Eis(Eiscode.Aanvragertype).Artikel
            );
        }
        if (voorstel is { Aanvragertype: Aanvragertype.Samenwerkingsverband, Partijen: not { Count: > 1 } })
        {
            return Weigering.Van(
                "partijen-onbekend",
                "Het voorstel noemt niet wat elke partij van het samenwerkingsverband krijgt. Zend het terug naar de beoordelaar; die beoordeelt de aanvraag opnieuw.",
                Verleningsartikel.Verdeling(versie)
            );
        }
        IReadOnlyList<string> ondertekenaars = [voorstel.Beoordelaar, wie];
        var verleend = Toekenning(voorstel, verlening.Voorstelhash!, Besluitnummer(zaaknummer), ondertekenaars, versie, nu) with
        {
            Brief = brief,
        };
        return voorstel.Voorschot > 0
            ? Beslissing.Van(
                verleend,
                new VoorschotToegekend(voorstel.KvkNummer, verleend.Besluit, voorstel.Voorschot, ondertekenaars, nu, versie.Id, versie.Hash)
            )
            : verleend;
    }

    /// <summary>The award of what was proposed, decided now.</summary>
    internal static Verleend Toekenning(
        Voorstel voorstel,
        string hash,
        string besluit,
        IReadOnlyList<string> ondertekenaars,
        Regelversie versie,
        Instant nu
    )
    {
        var besluitdatum = Moment.Dag(nu);
        var periode = Termijnen.Loop(versie, Termijncode.Initiatiefperiode(voorstel.Aanvragertype), besluitdatum);
        return new Verleend(
            hash,
            voorstel.Tijdvak,
            voorstel.KvkNummer,
            voorstel.Regelversie,
            besluit,
            besluitdatum,
            voorstel.Beslistermijn(versie).LaatsteDag,
            voorstel.SubsidiabeleKosten,
            voorstel.Subsidie,
            voorstel.Voorschot,
            periode.EersteDag,
            periode.LaatsteDag,
            Verantwoordingswijze.Van(versie, voorstel.Aanvragertype, voorstel.Subsidie),
            voorstel.Activiteiten,
            ondertekenaars,
            nu,
            voorstel.Aandelen,
            voorstel.Aanvragertype,
            versie.Hash,
            voorstel.Partijen,
            voorstel.Gedeeltelijk,
            Posten: voorstel.Posten
        );
    }

    private static Afgewezen WijsAf(
        string zaaknummer,
        Verlening verlening,
        Voorstel voorstel,
        string wie,
        Regelversie versie,
        Instant nu
    ) =>
        new(
            verlening.Voorstelhash!,
            voorstel.Tijdvak,
            voorstel.KvkNummer,
            voorstel.Regelversie,
            Besluitnummer(zaaknummer),
            Moment.Dag(nu),
            voorstel.Beslistermijn(versie).LaatsteDag,
            voorstel.Gronden,
            [voorstel.Beoordelaar, wie],
            nu,
            versie.Hash
        );

    // One decision on the application itself; later ones (changes, objections) get numbers of their own.
    internal static string Besluitnummer(string zaaknummer) => $"{zaaknummer}-V1";
}
