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
/// The applicant sends what was missing, once and up to and including the last day (AWB 4:5). The moment at the door counts, for the term and for
/// the order (2.10, third paragraph; KR 2.3).
/// </summary>
public static class Aanvullen
{
    /// <param name="Formulier">The whole form, with what was missing; absent when only documents were sent.</param>
    public sealed record Verzoek(Formulier? Formulier = null, string? Toelichting = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{zaaknummer}/aanvulling", Voer)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .BindtOnderneming()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen)
            .Geeft<Ontvangstbewijs>();

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Stroom<Aanvraag> aanvragen,
        Werkeenheid<AanvragenContext> eenheid,
        Regelbron<AanvragenContext> regelbron,
        Ordewijziging orde,
        Aanroep aanroep,
        CancellationToken ct
    )
    {
        if (await aanvragen.Lees(zaaknummer, ct) is not { Ingediend: not null } gelezen)
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var formulier = await eenheid.Lees<Formulier>(gelezen.Inhoud, ct);
        var regels = await regelbron.Nu(ct);
        Ontvangstbewijs? bewijs = null;
        var uitkomst = await orde.Schrijf(
            zaaknummer,
            (aanvraag, nu) =>
            {
                var beslissing = Beslis(
                    aanvraag,
                    verzoek,
                    formulier,
                    inhoud => eenheid.Bewaar(zaaknummer, inhoud),
                    regels,
                    nu,
                    aanroep.Binnen
                );
                if (beslissing.Gebeurtenissen is [AanvraagAangevuld aangevuld])
                {
                    bewijs = new Ontvangstbewijs(zaaknummer, aangevuld.Op, aangevuld.Gevraagd);
                }
                return beslissing;
            },
            ct
        );
        return uitkomst.Met(() => bewijs!);
    }

    /// <param name="formulier">As it was sent before; null when it was destroyed.</param>
    /// <param name="bewaar">Keeps form and explanation; called only when the completion is received.</param>
    /// <param name="nu">When it counts as received.</param>
    /// <param name="binnen">When it came to the door; null when that is the same.</param>
    public static Beslissing Beslis(
        Aanvraag aanvraag,
        Verzoek verzoek,
        Formulier? formulier,
        Func<object, Verwijzing> bewaar,
        Regelstanden regels,
        Instant nu,
        Instant? binnen = null
    )
    {
        if (aanvraag is not { Fase: Fase.AanvullingGevraagd, Ingediend: { } ingediend, Aanvulling: { } gevraagd, Besluiten.Count: 0 })
        {
            return KanNiet(aanvraag);
        }
        var versie = regels.Versie(ingediend.Regelversie, nu);
        if (aanvraag.HersteltermijnVoorbij(nu))
        {
            return TeLaat(aanvraag.Hersteltermijn!, versie);
        }
        if (verzoek is { Formulier: null } && string.IsNullOrWhiteSpace(verzoek.Toelichting))
        {
            return Weigering.Invoer(
                new Fout("formulier", "Stuur het formulier met wat ontbrak, of schrijf in de toelichting welke documenten u hebt gestuurd.")
            );
        }
        var oud = formulier ?? throw new InvalidDataException($"The form of {aanvraag.Id} was destroyed; it cannot be completed.");
        var nieuw = verzoek.Formulier ?? oud;
        if (
            Formulierverschil.Fouten(oud, nieuw, gevraagd.Ontbreekt, versie, ingediend.Aanvragertype, ingediend.KvkNummer) is
            { Count: > 0 } fouten
        )
        {
            return Weigering.Invoer(fouten);
        }
        if (
            gevraagd.Ontbreekt.Contains(Documentcode.MkbVerklaring)
            && Verbondencontrole.Ontbrekend("formulier.onderneming", versie, nieuw.Onderneming).ToList() is { Count: > 0 } verbonden
        )
        {
            return Weigering.Invoer(verbonden);
        }
        if (verzoek.Formulier is not null && NogSteeds(nieuw, gevraagd, versie, ingediend.Aanvragertype) is { Count: > 0 } ontbreekt)
        {
            return Weigering.Invoer(ontbreekt);
        }
        var plan = nieuw.Regelplan(ingediend.Aanvragertype);
        var berekening = Subsidieberekening.Bereken(versie, plan);
        if (Gegevenscontrole.Aandelen("formulier.partijen", plan, versie, berekening.ExternEnLoon) is { } aandelen)
        {
            return Weigering.Invoer(aandelen);
        }
        var bedrag = berekening.Subsidiebedrag;
        if (bedrag <= 0m)
        {
            return Weigering.Invoer(
                new Fout("formulier.activiteiten", "Met deze gegevens is de subsidie € 0,00. Controleer uw begroting.", "artikel 2.12")
            );
        }
        return new AanvraagAangevuld(
            ingediend.Tijdvak,
            versie.Id,
            versie.Hash,
            bedrag,
            nieuw.Soorten(),
            verzoek.Formulier is null ? aanvraag.Inhoud : bewaar(nieuw),
            string.IsNullOrWhiteSpace(verzoek.Toelichting) ? null : bewaar(new Toelichting(verzoek.Toelichting)),
            nu,
            Verklaard(oud, nieuw, ingediend),
            Deurstand.Binnengekomen(nu, binnen ?? nu),
            verzoek.Formulier?.LaterVerbonden(versie, ingediend)
        );
    }

    /// <summary>Those who declare another de-minimis aid than before, or for the first time; null when nobody does.</summary>
    internal static IReadOnlyList<string>? Verklaard(Formulier oud, Formulier nieuw, AanvraagIngediend ingediend)
    {
        var eerder = oud.DeMinimis(ingediend.Aanvragertype, ingediend.KvkNummer);
        string[] anders =
        [
            .. nieuw
                .DeMinimis(ingediend.Aanvragertype, ingediend.KvkNummer)
                .Where(v => v.Value is not null && v.Value != eerder.GetValueOrDefault(v.Key))
                .Select(v => v.Key)
                .Order(StringComparer.Ordinal),
        ];
        return anders.Length == 0 ? null : anders;
    }

    /// <summary>There is one chance: who forgets a declaration again is told while it can still be made, at the place of who did not make it.</summary>
    private static List<Fout> NogSteeds(Formulier formulier, AanvullingGevraagd gevraagd, Regelversie versie, string aanvragertype) =>
        [
            .. from ontbreekt in formulier.Ontbrekend(versie, aanvragertype)
            where gevraagd.Ontbreekt.Contains(ontbreekt.Document)
            let document = versie.Document(ontbreekt.Document)
            select ontbreekt.Rij is { } rij
                ? new Fout(
                    $"formulier.partijen[{rij}].verklaringen.{(document.Code == Documentcode.MkbVerklaring ? "mkb" : "deMinimis")}",
                    $"Wij vroegen om dit document van {formulier.Partijen![rij].Aanduiding}: {document.Titel}. Het staat er nog niet in. Aanvullen kan één keer.",
                    $"artikel {document.Artikel}"
                )
                : new Fout(
                    "formulier.verklaringen",
                    $"Wij vroegen om dit document: {document.Titel}. Het staat er nog niet in. Aanvullen kan één keer.",
                    $"artikel {document.Artikel}"
                ),
        ];

    /// <summary>What the applicant wrote with the completion, kept beside the stream.</summary>
    public sealed record Toelichting(string Tekst);

    private static Weigering KanNiet(Aanvraag aanvraag) =>
        aanvraag switch
        {
            { Fase: Fase.BuitenBehandeling, BuitenBehandeling: { } besluit } => Weigering.Van(
                "buiten-behandeling",
                $"Wij hebben op {Datumtekst.Van(besluit.Besluitdatum)} besloten uw aanvraag niet te behandelen. Aanvullen kan niet meer. In onze brief leest u hoe u bezwaar maakt.",
                "artikel 4:5 Awb"
            ),
            { Besluiten.Count: > 0 } => Weigering.Van(
                "al-besloten",
                "Wij hebben al op uw aanvraag besloten. Aanvullen kan niet meer. In onze brief leest u hoe u bezwaar maakt.",
                "artikel 2.11"
            ),
            { Aangevuld: { } aangevuld, Fase: not Fase.Ingetrokken } => Weigering.Van(
                "al-aangevuld",
                $"U hebt uw aanvraag op {Datumtekst.Van(Moment.Dag(aangevuld.Op))} aangevuld. Dat kan één keer. Wij bekijken nu of uw aanvraag volledig is; u hoeft niets te doen.",
                "artikel 4:5 Awb"
            ),
            _ => Weigering.Van(
                "geen-aanvulling-gevraagd",
                "Wij hebben u niet om een aanvulling gevraagd. U hoeft niets te doen. Documenten kunt u wel sturen.",
                "artikel 4:5 Awb"
            ),
        };

    private static Weigering TeLaat(HersteltermijnGestart termijn, Regelversie versie)
    {
        var mededelen = Termijnen.Loop(versie, Termijncode.MededelingBuitenBehandeling, termijn.Uiterlijk);
        return Weigering.Van(
            "hersteltermijn-voorbij",
            $"U kon uw aanvraag aanvullen tot en met {Datumtekst.Van(termijn.Uiterlijk)}. Dat kan nu niet meer. Wij laten u uiterlijk op {Datumtekst.Van(mededelen.LaatsteDag)} per brief weten als wij uw aanvraag niet behandelen (artikel {mededelen.Artikel}). In een volgend tijdvak kunt u opnieuw aanvragen.",
            "artikel 4:5 Awb"
        );
    }
}
