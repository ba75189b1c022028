using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Aanvragen.Aanvulling;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen;

/// <summary>
/// The assessor finds the application complete, or asks for what is missing with a term, once (AWB 4:5). What was completed is looked at once
/// more; what is still missing then is a ground not to handle it. Of a case that nobody has anyone says it; of a colleague's nobody else does.
/// </summary>
public static class Volledigheid
{
    /// <param name="Ontbreekt">Codes of the documents that are missing, or came and are no good; only when not complete.</param>
    /// <param name="Toelichting">By such a code what is the matter, in words to the applicant; only in a request to complete.</param>
    public sealed record Verzoek(
        bool Volledig,
        IReadOnlyList<string>? Ontbreekt = null,
        IReadOnlyDictionary<string, string>? Toelichting = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{zaaknummer}/volledigheid", Voer).Voor(Rol.Beoordelaar).Geeft<Bijgewerkt>();

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Ordewijziging orde,
        Werkeenheid<AanvragenContext> eenheid,
        Regelbron<AanvragenContext> regelbron,
        Persoon persoon,
        Aanroep aanroep,
        CancellationToken ct
    )
    {
        var regels = await regelbron.Nu(ct);
        return await orde.Schrijf(
            zaaknummer,
            (aanvraag, nu) =>
                Beslis(
                    aanvraag,
                    verzoek,
                    persoon.Onderwerp,
                    regels,
                    nu,
                    aanroep.Binnen,
                    toelichting => eenheid.Bewaar(zaaknummer, toelichting)
                ),
            ct
        );
    }

    /// <param name="wie">A pseudonym.</param>
    /// <param name="nu">When it counts.</param>
    /// <param name="binnen">When it came to the door; null when that is the same.</param>
    /// <param name="bewaar">Keeps what was written to the applicant; called only when it is asked with that. Null where nothing can be written.</param>
    public static Beslissing Beslis(
        Aanvraag aanvraag,
        Verzoek verzoek,
        string wie,
        Regelstanden regels,
        Instant nu,
        Instant? binnen = null,
        Func<Aanvullingstoelichting, Verwijzing>? bewaar = null
    )
    {
        if (aanvraag.HeeftBelang(wie))
        {
            return Belang.Gesloten(aanvraag.Id);
        }
        if (verzoek.Volledig && aanvraag.Fase is (Fase.Volledig or Fase.Beoordeeld))
        {
            return Beslissing.Geen;
        }
        if ((Weiger(aanvraag) ?? Toewijzen.HeeftAnder(aanvraag, wie)) is { } weigering)
        {
            return weigering;
        }
        return verzoek.Volledig
            ? Voltooi(aanvraag, verzoek, regels, nu, binnen ?? nu)
            : Onvolledig(aanvraag, verzoek, wie, regels, nu, bewaar);
    }

    private static Weigering? Weiger(Aanvraag aanvraag) =>
        aanvraag switch
        {
            { Besluiten.Count: > 0 } => Weigering.Van("al-besloten", "Op deze aanvraag is al besloten.", "artikel 2.11"),
            { Fase: Fase.Ingediend or Fase.AanvullingGevraagd or Fase.Aangevuld } => null,
            { Fase: Fase.Volledig or Fase.Beoordeeld } => Weigering.Van(
                "al-volledig",
                "Deze aanvraag is al volledig verklaard. Wat er toch ontbreekt, weegt u bij de beoordeling.",
                "artikel 2.12"
            ),
            _ => Weigering.Van("niet-ingediend", "Volledigheid beoordeelt u van een ingediende aanvraag.", "artikel 2.8"),
        };

    private static Beslissing Voltooi(Aanvraag aanvraag, Verzoek verzoek, Regelstanden regels, Instant nu, Instant binnen)
    {
        var ingediend = aanvraag.Ingediend!;
        if (verzoek.Ontbreekt is { Count: > 0 })
        {
            return Weigering.Invoer(new Fout("ontbreekt", "U noemt wat ontbreekt en ook dat de aanvraag volledig is. Kies een van beide."));
        }
        if (
            Aanvullingstoelichting.Nergens(verzoek, "De aanvraag is volledig, dus er gaat geen brief uit. Haal deze tekst weg.").ToList() is
            { Count: > 0 } nergens
        )
        {
            return Weigering.Invoer(nergens);
        }
        if (aanvraag is { Fase: Fase.AanvullingGevraagd })
        {
            if (!aanvraag.HersteltermijnVoorbij(nu))
            {
                return WachtOpAanvulling(aanvraag);
            }
            // Not to handle it is a power, no duty: the application goes on as it is, from now on.
            var versie = regels.Versie(ingediend.Regelversie, nu);
            return Beslissing.Van(
                new AanvraagAangevuld(
                    ingediend.Tijdvak,
                    versie.Id,
                    versie.Hash,
                    aanvraag.Gevraagd,
                    aanvraag.Activiteiten,
                    aanvraag.Inhoud,
                    null,
                    nu,
                    Binnengekomen: Deurstand.Binnengekomen(nu, binnen)
                ),
                new AanvraagVolledig(ingediend.Tijdvak, Aangevuld: true, nu, nu)
            );
        }
        return new AanvraagVolledig(ingediend.Tijdvak, aanvraag.Aangevuld is not null, aanvraag.Aangevuld?.Op ?? ingediend.Op, nu);
    }

    private static Beslissing Onvolledig(
        Aanvraag aanvraag,
        Verzoek verzoek,
        string wie,
        Regelstanden regels,
        Instant nu,
        Func<Aanvullingstoelichting, Verwijzing>? bewaar
    )
    {
        if (aanvraag is { Fase: Fase.AanvullingGevraagd })
        {
            return !aanvraag.HersteltermijnVoorbij(nu)
                ? WachtOpAanvulling(aanvraag)
                : Weigering.Van(
                    "niet-aangevuld",
                    $"De aanvulling kon tot en met {Datumtekst.Van(aanvraag.AanvullenUiterlijk!.Value)} en kwam niet. Nog een keer vragen kan niet: een medeondertekenaar kan de aanvraag buiten behandeling stellen.",
                    "artikel 4:5 Awb"
                );
        }
        var versie = regels.Versie(aanvraag.Ingediend!.Regelversie, nu);
        var ontbreekt = verzoek.Ontbreekt ?? [];
        var fouten = Fouten(ontbreekt, versie, aanvraag.Ingediend.Aanvragertype);
        fouten.AddRange(
            aanvraag.Fase == Fase.Aangevuld
                ? Aanvullingstoelichting.Nergens(
                    verzoek,
                    "De aanvrager kon al aanvullen, dus er gaat geen nieuw verzoek uit. Haal deze tekst weg."
                )
                : Aanvullingstoelichting.Fouten(verzoek)
        );
        if (fouten.Count > 0)
        {
            return Weigering.Invoer(fouten);
        }
        string[] codes = [.. ontbreekt.Distinct().Order(StringComparer.Ordinal)];
        if (aanvraag.Fase == Fase.Aangevuld)
        {
            // Nothing rests on who declared an interest since: the same word of a colleague is another.
            return
                aanvraag.Onvoldoende is { } eerder && eerder.Ontbreekt.SequenceEqual(codes) && !aanvraag.HeeftBelang(eerder.BeoordeeldDoor)
                ? Beslissing.Geen
                : new AanvullingOnvoldoende(codes, wie, versie.Id, versie.Hash, nu);
        }
        return new AanvullingGevraagd(
            codes,
            Termijnen.Einde(versie, Termijncode.Hersteltermijn, Moment.Dag(nu)),
            nu,
            versie.Id,
            versie.Hash,
            wie,
            aanvraag.Ingediend.Tijdvak,
            aanvraag.KvkNummer,
            Aanvullingstoelichting.Van(verzoek) is { } toelichting ? bewaar!(toelichting) : null
        );
    }

    private static List<Fout> Fouten(IReadOnlyList<string> ontbreekt, Regelversie versie, string aanvragertype)
    {
        // Who submitted for whom is not kept in the application, so a machtiging can always be asked for.
        var vereist = Documenten.Vereist(versie, aanvragertype, metIntermediair: true).Select(d => d.Code).ToList();
        var fouten = ontbreekt
            .Select(
                (code, i) =>
                    vereist.Contains(code)
                        ? null
                        : new Fout(
                            $"ontbreekt[{i}]",
                            $"'{code}' is geen document dat bij deze aanvraag hoort. Kies uit {string.Join(", ", vereist)}.",
                            "artikel 2.8"
                        )
            )
            .OfType<Fout>()
            .ToList();
        if (ontbreekt.Count == 0)
        {
            fouten.Add(new Fout("ontbreekt", "Noem welke documenten ontbreken.", "artikel 4:5 Awb"));
        }
        return fouten;
    }

    private static Weigering WachtOpAanvulling(Aanvraag aanvraag) =>
        Weigering.Van(
            "wacht-op-aanvulling",
            aanvraag.Hersteltermijn is { } termijn
                ? $"Er is om aanvulling gevraagd. Die kan nog komen tot en met {Datumtekst.Van(termijn.Uiterlijk)}. Wacht op de aanvulling."
                : "Er is om aanvulling gevraagd, maar de brief is nog niet verzonden. De termijn begint de dag daarna. Wacht op de aanvulling.",
            "artikel 4:5 Awb"
        );
}
