using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Betalingen.Vorderen;

/// <summary>Someone of finance proposes to claim back what was paid and is not due (4:57 Awb); two others sign.</summary>
public static class TerugvorderenVoorstellen
{
    public sealed record Verzoek(string Argument);

    /// <summary>What is known of the case beside the claim.</summary>
    /// <param name="Betaald">What the recipient received, in euro.</param>
    /// <param name="Onderweg">Numbers of orders that are at the bank.</param>
    /// <param name="EerderGevorderd">By other claims, in euro.</param>
    /// <param name="VastgesteldOp">Null when it was not settled.</param>
    public sealed record Zaakgeld(decimal Betaald, IReadOnlyList<string> Onderweg, decimal EerderGevorderd, Instant? VastgesteldOp);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/vorderingen/{vordering}/terugvordering", Voer).Voor(Rol.FinancieelMedewerker).Geeft<Bijgewerkt>();

    private static async Task<Uitkomst> Voer(
        string vordering,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Vordering> stroom,
        Vorderingen vorderingen,
        Stroom<Verplichting> verplichtingen,
        Stroom<Betaalopdracht> betaalopdrachten,
        Opdrachtgever opdrachtgever,
        Regelbron<BetalingenContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        var (regels, nu) = (await regelbron.Nu(ct), moment.Nu);
        return await stroom.SchrijfOfBegin(
            vordering,
            _ => { },
            async stand =>
            {
                if (stand is null)
                {
                    return Weigering.NietGevonden(vordering);
                }
                var verplichting = await verplichtingen.Lees(stand.Zaaknummer, ct) ?? new Verplichting();
                var (betaald, onderweg) = (0m, new List<string>());
                foreach (var opdracht in verplichting.Opdrachten(stand.Zaaknummer))
                {
                    var order = await betaalopdrachten.Lees(opdracht.Id, ct);
                    betaald += order?.Ontvangen ?? 0;
                    if (order is { Status: Betaalstatus.InBestand })
                    {
                        onderweg.Add(order.Id);
                    }
                }
                var andere = (await vorderingen.Van(stand.Zaaknummer, ct)).Where(v => v.Id != vordering).Sum(v => v.Hoofdsom);
                return Beslis(
                    stand,
                    verzoek,
                    new(betaald, onderweg, andere, verplichting.VastgesteldOp),
                    () => stroom.Bewaar(stand.Zaaknummer, opdrachtgever.Tekst(stand, verzoek.Argument)),
                    persoon.Onderwerp,
                    Geldschuldregels.Op(regels, nu),
                    nu
                );
            },
            ct
        );
    }

    /// <param name="bewaar">Keeps the text beside the stream; called only when it can be proposed.</param>
    /// <param name="wie">Pseudonym.</param>
    public static Beslissing Beslis(
        Vordering vordering,
        Verzoek verzoek,
        Zaakgeld geld,
        Func<Verwijzing> bewaar,
        string wie,
        Regelversie versie,
        Instant nu
    )
    {
        if (vordering.Besloten is { } besloten)
        {
            return Weigering.Van(
                "al-teruggevorderd",
                $"Op {Datumtekst.Van(Moment.Dag(besloten.Op))} is al besloten om dit terug te vorderen ({besloten.Besluit}). Kies een volgende stap.",
                Voorstelpoort.Terugvorderen
            );
        }
        if (Voorstelpoort.Gesloten(vordering) is { } gesloten)
        {
            return gesloten;
        }
        if (Voorstelpoort.Argument(verzoek.Argument) is { } zonder)
        {
            return zonder;
        }
        if (
            geld.VastgesteldOp is { } op
            && Termijnen.Einde(versie, Termijncode.Terugvordering, Moment.Dag(op)) is var laatste
            && Moment.Dag(nu) > laatste
        )
        {
            return Weigering.Van(
                "te-laat-om-terug-te-vorderen",
                $"Terugvorderen kon tot en met {Datumtekst.Van(laatste)}: vijf jaar na de vaststelling. Stel voor om af te boeken. Telt hier een andere dag, omdat de ontvanger later een verplichting niet nakwam, vraag het dan de jurist.",
                $"artikel {versie.Termijn(Termijncode.Terugvordering).Artikel}"
            );
        }
        var eerder = geld.EerderGevorderd + vordering.Ontvangen.Hoofdsom;
        if (geld.Onderweg.Count > 0 || geld.Betaald < eerder + vordering.Open.Hoofdsom)
        {
            return Weigering.Van(
                "betaling-onderweg",
                geld.Onderweg.Count > 0
                    ? $"Betaling {string.Join(", ", geld.Onderweg)} is nog bij de bank. Wacht op het afschrift: terugvorderen kan alleen wat is ontvangen."
                    : "Volgens de afschriften heeft de ontvanger dit bedrag niet gekregen. Zoek uit wat er met de betaling gebeurde: terugvorderen kan alleen wat is ontvangen.",
                Voorstelpoort.Terugvorderen
            );
        }
        return Voorstelpoort.Doe(
            vordering,
            new(
                Vorderingsbesluit.Terugvordering,
                Voorstelpoort.Nummer(vordering, Vorderingsbesluit.Terugvordering),
                vordering.Open.Hoofdsom,
                bewaar(),
                wie,
                nu,
                Betaald: geld.Betaald,
                EerderGevorderd: eerder
            )
        );
    }
}
