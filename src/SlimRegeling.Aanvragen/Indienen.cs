using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Aanvragen.Partnerschap;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen;

/// <summary>
/// Submits the draft as it stands (2.8), or only as the caller saw it (If-Match). The moment of receipt is that at the door; a second submit gets
/// the same receipt.
/// </summary>
public static class Indienen
{
    public sealed record Verzoek;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{zaaknummer}/indiening", Voer)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .BindtOnderneming()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen)
            .DeeltVastlegging()
            .Geeft<Ontvangstbewijs>()
            .WithDescription(
                "Dient het concept in zoals het nu is bewaard. Stuur in If-Match de ETag van het concept mee om alleen in te dienen wat u zag: is het concept intussen gewijzigd, dan wordt er niets ingediend (412, verouderd). Zonder If-Match gaat ook mee wat een ander net daarvoor opsloeg."
            );

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Stroom<Aanvraag> aanvragen,
        Werkeenheid<AanvragenContext> eenheid,
        Aanvraagtijdvakken tijdvakken,
        Regelbron<AanvragenContext> regelbron,
        Sluitingsnavraag navraag,
        Aanroep aanroep,
        CancellationToken ct
    )
    {
        Task<Concept?> gelezen = null!;
        Task<IReadOnlyList<string>>? deurstand = null;
        Ontvangstbewijs? bewijs = null;
        var regels = await regelbron.Nu(ct);
        var uitkomst = await aanvragen.Begin(
            zaaknummer,
            lees =>
            {
                gelezen = lees.Load<Concept>(zaaknummer.ToString());
                deurstand = aanroep.Poging == 1 ? null : lees.Query<string>(Deurstand.Vraag, zaaknummer.ToString());
            },
            async () =>
            {
                if (await gelezen is not { } concept || !eenheid.MagZien(concept))
                {
                    return Weigering.NietGevonden(zaaknummer);
                }
                if (Verouderd(concept, aanroep.GezienVersie) is { } verouderd)
                {
                    return verouderd;
                }
                bewijs = concept.Ontvangen;
                var tijdvak =
                    await tijdvakken.Zoek(concept.Tijdvak, ct)
                    ?? throw new InvalidOperationException($"The window {concept.Tijdvak} of a draft is not known.");
                var inhoud = () => eenheid.Bewaar(zaaknummer, concept.Formulier);
                var stand =
                    deurstand is not null && await deurstand is [var json]
                        ? JsonSerializer.Deserialize<Deurstand>(json, Platform.Stromen.Json.Opties)
                        : null;
                var beslissing = Beslis(concept, tijdvak, stand, inhoud, regels, aanroep.Binnen);
                if (beslissing.Weigering?.Code == TeLaat.Code)
                {
                    beslissing = await navraag.Vraag(tijdvak.Id, ct) is { } sluit
                        ? Beslis(concept, tijdvak = tijdvak with { Sluit = sluit }, stand, inhoud, regels, aanroep.Binnen)
                        : TeLaat.Onzeker(tijdvak, concept.Id);
                }
                if (beslissing.Weigering?.Code == TeLaat.Code)
                {
                    var volgende = await tijdvakken.Volgende(tijdvak, aanroep.Binnen, ct);
                    beslissing = Beslis(concept, tijdvak, stand, inhoud, regels, aanroep.Binnen, volgende);
                }
                if (beslissing.Gebeurtenissen is [AanvraagIngediend ingediend])
                {
                    var onbevestigd = await Onbevestigd.Van(concept, tijdvak.Aanvragertype, eenheid, ct);
                    bewijs = new Ontvangstbewijs(
                        zaaknummer,
                        ingediend.Op,
                        ingediend.Gevraagd,
                        ingediend.Ontbreekt,
                        onbevestigd.Count > 0 ? [.. onbevestigd.Select(o => o.Partij.KvkNummer)] : null
                    );
                    eenheid.Sessie.UpdateRevision(concept with { Formulier = new Formulier(), Ontvangen = bewijs }, concept.Version + 1);
                    Ontvangstbewaking.Ontvang(eenheid.Sessie, zaaknummer, ingediend);
                    if ((aanroep.Gemachtigde ?? concept.Gemachtigde) is { } gemachtigde)
                    {
                        eenheid.Wek(Aandacht.Ingediend(zaaknummer, gemachtigde, concept.KvkNummer, ingediend.Op));
                    }
                }
                return beslissing;
            },
            ct
        );
        return uitkomst.Met(() => bewijs!);
    }

    /// <summary>Refuses to submit another version of the draft than the one that was seen; submitting made it one higher.</summary>
    /// <param name="gezien">Null when the caller takes it as it stands.</param>
    public static Weigering? Verouderd(Concept concept, long? gezien)
    {
        var versie = concept.Ontvangen is null ? concept.Version : concept.Version - 1;
        if (gezien is null || gezien == versie)
        {
            return null;
        }
        return new Weigering
        {
            Code = "verouderd",
            Status = StatusCodes.Status412PreconditionFailed,
            Uitleg = concept.Ontvangen is null
                ? $"Het concept van '{concept.Id}' is gewijzigd nadat u het zag (versie {versie}, u zag versie {gezien}). Er is niets ingediend. Haal de laatste versie op, kijk wat er veranderd is en dien die dan in."
                : $"Aanvraag '{concept.Id}' is al ingediend, met een andere versie van het concept dan u zag (versie {versie}, u zag versie {gezien}). Lees bij /v1/aanvragen/{concept.Id} wat er is ingediend.",
        };
    }

    /// <param name="stand">What stood in the way of an earlier try; null when none did.</param>
    /// <param name="inhoud">Keeps the form as it stands in the draft; called only when the application is received.</param>
    /// <param name="volgende">Where who is late can apply; null when no such window is published.</param>
    public static Beslissing Beslis(
        Concept concept,
        Aanvraagtijdvak tijdvak,
        Deurstand? stand,
        Func<Verwijzing> inhoud,
        Regelstanden regels,
        Instant binnen,
        Aanvraagtijdvak? volgende = null
    )
    {
        if (concept.Ontvangen is not null)
        {
            return Beslissing.Geen;
        }
        var op = Deurstand.Na(stand?.Horizon, binnen);
        if (op < tijdvak.Opent)
        {
            return Weigering.Van(
                "tijdvak-nog-niet-open",
                $"U kunt indienen vanaf {TeLaat.Tekst(tijdvak.Opent)}. Uw concept blijft bewaard.",
                "artikel 2.6"
            );
        }
        if (op >= tijdvak.Sluit)
        {
            return TeLaat.Gesloten(tijdvak, volgende, concept.Id, op);
        }
        var formulier = concept.Formulier;
        var gebonden = formulier.Gebonden(tijdvak.Aanvragertype, concept.KvkNummer);
        if ((stand?.Deelnames ?? []).Where(d => gebonden.Contains(d.KvkNummer)).ToList() is { Count: > 0 } deelnames)
        {
            return AlAangevraagd(concept.KvkNummer, deelnames);
        }
        var versie = regels.Versie(tijdvak.Regelversie, op);
        var controle = Indieningscontrole.Van(formulier, tijdvak.Aanvragertype, versie, concept.KvkNummer);
        if (controle.Berekening is not { } berekening)
        {
            return Weigering.Invoer(controle.Fouten);
        }
        return new AanvraagIngediend(
            tijdvak.Id,
            concept.KvkNummer,
            tijdvak.Aanvragertype,
            tijdvak.Regelversie,
            berekening.Subsidiebedrag,
            formulier.Soorten(),
            inhoud(),
            op,
            versie.Hash,
            gebonden,
            formulier.Verbonden(versie, tijdvak.Aanvragertype),
            formulier.Ontbreekt(versie, tijdvak.Aanvragertype) is { Count: > 0 } ontbreekt ? ontbreekt : null,
            formulier.VerbondenPerPartij(tijdvak.Aanvragertype),
            Deurstand.Binnengekomen(op, binnen)
        );
    }

    /// <summary>Of one's own case it says which, to choose; of a case of someone else only who takes part in it.</summary>
    private static Weigering AlAangevraagd(string aanvrager, List<Deurstand.Deelname> deelnames)
    {
        const string Code = "al-aangevraagd";
        const string Artikel = "artikel 2.8, vierde lid";
        if (deelnames.Find(d => d.Aanvrager == aanvrager) is { } eigen)
        {
            var (keuze, waar) = eigen.Besluit is { } besluit
                ? (
                    $"Daarop is al beslist (besluit {besluit.Nummer}); zij telt mee en kan niet meer worden ingetrokken. {Intrekken.NaBesluit(besluit)} Uw concept blijft bewaard.",
                    null
                )
                : ("Trek die eerst in als u deze wilt indienen.", Intrekken.Waar(eigen.Zaaknummer, eigen.Fase));
            return Weigering.Van(
                Code,
                $"U hebt in dit tijdvak al een aanvraag ingediend ({eigen.Zaaknummer}). Per tijdvak kan één aanvraag. {keuze}",
                Artikel
            ) with
            {
                Eerdere = new Eerdere(eigen.Zaaknummer, waar),
            };
        }
        return Weigering.Van(
            Code,
            $"KVK-nummer {string.Join(", ", deelnames.Select(d => d.KvkNummer).Distinct())} doet in dit tijdvak al mee met een andere aanvraag. Een onderneming kan per tijdvak aan één aanvraag meedoen. Haal deze onderneming uit uw plan, of laat de andere aanvraag eerst intrekken.",
            Artikel
        );
    }
}
