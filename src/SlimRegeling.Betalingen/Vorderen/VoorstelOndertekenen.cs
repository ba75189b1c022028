using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Rekeningen;
using SlimRegeling.Betalingen.Verzuim;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Betalingen.Vorderen;

/// <summary>
/// Others of finance sign what was proposed about a claim, or send it back. It is decided when as many have signed as its kind asks; none of them proposed it.
/// </summary>
public static class VoorstelOndertekenen
{
    /// <param name="Hash">Of the proposal that was read: what is signed is that and nothing else.</param>
    public sealed record Verzoek(string Hash);

    /// <inheritdoc cref="Verzoek"/>
    public sealed record Terugzending(string Hash, string Reden);

    /// <summary>What a decision is taken with.</summary>
    /// <param name="MetBelang">Pseudonyms of who declared an interest of their own in the case, or in that of the payment.</param>
    /// <param name="Betaalopdracht">That is set off; null of all else.</param>
    /// <param name="Zaak">The obligation of the case of that order.</param>
    /// <param name="Rekening">The accounts of its recipient.</param>
    public sealed record Grond(
        Regelversie Versie,
        IReadOnlyCollection<string> MetBelang,
        Betaalopdracht? Betaalopdracht = null,
        Verplichting? Zaak = null,
        Rekening? Rekening = null
    );

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/vorderingen/{vordering}/ondertekening", Voer)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .Geeft<Bijgewerkt>();
        api.MapPost("/vorderingen/{vordering}/terugzending", ZendTerug)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .Geeft<Bijgewerkt>();
    }

    private static async Task<Uitkomst> Voer(
        string vordering,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Vordering> stroom,
        Vorderingen vorderingen,
        Stroom<Betaalopdracht> betaalopdrachten,
        Stroom<Verplichting> verplichtingen,
        Stroom<Rekening> rekeningen,
        Opdragen opdragen,
        Belangen belangen,
        Regelbron<BetalingenContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        var (regels, nu) = (await regelbron.Nu(ct), moment.Nu);
        VorderingMetBetalingVerrekend? verrekend = null;
        RenteTeruggegeven? teruggegeven = null;
        var uitkomst = await stroom.SchrijfOfBegin(
            vordering,
            _ => { },
            async stand =>
            {
                if (stand is null)
                {
                    return Weigering.NietGevonden(vordering);
                }
                var order = stand.Voorstel?.Voorstel.Betaalopdracht is { } id ? await betaalopdrachten.Lees(id, ct) : null;
                string[] zaken = [stand.Zaaknummer, .. order is null ? (string[])[] : [order.Opdracht.Zaaknummer]];
                var metBelang = (await belangen.Bij(zaken, ct)).SelectMany(b => b).ToHashSet(StringComparer.Ordinal);
                var grond = new Grond(
                    Geldschuldregels.Op(regels, nu),
                    metBelang,
                    order,
                    order is null ? null : await verplichtingen.Lees(order.Opdracht.Zaaknummer, ct),
                    order is null ? null : await rekeningen.Lees(order.Opdracht.KvkNummer, ct)
                );
                var beslissing = Beslis(stand, verzoek.Hash, persoon.Onderwerp, grond, nu);
                verrekend = beslissing.Gebeurtenissen.OfType<VorderingMetBetalingVerrekend>().FirstOrDefault();
                teruggegeven = beslissing.Gebeurtenissen.OfType<RenteTeruggegeven>().FirstOrDefault();
                return beslissing;
            },
            ct
        );
        if (uitkomst.Weigering is null && teruggegeven is not null)
        {
            await opdragen.Voer(Renteopdracht.Van(teruggegeven), ct);
        }
        if (uitkomst.Weigering is not null || verrekend is null)
        {
            return uitkomst;
        }
        await vorderingen.Terugbetaald(
            verrekend.Zaaknummer,
            [new(vordering, verrekend.Besluit, verrekend.Toegerekend.Hoofdsom, nu)],
            nu,
            ct
        );
        return
            (await betaalopdrachten.Schrijf(verrekend.Betaalopdracht, o => Verreken(o, vordering, verrekend), ct)).Weigering
                is { } weigering
            ? weigering
            : uitkomst;
    }

    private static Task<Uitkomst> ZendTerug(
        string vordering,
        Terugzending verzoek,
        Persoon persoon,
        Stroom<Vordering> vorderingen,
        Moment moment,
        CancellationToken ct
    ) =>
        vorderingen.Schrijf(
            vordering,
            stand =>
                Beslis(
                    stand,
                    verzoek,
                    () => vorderingen.Bewaar(stand.Zaaknummer, new Reden(verzoek.Reden.Trim())),
                    persoon.Onderwerp,
                    moment.Nu
                ),
            ct
        );

    /// <summary>The order as far as it was set off; it was open when that was decided.</summary>
    public static Beslissing Verreken(Betaalopdracht betaalopdracht, string vordering, VorderingMetBetalingVerrekend verrekend) =>
        betaalopdracht.Open && betaalopdracht.Opdracht.Bedrag >= verrekend.Toegerekend.Totaal
            ? new BetalingVerrekend(
                betaalopdracht.Opdracht,
                vordering,
                verrekend.Besluit,
                verrekend.Toegerekend.Totaal,
                verrekend.Dag,
                verrekend.Op
            )
            : Weigering.Van(
                "betaling-niet-open",
                $"Betaling {betaalopdracht.Id} is intussen bij de bank, of lager. Zend het voorstel terug en doe een nieuw voorstel.",
                Voorstelpoort.Verrekenen
            );

    /// <param name="wie">Pseudonym of who signs.</param>
    public static Beslissing Beslis(Vordering vordering, string hash, string wie, Grond grond, Instant nu)
    {
        if (grond.MetBelang.Contains(wie))
        {
            return Belang.Gesloten(vordering.Zaaknummer);
        }
        if (vordering.Voorstel is not { Voorstel: var voorstel } gedaan)
        {
            return GeenVoorstel;
        }
        if (voorstel.Door == wie)
        {
            return Weigering.NietDoorU(
                "zelf-voorgesteld",
                "U hebt dit zelf voorgesteld. Laat collega's het ondertekenen.",
                "artikel 2:4, eerste lid, Awb"
            );
        }
        if (vordering.Handtekeningen.Contains(wie))
        {
            return Weigering.NietDoorU(
                "zelfde-persoon",
                "U hebt dit voorstel al ondertekend. Laat een collega de volgende handtekening zetten.",
                "artikel 2:4, eerste lid, Awb"
            );
        }
        if (grond.MetBelang.Contains(voorstel.Door) || vordering.Handtekeningen.Any(grond.MetBelang.Contains))
        {
            return Weigering.Van(
                "voorstel-met-belang",
                "Wie dit voorstelde of al ondertekende, meldde daarna een eigen belang. Zend het voorstel terug. Een collega doet dan een nieuw voorstel.",
                "artikel 2:4 Awb"
            );
        }
        if (gedaan.Hash != hash || Voorstelhash.Van(vordering, voorstel) != hash)
        {
            return Weigering.Van(
                "ander-voorstel",
                "Het voorstel dat u noemt is niet het voorstel dat nu voorligt. Haal het opnieuw op, lees het en gebruik de hash die erbij staat.",
                "artikel 3:2 Awb"
            );
        }
        if (NietMeer(vordering, voorstel, grond, nu) is { } weigering)
        {
            return weigering;
        }
        var ondertekend = new VorderingsvoorstelOndertekend(hash, wie, nu);
        return vordering.Handtekeningen.Count + 1 < Voorstelpoort.Handtekeningen(voorstel.Soort)
            ? ondertekend
            : Beslissing.Van([
                ondertekend,
                .. Vorderingsgevolg.Van(vordering, voorstel, [voorstel.Door, .. vordering.Handtekeningen, wie], grond, nu),
            ]);
    }

    /// <param name="bewaar">Keeps the reason beside the stream; called only when the proposal goes back.</param>
    public static Beslissing Beslis(Vordering vordering, Terugzending verzoek, Func<Verwijzing> bewaar, string wie, Instant nu) =>
        vordering.Voorstel is not { } voorstel ? GeenVoorstel
        : voorstel.Hash != verzoek.Hash
            ? Weigering.Van(
                "ander-voorstel",
                "Het voorstel dat u noemt is niet het voorstel dat nu voorligt. Haal het opnieuw op.",
                "artikel 3:2 Awb"
            )
        : string.IsNullOrWhiteSpace(verzoek.Reden)
            ? Weigering.Invoer(new Fout("reden", "Schrijf op wat er anders moet.", "artikel 3:46 Awb"))
        : new VorderingsvoorstelTeruggezonden(voorstel.Hash, wie, bewaar(), nu);

    /// <summary>Why what could be proposed cannot be decided any more; null when it can.</summary>
    private static Weigering? NietMeer(Vordering vordering, Vorderingsvoorstel voorstel, Grond grond, Instant nu) =>
        voorstel.Soort switch
        {
            Vorderingsbesluit.Dwangbevel
            or Vorderingsbesluit.Verrekening when Voorstelpoort.Verjaard(vordering, grond.Versie, Moment.Dag(nu)) is { } verjaard =>
                verjaard,
            Vorderingsbesluit.Dwangbevel => DwangbevelVoorstellen.Mag(vordering, nu),
            Vorderingsbesluit.Verrekening when grond.Betaalopdracht is { } betaalopdracht => VerrekenenVoorstellen.Mag(
                vordering,
                betaalopdracht,
                grond.Zaak,
                grond.Rekening,
                Moment.Dag(nu)
            )
                ?? (
                    betaalopdracht.Opdracht.Bedrag < voorstel.Bedrag
                        ? Weigering.Van(
                            "betaling-lager",
                            $"Betaling {betaalopdracht.Id} is intussen lager dan wat wordt verrekend. Zend het voorstel terug en doe een nieuw voorstel.",
                            Voorstelpoort.Verrekenen
                        )
                        : null
                ),
            Vorderingsbesluit.Rente
            or Vorderingsbesluit.Renteteruggave
                when RenteVoorstellen.Nog(vordering, grond.Versie, voorstel.Tot!.Value, Moment.Dag(voorstel.Op))
                    != (voorstel.Soort, voorstel.Bedrag) => Weigering.Van(
                "rente-veranderd",
                "De rente is nu een ander bedrag dan is voorgesteld. Zend het voorstel terug, zodat een collega haar opnieuw laat berekenen.",
                Voorstelpoort.Rente
            ),
            Vorderingsbesluit.RegelingIntrekken when vordering.Achterstand(Moment.Dag(nu)) == 0 => Weigering.Van(
                "regeling-nagekomen",
                "De ontvanger heeft intussen betaald. Zend het voorstel terug.",
                "artikel 4:96, onderdeel a, Awb"
            ),
            Vorderingsbesluit.Betalingsregeling when voorstel.Termijnen?[0].Uiterlijk <= Moment.Dag(nu) => Weigering.Van(
                "termijn-voorbij",
                "De eerste termijn ligt niet meer na vandaag. Zend het voorstel terug, zodat een collega nieuwe dagen voorstelt.",
                "artikel 4:94, derde lid, Awb"
            ),
            _ => null,
        };

    private static Weigering GeenVoorstel =>
        Weigering.Van("geen-voorstel", "Er ligt over deze vordering geen voorstel om te ondertekenen.", "artikel 3:2 Awb");
}
